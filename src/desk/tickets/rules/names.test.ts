import assert from "node:assert/strict";
import { test } from "node:test";
import { maskName } from "./names.ts";

const rows: [name: string, text: string, person: string | null, expected: string][] = [
	["signature", "Lep pozdrav\nAna Novak", "Ana Novak", "Lep pozdrav\n••• •••••"],
	["surname first", "NOVAK, Novak Ana", "Ana Novak", "NOVAK, ••••• •••"],
	["inside another word", "Novakova, Novak", "Ana Novak", "Novakova, •••••"],
	["company", "Podjetje E, d. o. o.", "Podjetje E, d. o. o.", "•••••••• E, d. o. o."],
	["nobody", "Ana", null, "Ana"],
	["twice", "Ana in Ana", "Ana", "••• in •••"],
];
for (const [name, text, person, expected] of rows) {
	test(`name covered: ${name}`, () => assert.equal(maskName(text, person), expected));
}
