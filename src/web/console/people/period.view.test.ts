import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { type HoldingState, periodText, stateOfPeriod } from "./period.view.ts";

const say = speech("sl", sl);
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("a period in words", () => {
	test("open", () => {
		assert.equal(plain(periodText({ validFrom: "2026-02-01", validUntil: null }, say)), "od 1. 2. 2026 do preklica");
	});
	test("closed", () => {
		assert.equal(
			plain(periodText({ validFrom: "2026-02-01", validUntil: "2026-03-01" }, say)),
			"od 1. 2. 2026 do 1. 3. 2026",
		);
	});
});

describe("an office on 12. 3. 2026", () => {
	const rows: [from: string, until: string | null, state: HoldingState][] = [
		["2026-03-12", null, "now"],
		["2026-03-13", null, "future"],
		["2026-01-01", "2026-03-12", "past"],
		["2026-01-01", "2026-03-13", "now"],
	];
	for (const [from, until, state] of rows) {
		test(`${from}–${until}`, () =>
			assert.equal(
				stateOfPeriod({ validFrom: from, validUntil: until }, Temporal.PlainDate.from("2026-03-12")),
				state,
			));
	}
});
