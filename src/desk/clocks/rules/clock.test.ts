import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { calendarOf } from "../../calendars/rules/calendar.ts";
import { workingTimeOf } from "../../calendars/rules/horizon.ts";
import { elapsed } from "../../calendars/rules/working-time.ts";
import type { ClockEvent } from "./clock.ts";
import { foldClock, isBreached, standing } from "./clock.ts";
import type { Pause } from "./reckoning.ts";
import { reckon, unionOf, workedBetween } from "./reckoning.ts";
import type { Allowance } from "./targets.ts";

const weekday = ["08:00-16:00"];
const time = workingTimeOf(
	calendarOf({
		timeZone: "Europe/Ljubljana",
		week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: ["08:00-14:30"] },
		workFreeDays: [],
		exceptions: [],
	}),
);
/** Days of the week from Monday 16 November 2026. */
const at = (day: number, wall: string) =>
	Temporal.PlainDate.from("2026-11-16").add({ days: day }).toZonedDateTime({
		timeZone: "Europe/Ljubljana",
		plainTime: wall,
	}).epochMilliseconds;
const shown = (ms: number) =>
	Temporal.Instant.fromEpochMilliseconds(ms)
		.toZonedDateTimeISO("Europe/Ljubljana")
		.toPlainDateTime()
		.toString()
		.slice(8, 16);
const hours = (count: number): Allowance => ({ unit: "ms", ms: count * 3_600_000 });
const days = (count: number): Allowance => ({ unit: "days", days: count, daysDueAt: "closing" });

describe("pauses move the due time by the hours they cover", () => {
	const started = at(0, "14:00");
	const rows: readonly (readonly [string, Allowance, readonly Pause[], string])[] = [
		["none", hours(4), [], "17T10:00"],
		["within hours", hours(4), [{ from: at(0, "15:00"), to: at(0, "15:30") }], "17T10:30"],
		["outside hours costs nothing", hours(4), [{ from: at(0, "16:00"), to: at(1, "08:00") }], "17T10:00"],
		["over night", hours(4), [{ from: at(0, "15:00"), to: at(1, "09:00") }], "17T12:00"],
		[
			"two that overlap count once",
			hours(4),
			[
				{ from: at(0, "14:30"), to: at(0, "15:30") },
				{ from: at(0, "15:00"), to: at(0, "15:45") },
			],
			"17T11:15",
		],
		[
			"two apart, given out of order",
			hours(4),
			[
				{ from: at(1, "08:00"), to: at(1, "09:00") },
				{ from: at(0, "14:00"), to: at(0, "15:00") },
			],
			"17T12:00",
		],
		["begun before the clock", hours(4), [{ from: at(-1, "09:00"), to: at(0, "15:00") }], "17T11:00"],
		["after it ran out", hours(1), [{ from: at(0, "15:30"), to: null }], "16T15:00"],
		["beginning exactly when it runs out", hours(1), [{ from: at(0, "15:00"), to: null }], "16T15:00"],
		["days: within one day", days(2), [{ from: at(1, "09:00"), to: at(1, "15:00") }], "18T16:00"],
		["days: over one closing", days(2), [{ from: at(1, "15:00"), to: at(2, "08:30") }], "19T16:00"],
		["days: from closing to opening", days(2), [{ from: at(1, "16:00"), to: at(2, "08:00") }], "18T16:00"],
		["days: two whole days, Friday shorter", days(3), [{ from: at(2, "08:00"), to: at(4, "08:00") }], "23T16:00"],
	];
	for (const [name, allowance, pauses, due] of rows) {
		test(name, () => {
			const found = reckon(time, started, allowance, pauses);
			assert.ok("dueAt" in found);
			assert.equal(shown(found.dueAt), due);
		});
	}
	test("while paused only a remainder", () => {
		const paused = [{ from: at(0, "15:00"), to: null }];
		assert.deepEqual(reckon(time, started, hours(4), paused), { left: { unit: "ms", amount: 3 * 3_600_000 } });
		assert.deepEqual(reckon(time, started, days(3), [{ from: at(1, "17:00"), to: null }]), {
			left: { unit: "days", amount: 2 },
		});
	});
	test("the warning is the same arithmetic at its share", () => {
		const found = reckon(time, started, hours(4), [{ from: at(0, "15:00"), to: at(0, "15:30") }]);
		assert.ok("dueAt" in found);
		assert.equal(shown(found.warnAt), "17T09:30");
		const early = reckon(time, started, hours(4), [], 50);
		assert.ok("dueAt" in early);
		assert.equal(shown(early.warnAt), "16T16:00");
	});
});

