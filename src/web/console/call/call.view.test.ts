import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isEnough } from "./call.view.ts";

describe("a call can be saved", () => {
	const rows: [name: string, fields: Parameters<typeof isEnough>[0], expected: boolean][] = [
		["by name", { name: "Ana", phone: "", subject: "prijava" }, true],
		["by number", { name: "", phone: "040 000 002", subject: "prijava" }, true],
		["not without a caller", { name: " ", phone: "", subject: "prijava" }, false],
		["not without a subject", { name: "Ana", phone: "", subject: " " }, false],
	];
	for (const [name, fields, expected] of rows) test(name, () => assert.equal(isEnough(fields), expected));
});
