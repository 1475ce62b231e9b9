import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { barsOf } from "./bars.ts";
import { type Cell, csvText } from "./csv.ts";
import { definitions } from "./definitions.ts";
import { Measure } from "./measure.ts";
import { monthOf, monthsUpTo } from "./months.ts";

describe("a cell of the table", () => {
	const rows: [name: string, cell: Cell, text: string][] = [
		["a number stays one, also below zero", -3, "-3"],
		["nothing", null, ""],
		["plain text", "čakanje", "čakanje"],
		["the separator is quoted", "a;b", '"a;b"'],
		["quotes are doubled", 'reče "da"', '"reče ""da"""'],
		["a line end is kept within quotes", "a\nb", '"a\nb"'],
		["a formula", "=1+1", "'=1+1"],
		["a formula behind spaces", "  =HYPERLINK(1)", "'  =HYPERLINK(1)"],
		["a formula behind a no-break space", "\u00a0@SUM(A1)", "'\u00a0@SUM(A1)"],
		["a plus", "+386 40", "'+386 40"],
		["a minus", "-a", "'-a"],
		["an at sign", "@a", "'@a"],
		["a tab", "\t=1", "'\t=1"],
		["a line end before a formula", "\r\n=1", '"\'\r\n=1"'],
		["a formula with the separator", "=A1;B1", '"\'=A1;B1"'],
		["an equals sign inside is no formula", "a=b", "a=b"],
	];
	for (const [name, cell, text] of rows) test(name, () => assert.equal(csvText([[cell]]), `\uFEFF${text}\r\n`));

	test("rows end with CRLF, the file begins with the mark", () => {
		assert.equal(
			csvText([
				["a", 1],
				["b", null],
			]),
			"\uFEFFa;1\r\nb;\r\n",
		);
	});
});

describe("a month", () => {
	const rows: [name: string, month: string, from: string, until: string][] = [
		["in winter", "2026-01", "2025-12-31T23:00:00Z", "2026-01-31T23:00:00Z"],
		["that loses an hour", "2026-03", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"],
		["that gains an hour", "2026-10", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"],
		["of a leap year", "2028-02", "2028-01-31T23:00:00Z", "2028-02-29T23:00:00Z"],
	];
	for (const [name, text, from, until] of rows) {
		test(name, () => {
			const month = monthOf(text);
			assert.deepEqual([`${month.from}`, `${month.until}`], [from, until]);
		});
	}

	test("months follow one another without a gap, over the turn of the year too", () => {
		const months = monthsUpTo("2026-02", 12);
		assert.deepEqual([months[0]?.month, months.at(-1)?.month, months.length], ["2025-03", "2026-02", 12]);
		for (const [at, month] of months.slice(1).entries()) assert.ok(month.from.equals(months[at]!.until));
	});
});

test("bars sum over the other dimensions, the most frequent first, equal ones by code", () => {
	const counted = [
		{ channel: "EMAIL", category: "T1", label: null, count: 2 },
		{ channel: "PHONE", category: "T1", label: "prijava", count: 1 },
		{ channel: "PHONE", category: "-", label: null, count: 3 },
	];
	assert.deepEqual(barsOf(counted, "channel", false), [
		{ value: "PHONE", label: null, count: 4 },
		{ value: "EMAIL", label: null, count: 2 },
	]);
	assert.deepEqual(barsOf(counted, "category", true), [
		{ value: "-", label: null, count: 3 },
		{ value: "T1", label: "prijava", count: 3 },
	]);
});

test("every number is defined in both languages", () => {
	for (const language of ["sl", "en"] as const) assert.deepEqual(Object.keys(definitions[language]), Measure.options);
});
