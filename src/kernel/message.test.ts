import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { message } from "./message.ts";

/** Sentences that `screens.md` §5 prints, with the forms printed there. */
const sentences: { name: string; pattern: string; forms: Record<number, string> }[] = [
	{
		name: "due today",
		pattern: "Danes poteče rok {n, plural, one {# zahtevku} two {# zahtevkoma} few {# zahtevkom} other {# zahtevkom}}.",
		forms: {
			1: "1 zahtevku",
			2: "2 zahtevkoma",
			3: "3 zahtevkom",
			5: "5 zahtevkom",
			101: "101 zahtevku",
		},
	},
	{
		name: "selected",
		pattern: "Izbrali ste {n, plural, one {# zahtevek} two {# zahtevka} few {# zahtevke} other {# zahtevkov}}.",
		forms: {
			1: "1 zahtevek",
			2: "2 zahtevka",
			4: "4 zahtevke",
			5: "5 zahtevkov",
			102: "102 zahtevka",
		},
	},
	{
		name: "left until the deadline",
		pattern:
			"Do roka {n, plural, one {je še # ura} two {sta še # uri} few {so še # ure} other {je še # ur}} delovnega časa.",
		forms: {
			1: "je še 1 ura",
			2: "sta še 2 uri",
			3: "so še 3 ure",
			5: "je še 5 ur",
			103: "so še 103 ure",
		},
	},
];

describe("message", () => {
	for (const { name, pattern, forms } of sentences) {
		for (const [n, form] of Object.entries(forms)) {
			test(`${name}: ${n}`, () => assert.ok(message("sl", pattern, { n: Number(n) }).includes(form)));
		}
	}

	test("the same pattern read in two languages keeps each language's plural", () => {
		const pattern = "{n, plural, one {one} two {two} few {few} other {other}}";
		assert.equal(message("sl", pattern, { n: 2 }), "two");
		assert.equal(message("en", pattern, { n: 2 }), "other");
	});

	test("markup in a value or a pattern stays text", () => {
		assert.equal(message("sl", "<b>{name}</b>", { name: "<i>Ana</i>" }), "<b><i>Ana</i></b>");
	});

	test("large numbers are grouped as the language groups them", () => {
		assert.equal(message("sl", "{n, number}", { n: 12345.5 }), "12.345,5");
		assert.equal(message("en", "{n, number}", { n: 12345.5 }), "12,345.5");
	});

	test("a forgotten value is a fault", () => {
		assert.throws(() => message("sl", "Pozdravljeni, {name}"));
	});
});
