import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf } from "../../calendars/rules/calendar.ts";
import { workingTimeOf } from "../../calendars/rules/horizon.ts";
import { workFreeDaysSi } from "../../calendars/rules/work-free-days-si.ts";
import { foldClock } from "./clock.ts";
import { explain } from "./why.ts";

const zone = "Europe/Ljubljana";
const weekday = ["09:00-15:30"];
const time = workingTimeOf(
	calendarOf({
		timeZone: zone,
		week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: ["09:00-14:30"] },
		workFreeDays: workFreeDaysSi.map(({ date }) => date),
		exceptions: [{ date: "2026-04-30", windows: ["09:00-12:00"] }],
	}),
);
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const shown = (ms: number) =>
	Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(5, 16);
const hour = 3_600_000;

test("hours: the stretches add up to the allowance, the pause and the days off are named", () => {
	const clock = foldClock([
		{ kind: "started", at: at("2026-04-24T13:30"), allowance: { unit: "ms", ms: 4 * hour }, pauses: true },
		{ kind: "paused", at: at("2026-04-28T10:00") },
		{ kind: "resumed", at: at("2026-04-28T11:00") },
	])!;
	const why = explain(time, clock, at("2026-05-10T00:00"));
	assert.deepEqual(
		why.worked.map(({ open, close }) => [shown(open), shown(close)]),
		[
			["04-24T13:30", "04-24T14:30"],
			["04-28T09:00", "04-28T10:00"],
			["04-28T11:00", "04-28T13:00"],
		],
	);
	assert.equal(
		why.worked.reduce((sum, { open, close }) => sum + close - open, 0),
		4 * hour,
	);
	assert.deepEqual(
		why.pauses.map(({ workingMs }) => workingMs),
		[hour],
	);
	assert.deepEqual(why.closedDays, [{ date: "2026-04-27", reason: "workFreeDay" }]);
	assert.ok("dueAt" in why.standing && shown(why.standing.dueAt) === "04-28T13:00");
});

test("days: which days counted, which passed while the clock stood still", () => {
	const clock = foldClock([
		{
			kind: "started",
			at: at("2026-04-24T09:05"),
			allowance: { unit: "days", days: 3, daysDueAt: "closing" },
			pauses: true,
		},
		{ kind: "paused", at: at("2026-04-29T10:00") },
		{ kind: "resumed", at: at("2026-04-30T08:00") },
	])!;
	const why = explain(time, clock, at("2026-05-10T00:00"));
	assert.deepEqual(
		why.days.map(({ endsAt, isCounted }) => [shown(endsAt), isCounted]),
		[
			["04-28T15:30", true],
			["04-29T15:30", false],
			["04-30T12:00", true],
			["05-04T15:30", true],
		],
	);
	assert.deepEqual(why.closedDays, [
		{ date: "2026-04-27", reason: "workFreeDay" },
		{ date: "2026-04-30", reason: "exception" },
		{ date: "2026-05-01", reason: "workFreeDay" },
	]);
});

test("paused: what was worked so far, and what is left", () => {
	const clock = foldClock([
		{ kind: "started", at: at("2026-04-28T09:00"), allowance: { unit: "ms", ms: 4 * hour }, pauses: true },
		{ kind: "paused", at: at("2026-04-28T10:00") },
	])!;
	const why = explain(time, clock, at("2026-04-28T12:00"));
	assert.deepEqual(why.standing, { left: { unit: "ms", amount: 3 * hour } });
	assert.equal(why.worked.length, 1);
	assert.deepEqual(why.pauses, [{ from: at("2026-04-28T10:00"), to: null, workingMs: 2 * hour }]);
});
