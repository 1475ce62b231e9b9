import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { splitHistory } from "./history.ts";

const line = fc.oneof(
	fc.constantFrom(
		"",
		"> navedeno",
		"Dne 23. 11. 2026 ob 10:00 je Ana napisala:",
		"V pon., 23. nov. 2026 ob 10:00 je oseba Ana",
		"napisala:",
		"-----Izvirno sporočilo-----",
		"Od: Ana",
		"Poslano: danes",
		"Za: EKC",
		"Zadeva: Pomoč",
		"________________________________",
	),
	fc.string({ maxLength: 30 }).map((text) => text.replaceAll("\n", " ")),
);

test("nothing is deleted: both halves are the whole again, and something is always shown", () =>
	fc.assert(
		fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
			const text = lines.join("\n");
			const { fresh, history } = splitHistory(text);
			assert.equal(history === "" ? fresh : `${fresh}\n${history}`, text);
			assert.ok(fresh.trim() !== "" || text.trim() === "");
		}),
	));

describe("first line of the history", () => {
	const rows: [name: string, attribution: string, found: boolean][] = [
		["Slovenian, man", "Dne 23. nov. 2026 ob 10:00 je Janez Novak napisal:", true],
		["Slovenian, woman", "Dne 23. nov. 2026 ob 10:00 je Ana Novak napisala:", true],
		["Slovenian, either", "Dne 23. nov. 2026 ob 10:00 je Ana Novak <ana@example.si> napisal/-a:", true],
		["Slovenian, brackets", "Ana Novak je 23. 11. 2026 ob 10:00 napisal(a):", true],
		["Slovenian, person", "V pon., 23. nov. 2026 ob 10:00 je oseba Ana <ana@example.si> napisala:", true],
		["Croatian", "pon, 23. stu 2026. u 10:00 Ana je napisala:", true],
		["English", "On Mon, 23 Nov 2026 at 10:00, Ana <ana@example.si> wrote:", true],
		["German", "Am 23.11.2026 um 10:00 schrieb Ana:", true],
		["Italian", "Il giorno lun 23 nov 2026 alle ore 10:00 Ana ha scritto:", true],
		["a sentence without a date", "Sosed je o tem napisal:", false],
		["a sentence that goes on", "Dne 23. 11. 2026 je Ana napisala pritožbo.", false],
	];
	for (const [name, attribution, found] of rows) {
		test(name, () => {
			const { history } = splitHistory(`Hvala.\n\n${attribution}\n> navedeno`);
			assert.equal(history.startsWith(attribution), found);
		});
	}
});

test("a very long quotation with a word below it is no trouble", () => {
	const quoted = "> navedeno\n".repeat(50_000);
	assert.equal(splitHistory(`Hvala.\n${quoted}Lep pozdrav`).history, "");
	assert.equal(splitHistory(`Hvala.\n${quoted}`).fresh, "Hvala.");
});