test("whatever the pauses, the time worked without them is the allowance", () => {
	const instant = fc.integer({ min: 0, max: 10 * 1440 }).map((minutes) => at(0, "00:00") + minutes * 60_000);
	const pause = fc.tuple(instant, instant).map(([a, b]): Pause => ({ from: Math.min(a, b), to: Math.max(a, b) }));
	fc.assert(
		fc.property(
			instant,
			fc.integer({ min: 0, max: 40 * 3_600_000 }),
			fc.array(pause, { maxLength: 5 }),
			(from, ms, pauses) => {
				const found = reckon(time, from, { unit: "ms", ms }, pauses);
				assert.ok("dueAt" in found);
				const still = unionOf(pauses, from);
				assert.equal(workedBetween(time, from, found.dueAt, still), ms);
				const paused = still.reduce(
					(sum, { open, close }) =>
						sum + elapsed(time, open, Math.min(close, found.dueAt)) * Number(open < found.dueAt),
					0,
				);
				assert.equal(elapsed(time, from, found.dueAt), ms + paused);
				assert.ok(found.warnAt <= found.dueAt);
			},
		),
		{ numRuns: 300 },
	);
});

describe("a clock is a fold over what happened", () => {
	const started: ClockEvent = { kind: "started", at: at(0, "09:00"), allowance: hours(4), pauses: true };
	const paused: ClockEvent = { kind: "paused", at: at(0, "10:00") };
	const resumed: ClockEvent = { kind: "resumed", at: at(0, "11:00") };
	const met: ClockEvent = { kind: "met", at: at(0, "15:00") };

	test("nothing before the start", () => assert.equal(foldClock([paused, resumed]), null));
	test("paused twice is paused once; resumed without a pause changes nothing", () => {
		const clock = foldClock([started, resumed, paused, { kind: "paused", at: at(0, "10:30") }, resumed])!;
		assert.equal(clock.state, "running");
		assert.deepEqual(clock.pauses, [{ from: at(0, "10:00"), to: at(0, "11:00") }]);
	});
	test("a clock of law does not pause", () => {
		const clock = foldClock([{ ...started, pauses: false }, paused])!;
		assert.equal(clock.state, "running");
		assert.deepEqual(clock.pauses, []);
	});
	test("met while paused ends the pause", () => {
		const clock = foldClock([started, paused, met])!;
		assert.deepEqual([clock.state, clock.endedAt, clock.pauses.at(-1)?.to], ["met", at(0, "15:00"), at(0, "15:00")]);
	});
	test("nothing changes what ended", () => {
		const clock = foldClock([started, met]);
		const later: ClockEvent[] = [
			paused,
			{ kind: "termsChanged", at: at(1, "08:00"), allowance: hours(1) },
			{ kind: "cancelled", at: at(1, "09:00") },
		];
		assert.deepEqual(foldClock([started, met, ...later]), clock);
	});
	test("changed terms count from the same beginning", () => {
		const clock = foldClock([started, { kind: "termsChanged", at: at(0, "10:00"), allowance: hours(6) }])!;
		const found = standing(time, clock);
		assert.equal("dueAt" in found && shown(found.dueAt), "16T15:00");
	});
	test("breach: met later than due, or running when due has passed, and nothing else", () => {
		const due = at(0, "13:00");
		assert.equal(isBreached({ state: "met", endedAt: due }, due, due + 1), false);
		assert.equal(isBreached({ state: "met", endedAt: due + 1 }, due, due), true);
		assert.equal(isBreached({ state: "running", endedAt: null }, due, due), false);
		assert.equal(isBreached({ state: "running", endedAt: null }, due, due + 1), true);
		assert.equal(isBreached({ state: "paused", endedAt: null }, null, due + 1), false);
		assert.equal(isBreached({ state: "cancelled", endedAt: due + 5 }, due, due + 9), false);
	});
});
