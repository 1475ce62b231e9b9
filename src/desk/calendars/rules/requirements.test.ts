import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CalendarText } from "./calendar.ts";
import { calendarOf } from "./calendar.ts";
import { dueAfterDays } from "./days.ts";
import { workingTimeOf } from "./horizon.ts";
import { leadTimeDeadline } from "./lead-time.ts";
import { statutoryReply } from "./statutory-reply.ts";
import { workFreeDaysSi } from "./work-free-days-si.ts";
import { dueAt } from "./working-time.ts";

// Every row of requirements.md §1.6 (but the impact classifier, which the announcements own).
const zone = "Europe/Ljubljana";
const workFreeDays = workFreeDaysSi.map(({ date }) => date);
const workFree = new Set(workFreeDays);

const secondLevel = (weekday: string, friday: string): CalendarText => ({
	timeZone: zone,
	week: { mon: [weekday], tue: [weekday], wed: [weekday], thu: [weekday], fri: [friday] },
	workFreeDays,
	exceptions: [],
});
const local = (text: string) =>
	Temporal.PlainDateTime.from(text.replace(" ", "T")).toZonedDateTime(zone).epochMilliseconds;
const shown = (ms: number) =>
	Temporal.Instant.fromEpochMilliseconds(ms)
		.toZonedDateTimeISO(zone)
		.toPlainDateTime()
		.toString({ smallestUnit: "minute" })
		.replace("T", " ");
const hours = (count: number) => count * 3_600_000;

describe("matrix clock, Mon–Thu 8–16, Fri 8–14.30 (PRI-13 to PRI-20)", () => {
	const time = workingTimeOf(calendarOf(secondLevel("08:00-16:00", "08:00-14:30")));
	const rows = [
		["2026-04-24 12:30", 1, 4, "2026-04-24 13:30", "2026-04-28 10:00", "weekend and 27 April"],
		["2026-04-24 14:30", 1, 4, "2026-04-28 09:00", "2026-04-28 12:00", "exactly at closing"],
		["2026-04-23 15:00", 2, 6, "2026-04-24 09:00", "2026-04-24 13:00", "over night"],
		["2026-04-30 09:00", 5, 18, "2026-04-30 14:00", "2026-05-05 11:00", "1–2 May"],
		["2026-11-23 10:00", 2, 6, "2026-11-23 12:00", "2026-11-23 16:00", "a holiday that is a working day"],
		["2026-12-24 15:00", 5, 12, "2026-12-28 12:00", "2026-12-29 11:00", "25–26 December"],
		["2026-04-04 11:00", 3, 8, "2026-04-07 11:00", "2026-04-07 16:00", "Saturday, Easter Monday, a whole day"],
		["2026-10-30 13:00", 5, 12, "2026-11-02 11:30", "2026-11-03 10:30", "31 October and 1 November on a weekend"],
	] as const;
	for (const [from, response, resolution, respondBy, resolveBy, why] of rows) {
		test(`${from}: ${why}`, () => {
			assert.equal(shown(dueAt(time, local(from), hours(response))), respondBy);
			assert.equal(shown(dueAt(time, local(from), hours(resolution))), resolveBy);
		});
	}
});

describe("days scheme, Mon–Thu 9–15.30, Fri 9–14.30 (A-04)", () => {
	const time = workingTimeOf(calendarOf(secondLevel("09:00-15:30", "09:00-14:30")));
	const rows = [
		["2026-04-30 10:00", 3, "2026-05-06 15:30"],
		["2026-04-24 09:05", 5, "2026-05-05 15:30"],
		["2026-12-23 12:00", 5, "2026-12-31 15:30"],
		["2026-11-23 11:00", 1, "2026-11-24 15:30"],
	] as const;
	for (const [from, days, due] of rows) {
		test(`${from} and ${days} days`, () => assert.equal(shown(dueAfterDays(time, local(from), days)), due));
	}
	test("at the same time of day", () => {
		const due = (from: string) => shown(dueAfterDays(time, local(from), 1, "sameTime"));
		assert.equal(due("2026-11-23 11:00"), "2026-11-24 11:00");
		assert.equal(due("2026-11-23 07:00"), "2026-11-24 09:00");
		assert.equal(due("2026-11-26 15:00"), "2026-11-27 14:30");
	});
});

describe("lead times (A-02, GUA-12 to GUA-15)", () => {
	const leadTime = { MINOR: "P2D", MEDIUM: "P10D", HIGH: "P1M" } as const;
	const rows = [
		["2026-04-01", "MINOR", "2026-03-30", "2026-03-30"],
		["2026-04-01", "MEDIUM", "2026-03-22", "2026-03-20"],
		["2026-04-01", "HIGH", "2026-03-01", "2026-02-27"],
		["2026-03-31", "HIGH", "2026-02-28", "2026-02-27"],
		["2026-05-04", "MINOR", "2026-05-02", "2026-04-30"],
		["2026-05-04", "MEDIUM", "2026-04-24", "2026-04-24"],
		["2026-04-28", "MINOR", "2026-04-26", "2026-04-24"],
		["2026-12-28", "MINOR", "2026-12-26", "2026-12-24"],
		["2026-12-28", "HIGH", "2026-11-28", "2026-11-27"],
		["2027-01-04", "MINOR", "2027-01-02", "2026-12-31"],
		["2027-01-04", "MEDIUM", "2026-12-25", "2026-12-24"],
	] as const;
	for (const [start, impact, literal, advised] of rows) {
		test(`${start} ${impact}`, () => {
			const found = leadTimeDeadline(Temporal.PlainDate.from(start), leadTime[impact], "calendar", workFree);
			assert.equal(found.literal.toString(), literal);
			assert.equal(found.advised.toString(), advised);
		});
	}
	test("working days, where the agreement counts them", () => {
		const found = leadTimeDeadline(Temporal.PlainDate.from("2026-05-04"), "P2D", "working", workFree);
		assert.equal(found.literal.toString(), "2026-04-29");
	});
	for (const leadTime of ["P1Y", "2", "P-2D", "PT2H", ""]) {
		test(`"${leadTime}" is no lead time`, () => {
			const ask = () => leadTimeDeadline(Temporal.PlainDate.from("2026-05-04"), leadTime, "calendar", workFree);
			assert.throws(ask, { code: "bad-lead-time" });
		});
	}
});

describe("statutory reply (A-40, F25, F29): the requests of the examples", () => {
	const rows = [
		["2026-03-10T09:12+01:00", "2026-03-25"],
		["2026-03-12T13:55+01:00", "2026-03-27"],
		["2026-04-13T07:48+02:00", "2026-04-28"],
		["2026-04-24T09:00+02:00", "2026-05-11"],
		["2026-04-30T09:40+02:00", "2026-05-15"],
		["2026-05-14T19:42+02:00", "2026-05-29"],
		["2026-10-25T02:15+02:00", "2026-11-09"],
		["2026-11-18T08:05+01:00", "2026-12-03"],
		["2026-12-04T09:30+01:00", "2026-12-21"],
	] as const;
	for (const [received, lastDay] of rows) {
		test(`${received} → ${lastDay}`, () => {
			const reply = statutoryReply(Temporal.Instant.from(received), zone, workFree);
			assert.equal(reply.lastDay.toString(), lastDay);
			assert.equal(reply.dueAt.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 }).toString(), lastDay);
		});
	}
});
