import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CalendarText } from "./calendar.ts";
import { alwaysOpen, calendarOf, dateOfDay, epochDay, weekdayOfDay } from "./calendar.ts";
import { dueAfterDays } from "./days.ts";
import { workingTimeOf } from "./horizon.ts";
import { dueAt, elapsed, isOpen, nextClosing, nextOpening, previousOpening, windowsBetween } from "./working-time.ts";

const weekly: CalendarText = {
	timeZone: "Europe/Ljubljana",
	week: { mon: ["08:00-12:00", "13:00-16:00"] },
	workFreeDays: [],
	exceptions: [],
};
const monday = Temporal.Instant.from("2026-11-23T08:00+01:00").epochMilliseconds;
const hour = 3_600_000;
const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ timeZone: "Europe/Ljubljana" });

describe("a bad calendar is refused and the entry named", () => {
	const rows: readonly (readonly [string, Partial<CalendarText>, string, string])[] = [
		["unknown zone", { timeZone: "Mars/Olympus" }, "unknown-zone", "timeZone"],
		["offset for a zone", { timeZone: "+01:00" }, "unknown-zone", "timeZone"],
		["no zone", { timeZone: "" }, "unknown-zone", "timeZone"],
		["weekday in full", { week: { monday: ["08:00-16:00"] } as never }, "unknown-weekday", "week.monday"],
		["hour of one figure", { week: { tue: ["8:00-16:00"] } }, "bad-window", "week.tue.0"],
		["minute 60", { week: { tue: ["08:00-12:60"] } }, "bad-window", "week.tue.0"],
		["hour 25", { week: { tue: ["08:00-16:00", "17:00-25:00"] } }, "bad-window", "week.tue.1"],
		["24:00 as a beginning", { week: { tue: ["24:00-08:00"] } }, "bad-window", "week.tue.0"],
		["words", { week: { tue: ["od jutra"] } }, "bad-window", "week.tue.0"],
		["overlap", { week: { tue: ["08:00-12:00", "11:00-16:00"] } }, "overlapping-windows", "week.tue.1"],
		[
			"overlap over midnight",
			{ week: { tue: ["22:00-06:00"], wed: ["05:00-09:00"] } },
			"overlapping-windows",
			"week.wed.0",
		],
		[
			"Sunday into Monday",
			{ week: { sun: ["22:00-09:00"], mon: ["08:00-09:00"] } },
			"overlapping-windows",
			"week.mon.0",
		],
		["date that is none", { workFreeDays: ["2026-01-01", "2026-02-30"] }, "bad-date", "workFreeDays.1"],
		["date in words", { exceptions: [{ date: "1. 5. 2026", windows: [] }] }, "bad-date", "exceptions.0.date"],
		[
			"window of an exception",
			{ exceptions: [{ date: "2026-05-01", windows: ["x"] }] },
			"bad-window",
			"exceptions.0.windows.0",
		],
		["empty week", { week: {} }, "never-opens", "week"],
		[
			"date named twice",
			{
				exceptions: [
					{ date: "2026-05-01", windows: [] },
					{ date: "2026-05-01", windows: ["08:00-09:00"] },
				],
			},
			"repeated-date",
			"exceptions",
		],
	];
	for (const [name, change, code, at] of rows) {
		test(name, () => {
			assert.throws(
				() => calendarOf({ ...weekly, ...change }),
				(refusal: { code: string; details: { at: string } }) => refusal.code === code && refusal.details.at === at,
			);
		});
	}
	test("touching windows are no overlap, and 24:00 is a closing", () => {
		calendarOf({ ...weekly, week: { mon: ["08:00-12:00", "12:00-24:00"], tue: ["00:00-06:00"] } });
	});
});

