import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
	dateText,
	momentText,
	monthText,
	nearDay,
	nearMoment,
	numberText,
	percentText,
	printedHours,
	proseDate,
	spanText,
	timeText,
	weekdayDate,
	weekdayMoment,
} from "./slovenian.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
/** The rows read better with plain spaces; one row below checks the no-break ones. */
const plain = (text: string) => text.replaceAll("\u00A0", " ");

/** Thursday, 12 March 2026, 14:05 in Ljubljana. */
const now = at("2026-03-12T14:05+01:00");

const rows: [name: string, sl: string, en: string, expectedSl: string, expectedEn: string][] = [
	["date", dateText("sl", day("2026-03-12")), dateText("en", day("2026-03-12")), "12. 3. 2026", "12 Mar 2026"],
	[
		"date in a row",
		weekdayDate("sl", day("2026-03-12")),
		weekdayDate("en", day("2026-03-12")),
		"čet., 12. 3.",
		"Thu, 12 Mar",
	],
	[
		"date in prose",
		proseDate("sl", day("2026-03-27")),
		proseDate("en", day("2026-03-27")),
		"27. marca 2026",
		"27 March 2026",
	],
	[
		"month",
		monthText("sl", Temporal.PlainYearMonth.from("2026-05")),
		monthText("en", Temporal.PlainYearMonth.from("2026-05")),
		"maj 2026",
		"May 2026",
	],
	["moment", momentText("sl", now), momentText("en", now), "12. 3. 2026 ob 14:05", "12 Mar 2026, 14:05"],
	[
		"moment with weekday",
		weekdayMoment("sl", now),
		weekdayMoment("en", now),
		"četrtek, 12. 3. 2026 ob 14:05",
		"Thursday, 12 Mar 2026, 14:05",
	],
	["a decimal", numberText("sl", 1.5), numberText("en", 1.5), "1,5", "1.5"],
	["a share", percentText("sl", 0.205), percentText("en", 0.205), "20,5 %", "20.5%"],
	[
		"printed hours",
		printedHours("sl", Temporal.PlainTime.from("08:00"), Temporal.PlainTime.from("16:00")),
		printedHours("en", Temporal.PlainTime.from("08:00"), Temporal.PlainTime.from("16:00")),
		"8.00–16.00",
		"8:00–16:00",
	],
];

describe("formats of both languages", () => {
	for (const [name, sl, en, expectedSl, expectedEn] of rows) {
		test(`${name} in Slovenian`, () => assert.equal(plain(sl), expectedSl));
		test(`${name} in English`, () => assert.equal(plain(en), expectedEn));
	}

	test("day, month and year are held together", () => {
		assert.equal(dateText("sl", day("2026-03-12")), "12.\u00A03.\u00A02026");
	});
});

const near: [instant: string, sl: string, en: string][] = [
	["2026-03-12T15:05+01:00", "danes 15:05", "today 15:05"],
	["2026-03-12T00:00+01:00", "danes 00:00", "today 00:00"],
	["2026-03-13T10:05+01:00", "jutri 10:05", "tomorrow 10:05"],
	["2026-03-11T23:59+01:00", "včeraj 23:59", "yesterday 23:59"],
	["2026-03-14T10:05+01:00", "sob. 10:05", "Sat 10:05"],
	["2026-03-18T10:05+01:00", "sre. 10:05", "Wed 10:05"],
	["2026-03-06T10:05+01:00", "pet. 10:05", "Fri 10:05"],
	["2026-03-19T10:05+01:00", "19. 3.", "19 Mar"],
	["2027-01-04T10:05+01:00", "4. 1. 2027", "4 Jan 2027"],
];

describe("a moment seen from 12. 3. 2026 at 14:05", () => {
	for (const [instant, sl, en] of near) {
		test(instant, () => {
			assert.equal(plain(nearMoment("sl", at(instant), now)), sl);
			assert.equal(plain(nearMoment("en", at(instant), now)), en);
		});
	}

	test("a day alone", () => {
		assert.equal(nearDay("sl", day("2026-03-13"), day("2026-03-12")), "jutri");
		assert.equal(plain(nearDay("sl", day("2026-03-14"), day("2026-03-12"))), "14. 3.");
	});
});

describe("the hour that the autumn change repeats", () => {
	const hours: [instant: string, expected: string][] = [
		["2026-10-25T02:15+02:00", "02:15 (+02:00)"],
		["2026-10-25T02:15+01:00", "02:15 (+01:00)"],
		["2026-10-25T01:59+02:00", "01:59"],
		["2026-10-25T03:00+01:00", "03:00"],
		["2026-03-29T03:15+02:00", "03:15"],
	];
	for (const [instant, expected] of hours) test(instant, () => assert.equal(timeText(at(instant)), expected));
});

describe("spans", () => {
	const minute = 60_000;
	const spans: [milliseconds: number, expected: string][] = [
		[0, "0 min"],
		[59_999, "0 min"],
		[55 * minute, "55 min"],
		[60 * minute, "1 h"],
		[115 * minute, "1 h 55 min"],
		[125 * minute, "2 h 05 min"],
		[-115 * minute, "1 h 55 min"],
		[38.5 * 60 * minute, "38 h 30 min"],
	];
	for (const [milliseconds, expected] of spans) {
		test(`${milliseconds} ms`, () => assert.equal(plain(spanText(milliseconds)), expected));
	}
});
