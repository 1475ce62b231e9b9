import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WhyView } from "../../../desk/clocks/contract.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { allowanceSentence, leftSentence, rowsOf, timelineOf } from "./why.view.ts";

const say = speech("sl", sl);
const plain = (text: string | null) => text?.replaceAll("\u00A0", " ");
const week = [["08:00-16:00"], ["08:00-16:00"], ["08:00-16:00"], ["08:00-16:00"], ["08:00-14:30"], [], []];

/** R03 of the examples: handed over on 12. 3. at 14:05, four hours of second level's time. */
const why = {
	clock: {
		startedAt: "2026-03-12T13:05:00Z",
		dueAt: "2026-03-13T09:05:00Z",
		left: null,
		allowance: { unit: "ms", amount: 14_400_000 },
	},
	calendar: { hours: "TECHNICAL", timeZone: "Europe/Ljubljana", week, observesWorkFreeDays: true },
	worked: [
		{ from: "2026-03-12T13:05:00Z", to: "2026-03-12T15:00:00Z" },
		{ from: "2026-03-13T07:00:00Z", to: "2026-03-13T09:05:00Z" },
	],
	pauses: [],
	closedDays: [],
	days: [],
} as unknown as WhyView;

describe("why a deadline is when it is", () => {
	test("the rows of the wireframe", () => {
		assert.deepEqual(
			rowsOf(why, say).map((row) => [plain(row.day), row.hours, plain(row.counted)]),
			[
				["čet., 12. 3.", "14:05–16:00", "1 h 55 min"],
				["pet., 13. 3.", "08:00–10:05", "2 h 05 min"],
			],
		);
	});
	test("the allowance", () => {
		assert.equal(plain(allowanceSentence(why, say)), "Dovoljeni čas: 4 h delovnega časa");
	});
	test("days are said as days", () => {
		const days = { ...why, clock: { ...why.clock, allowance: { unit: "days", amount: 3 } } } as WhyView;
		assert.equal(allowanceSentence(days, say), "Dovoljeni čas: 3 delovni dnevi");
	});
	test("what is left while it stands still", () => {
		assert.equal(leftSentence(why, say), null);
		const paused = { ...why, clock: { ...why.clock, left: { unit: "ms", amount: 3_600_000 } } } as WhyView;
		assert.equal(plain(leftSentence(paused, say)), "Preostane še 1 h delovnega časa.");
	});
});

describe("the timeline", () => {
	const now = Temporal.Instant.from("2026-03-12T14:05+01:00");
	test("two days, the due time on the second", () => {
		const line = timelineOf(why, now);
		assert.deepEqual([line?.fromHour, line?.untilHour], [8, 16]);
		assert.deepEqual(
			line?.days.map((day) => [day.date, day.due === null, day.now === null]),
			[
				["2026-03-12", true, false],
				["2026-03-13", false, true],
			],
		);
	});
	test("a shortened day is drawn as it was", () => {
		const day = { date: "2026-03-13", reason: "exception" as const, name: null, windows: ["08:00-12:00"] };
		const line = timelineOf({ ...why, closedDays: [day] }, now);
		const open = line?.days[1]?.bars.filter((bar) => bar.kind === "open");
		assert.deepEqual(open, [{ kind: "open", from: 0, to: 0.5 }]);
	});
	test("too long to draw", () => {
		const long = { ...why, clock: { ...why.clock, dueAt: "2026-04-13T09:05:00Z" } } as WhyView;
		assert.equal(timelineOf(long, now), null);
	});
});
