import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type HoldingState, stateOfPeriod } from "./period.view.ts";

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