describe("a bad question is refused, never answered with NaN and never a loop", () => {
	const time = workingTimeOf(calendarOf(weekly));
	const shift = { date: "2026-12-24", windows: ["08:00-12:00"] };
	const once = workingTimeOf(calendarOf({ ...weekly, week: {}, exceptions: [shift] }));
	const rows: readonly (readonly [string, () => unknown, string])[] = [
		["negative allowance", () => dueAt(time, monday, -1), "bad-allowance"],
		["allowance NaN", () => dueAt(time, monday, Number.NaN), "bad-allowance"],
		["half a millisecond", () => dueAt(time, monday, 0.5), "bad-allowance"],
		["infinite allowance", () => dueAt(time, monday, Number.POSITIVE_INFINITY), "bad-allowance"],
		["enormous allowance", () => dueAt(time, monday, Number.MAX_SAFE_INTEGER), "beyond-horizon"],
		["negative days", () => dueAfterDays(time, monday, -1), "bad-days"],
		["half a day", () => dueAfterDays(time, monday, 0.5), "bad-days"],
		["enormous number of days", () => dueAfterDays(time, monday, 1e9), "beyond-horizon"],
		["instant NaN", () => dueAt(time, Number.NaN, 0), "instant-outside-horizon"],
		["instant before 1970", () => isOpen(time, -1), "instant-outside-horizon"],
		["instant after 2199", () => elapsed(time, monday, 7.3e12), "instant-outside-horizon"],
		["fraction of a millisecond", () => nextOpening(time, monday + 0.5), "instant-outside-horizon"],
		["nothing before", () => previousOpening(once, monday), "never-opens"],
		["nothing after", () => nextOpening(once, monday + 40 * 24 * hour), "never-opens"],
	];
	for (const [name, ask, code] of rows) test(name, () => assert.throws(ask, { code }));

	test("work-free for ever", () => {
		const first = epochDay(Temporal.PlainDate.from("2026-01-01"));
		const workFreeDays = Array.from({ length: 4100 }, (_, index) => dateOfDay(first + index).toString());
		const closed = workingTimeOf(calendarOf({ ...weekly, workFreeDays }));
		assert.throws(() => nextOpening(closed, monday), { code: "never-opens" });
		assert.throws(() => nextClosing(closed, monday), { code: "never-opens" });
		assert.throws(() => dueAt(closed, monday, 1), { code: "never-opens" });
		assert.throws(() => dueAfterDays(closed, monday, 1), { code: "never-opens" });
		assert.equal(elapsed(closed, monday, monday + 1e10), 0);
	});
	test("always open never closes", () => {
		const open = workingTimeOf(calendarOf(alwaysOpen("Europe/Ljubljana")));
		assert.throws(() => nextClosing(open, monday), { code: "never-closes" });
		assert.equal(dueAt(open, monday, 24 * hour), monday + 24 * hour);
	});
});

describe("what beats what", () => {
	const time = workingTimeOf(
		calendarOf({
			...weekly,
			workFreeDays: ["2026-11-23", "2026-11-30"],
			exceptions: [
				{ date: "2026-11-23", windows: ["10:00-11:00"] },
				{ date: "2026-12-07", windows: [] },
				{ date: "2026-12-09", windows: ["22:00-02:00"] },
			],
		}),
	);
	test("an exception beats a work-free day, which beats the week; an extra shift runs over midnight", () => {
		const spans = windowsBetween(time, monday, monday + 22 * 24 * hour);
		assert.deepEqual(
			spans.map(({ open, close }) => `${iso(open).slice(0, 16)}/${iso(close).slice(0, 16)}`),
			[
				"2026-11-23T10:00/2026-11-23T11:00",
				"2026-12-09T22:00/2026-12-10T02:00",
				"2026-12-14T08:00/2026-12-14T12:00",
				"2026-12-14T13:00/2026-12-14T16:00",
			],
		);
	});
});

describe("changes of clock", () => {
	const on = (date: string, week: CalendarText["week"]) => {
		const time = workingTimeOf(calendarOf({ ...weekly, week }));
		const day = Temporal.PlainDate.from(date);
		const [from, to] = [day, day.add({ days: 1 })].map(
			(each) => each.toZonedDateTime("Europe/Ljubljana").epochMilliseconds,
		) as [number, number];
		return elapsed(time, from, to) / hour;
	};
	test("a 24-hour Sunday has 23 and 25 hours", () => {
		assert.equal(on("2026-03-29", { sun: ["00:00-24:00"] }), 23);
		assert.equal(on("2026-10-25", { sun: ["00:00-24:00"] }), 25);
	});
	test("windows in the March gap fold onto each other and count once", () => {
		assert.equal(on("2026-03-29", { sun: ["02:00-02:45", "03:00-04:00"] }), 1);
	});
	test("a window wholly in the gap with a later end before its beginning is dropped", () => {
		assert.equal(on("2026-03-29", { sun: ["02:30-03:00", "08:00-09:00"] }), 1);
	});
	test("a window that ends in the hour that comes twice ends at its first coming", () => {
		assert.equal(on("2026-10-25", { sun: ["01:00-02:30"] }), 1.5);
	});
});

test("the day of the week of any day", () => {
	for (let day = -1000; day < 30_000; day += 37) assert.equal(weekdayOfDay(day), dateOfDay(day).dayOfWeek - 1);
});
