import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { folded, linked } from "./written.view.ts";

describe("addresses in a text", () => {
	const rows: [name: string, text: string, hrefs: string[]][] = [
		["none", "brez povezave", []],
		["a full stop after", "Glejte https://example.si/a.", ["https://example.si/a"]],
		["in brackets", "(https://example.si/a?b=c)", ["https://example.si/a?b=c"]],
		["two", "http://a.si in http://b.si", ["http://a.si", "http://b.si"]],
		["no other schemes", "javascript:alert(1) ftp://a.si", []],
	];
	for (const [name, text, hrefs] of rows) {
		test(name, () => {
			const pieces = linked(text);
			assert.deepEqual(
				pieces.flatMap((piece) => (piece.href === null ? [] : [piece.href])),
				hrefs,
			);
			assert.equal(pieces.map((piece) => piece.text).join(""), text);
		});
	}
});

describe("quoted history", () => {
	test("is folded", () => assert.deepEqual(folded("Hvala\n\nDne 1. je", 7), { fresh: "Hvala", quoted: "Dne 1. je" }));
	test("none", () => assert.deepEqual(folded("Hvala", null), { fresh: "Hvala", quoted: "" }));
});
