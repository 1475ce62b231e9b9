import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayOf, deskZone } from "./clock.ts";

const rows: [name: string, instant: string, day: string][] = [
	["the last second before midnight in winter", "2026-01-31T22:59:59.999Z", "2026-01-31"],
	["midnight in winter", "2026-01-31T23:00:00Z", "2026-02-01"],
	["the last second before midnight in summer", "2026-06-30T21:59:59.999Z", "2026-06-30"],
	["midnight in summer", "2026-06-30T22:00:00Z", "2026-07-01"],
	["before 1970", "1969-12-31T22:30:00Z", "1969-12-31"],
];
for (const [name, instant, day] of rows)
	test(`the desk's day: ${name}`, () => assert.equal(dayOf(Temporal.Instant.from(instant)).toString(), day));

test("the day kept is the day computed, whatever was asked before", () => {
	const from = Date.UTC(1990, 0, 1);
	fc.assert(
		fc.property(fc.array(fc.integer({ min: from, max: from + 50 * 366 * 86_400_000 }), { minLength: 2 }), (times) => {
			for (const time of times) {
				const instant = Temporal.Instant.fromEpochMilliseconds(time);
				assert.equal(`${dayOf(instant)}`, `${instant.toZonedDateTimeISO(deskZone).toPlainDate()}`);
			}
		}),
	);
});
