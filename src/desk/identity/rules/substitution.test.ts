import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { obstaclesToDate, substitutionNotInForce } from "./substitution.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const march = { from: day("2026-03-01"), until: day("2026-04-01") };

describe("a substitution (§2.2, rule 4)", () => {
	const rows: [today: string, code: string][] = [
		["2026-02-28", "substitution-not-begun"],
		["2026-04-01", "substitution-over"],
		["2026-05-01", "substitution-over"],
	];
	for (const [today, code] of rows) {
		test(`on ${today}`, () => assert.equal(substitutionNotInForce(march, day(today)).code, code));
	}
	test("an open one is never over", () =>
		assert.deepEqual(substitutionNotInForce({ from: day("2026-03-01"), until: null }, day("2026-02-01")), {
			code: "substitution-not-begun",
			details: { from: "2026-03-01" },
		}));

	const dated: [date: string, deputyFor: string | null, codes: string[]][] = [
		["2026-02-28", "lea", ["not-deputy-then"]],
		["2026-03-01", "lea", []],
		["2026-03-31", "lea", []],
		["2026-04-01", "lea", ["not-deputy-then"]],
		["2026-02-28", null, ["office-not-held-then"]],
		["2026-03-01", null, []],
	];
	for (const [date, deputyFor, codes] of dated) {
		test(`an act of ${deputyFor === null ? "the holder" : "a deputy"} dated ${date}`, () =>
			assert.deepEqual(
				obstaclesToDate({ ...march, deputyFor }, day(date), "date").map((obstacle) => obstacle.code),
				codes,
			));
	}
});
