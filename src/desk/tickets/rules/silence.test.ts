import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nextSilenceCheck, reopenableUntil, silenceDue } from "./silence.ts";

const terms = { reminderDays: [3, 7], autoCloseDays: 14 };
const asked = Temporal.Instant.from("2026-03-20T10:00+01:00");

const rows: [name: string, at: string, reminded: number, expected: number | "close" | null][] = [
	["a second before the first reminder", "2026-03-23T09:59:59+01:00", 0, null],
	["the first reminder", "2026-03-23T10:00+01:00", 0, 1],
	["once only", "2026-03-24T10:00+01:00", 1, null],
	["the second reminder, after the change of clocks", "2026-03-27T10:00+01:00", 1, 2],
	["both missed in an outage: one goes out", "2026-03-30T10:00+02:00", 0, 2],
	["an hour before closing in local time", "2026-04-03T09:59+02:00", 2, null],
	["closed", "2026-04-03T10:00+02:00", 2, "close"],
	["closed although nobody was reminded", "2026-06-01T10:00+02:00", 0, "close"],
];

describe("silence of the user", () => {
	for (const [name, at, reminded, expected] of rows) {
		test(name, () => assert.equal(silenceDue(asked, reminded, terms, Temporal.Instant.from(at)), expected));
	}
	test("looked at again exactly when something is due", () => {
		for (const reminded of [0, 1, 2]) {
			const next = nextSilenceCheck(asked, reminded, terms);
			assert.notEqual(silenceDue(asked, reminded, terms, next), null);
			assert.equal(silenceDue(asked, reminded, terms, next.subtract({ seconds: 1 })), null);
		}
	});
	test("reopening counts days of the desk's zone", () =>
		assert.ok(reopenableUntil(asked, 14).equals(Temporal.Instant.from("2026-04-03T10:00+02:00"))));
});
