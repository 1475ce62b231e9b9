import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { chosen, draftTime, type Held, isUnsaved, kept, meet, nothingHeld } from "./draft.view.ts";

const at = "2026-03-12T13:52:00Z";
const clean = (text: string, version: number): Held => ({ text, saved: text, handed: text, version, savedAt: at });
const dirty = (text: string, held: Held): Held => ({ ...held, text });
const desk = (body: string, version: number) => ({ body, version, savedAt: at });

describe("a draft in this tab meets what the desk has", () => {
	type Row = [name: string, held: Held, desk: ReturnType<typeof desk>, text: string, isUnsaved: boolean];
	const rows: Row[] = [
		[
			"words of another device come in where none are written here",
			nothingHeld,
			desk("s telefona", 1),
			"s telefona",
			false,
		],
		["newer ones replace older ones", clean("staro", 1), desk("novo", 2), "novo", false],
		["an older answer that comes late changes nothing", clean("novo", 2), desk("staro", 1), "novo", false],
		["… also while one writes", dirty("novo!", clean("novo", 2)), desk("novo", 2), "novo!", true],
		["sent meanwhile, the field is empty", clean("odgovor", 2), desk("", 3), "", false],
		["sent elsewhere, words written here since stay", dirty("še to", clean("odgovor", 2)), desk("", 3), "še to", true],
		["words kept in the tab that the desk has already", dirty("isto", nothingHeld), desk("isto", 4), "isto", false],
		[
			"a saving whose answer was lost is no other device",
			{ ...dirty("pišem še", clean("pi", 1)), handed: "pišem" },
			desk("pišem", 2),
			"pišem še",
			true,
		],
	];
	for (const [name, held, answer, text, unsaved] of rows) {
		test(name, () => {
			const met = meet(held, answer);
			assert.notEqual(met, "CHOICE");
			if (met === "CHOICE") return;
			assert.deepEqual([met.text, isUnsaved(met)], [text, unsaved]);
			assert.equal(met.version, Math.max(held.version, answer.version));
		});
	}

	test("words on both sides are a choice, and nothing of either is lost by any", () => {
		const here = dirty("z mize", clean("skupno", 1));
		const there = desk("s telefona", 2);
		assert.equal(meet(here, there), "CHOICE");
		const after = (["mine", "theirs", "both"] as const).map((choice) => chosen(here, there, choice));
		assert.deepEqual(
			after.map(({ text, version }) => [text, version]),
			[
				["z mize", 2],
				["s telefona", 2],
				["z mize\n\ns telefona", 2],
			],
		);
		assert.deepEqual(after.map(isUnsaved), [true, false, true]);
	});

	test("what is written while a saving is under way stays to be saved", () => {
		const after = kept(dirty("abc", clean("a", 1)), "ab", { version: 2, savedAt: at });
		assert.deepEqual([after.text, after.saved, isUnsaved(after)], ["abc", "ab", true]);
	});
});

describe("when it was saved", () => {
	const say = speech("sl", sl);
	const now = Temporal.Instant.from("2026-03-12T15:00:00Z");
	test("today: the hour", () => assert.equal(draftTime(at, now, say), "14:52"));
	test("another day: with the day", () => assert.notEqual(draftTime("2026-03-11T13:52:00Z", now, say), "14:52"));
});
