import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cannedValues, inserted, matching, slashAt, withSlash, wordsIn } from "./canned.view.ts";

describe("a slash opens the list", () => {
	const rows: [name: string, text: string, slash: ReturnType<typeof slashAt>][] = [
		["in an empty field", "/", { from: 0, query: "" }],
		["at the start of a word, filtering by what follows", "Spoštovani, /iz|", { from: 12, query: "iz" }],
		["on a new line", "Spoštovani,\n/čaka", { from: 12, query: "čaka" }],
		["not within a word", "in/ali", null],
		["not in an address", "https://gov.si/pot", null],
		["not once a blank follows", "/ pot", null],
		["not after a second slash", "/pot/do", null],
		["not without any", "Spoštovani", null],
	];
	for (const [name, text, slash] of rows) {
		test(name, () => {
			const caret = text.includes("|") ? text.indexOf("|") : text.length;
			assert.deepEqual(slashAt(text.replace("|", ""), caret), slash);
		});
	}
	test("only up to the caret", () => assert.deepEqual(slashAt("/izpad", 3), { from: 0, query: "iz" }));
});

describe("the list", () => {
	const replies = ["Čakamo na drug organ", "Izpad je odpravljen", "Potrebujemo čas"].map((name) => ({ name }));
	const rows: [query: string, names: string[]][] = [
		["", ["Čakamo na drug organ", "Izpad je odpravljen", "Potrebujemo čas"]],
		["ca", ["Čakamo na drug organ", "Potrebujemo čas"]],
		["ČAS", ["Potrebujemo čas"]],
		["odp", ["Izpad je odpravljen"]],
		["pravljen", []],
		["po", ["Potrebujemo čas"]],
	];
	for (const [query, names] of rows) {
		test(`by »${query}«`, () =>
			assert.deepEqual(
				matching(replies, query).map(({ name }) => name),
				names,
			));
	}
	test("Š comes before T, as in the Slovenian alphabet", () => {
		const names = matching([{ name: "Termin" }, { name: "Še čakamo" }, { name: "Sprejeto" }], "").map(
			({ name }) => name,
		);
		assert.deepEqual(names, ["Sprejeto", "Še čakamo", "Termin"]);
	});
	test("a name that begins so comes first", () => {
		const two = [{ name: "Odgovor: rok" }, { name: "Rok za prijavo" }];
		assert.equal(matching(two, "rok")[0]?.name, "Rok za prijavo");
	});
});

describe("inserting", () => {
	test("replaces the slash and the filter, and nothing else", () => {
		const slash = slashAt("Pozdrav, /izp in konec", 13);
		assert.ok(slash);
		const after = inserted("Pozdrav, /izp in konec", slash, "motnja je odpravljena");
		assert.deepEqual(after, { text: "Pozdrav, motnja je odpravljena in konec", caret: 30 });
	});
	test("by the button, a slash always begins a word", () => {
		assert.deepEqual(withSlash("Pozdrav", 7), { text: "Pozdrav /", caret: 9 });
		assert.deepEqual(withSlash("", 0), { text: "/", caret: 1 });
	});
});

describe("what variables stand for", () => {
	const ticket = {
		number: 318,
		reporter: { name: "Uporabnica Be", email: null, phone: null, group: "citizen" as const },
		service: null,
		competentBody: null,
		language: "sl" as const,
	};
	const clocks = [
		{ kind: "STATUTORY" as const, state: "met" as const, dueOn: "2026-01-01" },
		{ kind: "STATUTORY" as const, state: "running" as const, dueOn: "2026-03-27" },
	];
	test("in the user's language; what is not known is null", () => {
		const values = cannedValues(ticket, clocks, "Maja");
		assert.equal(values.replyBy?.replaceAll("\u00A0", " "), "27. marca 2026");
		assert.deepEqual(
			[values.user, values.number, values.service, values.adviser],
			["Uporabnica Be", "318", null, "Maja"],
		);
		assert.equal(
			cannedValues({ ...ticket, language: "en" }, clocks, "").replyBy?.replaceAll("\u00A0", " "),
			"27 March 2026",
		);
		assert.equal(cannedValues(ticket, [], "").replyBy, null);
	});
	test("English words for English users", () => {
		assert.equal(wordsIn({ sl: "Spoštovani", en: "Dear" }, "en"), "Dear");
		assert.equal(wordsIn({ sl: "Spoštovani", en: null }, "en"), "Spoštovani");
		assert.equal(wordsIn({ sl: "Spoštovani", en: "Dear" }, "sl"), "Spoštovani");
	});
});
