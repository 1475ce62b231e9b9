import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type KeyPress, keyToAct } from "./keys.view.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	hasModifier: false,
	isTyping: false,
	isOnControl: false,
	...more,
});
const bound = ["j", "Enter", "?", "g q"];

const rows: [name: string, press: KeyPress, before: string, expected: string | null][] = [
	["a bound key", press("j"), "", "j"],
	["a key nobody bound", press("x"), "", null],
	["while typing", press("j", { isTyping: true }), "", null],
	["with Ctrl or AltGr", press("j", { hasModifier: true }), "", null],
	["Enter in a list", press("Enter"), "", "Enter"],
	["Enter on a button", press("Enter", { isOnControl: true }), "", null],
	["a letter on a button", press("j", { isOnControl: true }), "", "j"],
	["a sequence", press("q"), "g", "g q"],
	["a sequence nobody bound falls back to the key", press("j"), "g", "j"],
];

describe("shortcuts", () => {
	for (const [name, pressed, before, expected] of rows) {
		test(name, () => assert.equal(keyToAct(pressed, before, bound), expected));
	}
});
