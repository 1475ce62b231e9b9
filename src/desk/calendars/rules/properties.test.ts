import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { CalendarText } from "./calendar.ts";
import { calendarOf, weekdays } from "./calendar.ts";
import { workingTimeOf } from "./horizon.ts";
import { dueAt, elapsed, isOpen, nextClosing, nextOpening, previousOpening, windowsBetween } from "./working-time.ts";

const minute = fc.integer({ min: 0, max: 1439 });
const written = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const windows = fc
	.uniqueArray(minute, { minLength: 0, maxLength: 6 })
	.map((edges) => edges.toSorted((a, b) => a - b))
	.map((edges) =>
		edges.flatMap((edge, index) => (index % 2 === 1 ? [`${written(edges[index - 1]!)}-${written(edge)}`] : [])),
	);
const calendar = fc
	.record({
		timeZone: fc.constantFrom("Europe/Ljubljana", "America/St_Johns", "Pacific/Apia", "UTC"),
		days: fc.array(windows, { minLength: 7, maxLength: 7 }),
		workFreeDays: fc.uniqueArray(fc.constantFrom("2026-10-25", "2026-10-26", "2026-10-27", "2026-11-01"), {
			maxLength: 3,
		}),
	})
	.filter(({ days }) => days.some((day) => day.length > 0))
	.map(({ timeZone, days, workFreeDays }): CalendarText => ({
		timeZone,
		week: Object.fromEntries(weekdays.map((day, index) => [day, days[index]])),
		workFreeDays,
		exceptions: [],
	}))
	.map((text) => workingTimeOf(calendarOf(text)));
const base = Temporal.Instant.from("2026-10-20T00:00Z").epochMilliseconds;
const instant = fc.integer({ min: 0, max: 21 * 86_400_000 }).map((ms) => base + ms);
const allowance = fc.integer({ min: 0, max: 40 * 3_600_000 });
const far = fc.integer({ min: -800, max: 800 }).map((days) => base + days * 86_400_000);

describe("laws of working time", () => {
	const law = (name: string, property: fc.IRawProperty<never>) =>
		test(name, () => fc.assert(property as fc.IRawProperty<unknown>, { numRuns: 150 }));
	const of = fc.property as unknown as (...parts: unknown[]) => fc.IRawProperty<never>;

	law(
		"elapsed(t, dueAt(t, n)) = n, and nothing earlier does",
		of(calendar, instant, allowance, (time: never, from: number, n: number) => {
			const due = dueAt(time, from, n);
			assert.equal(elapsed(time, from, due), n);
			if (n > 0) assert.equal(elapsed(time, from, due - 1), n - 1);
		}),
	);
	law(
		"elapsed adds up and turns its sign",
		of(calendar, instant, instant, instant, (time: never, a: number, b: number, c: number) => {
			assert.equal(elapsed(time, a, b) + elapsed(time, b, c), elapsed(time, a, c));
			assert.equal(elapsed(time, a, b) + elapsed(time, b, a), 0);
		}),
	);
	law(
		"dueAt in two steps is dueAt in one",
		of(calendar, instant, allowance, allowance, (time: never, from: number, n: number, m: number) => {
			assert.equal(dueAt(time, dueAt(time, from, n), m), m === 0 ? dueAt(time, from, n) : dueAt(time, from, n + m));
		}),
	);
	law(
		"openings and closings agree with isOpen",
		of(calendar, instant, (time: never, at: number) => {
			const opening = nextOpening(time, at);
			assert.ok(opening >= at && isOpen(time, opening));
			assert.equal(elapsed(time, at, opening), 0);
			const closing = nextClosing(time, at);
			assert.ok(closing > opening && !isOpen(time, closing));
			assert.equal(elapsed(time, opening, closing), closing - opening);
			const previous = previousOpening(time, at);
			assert.ok(previous <= at);
			assert.equal(elapsed(time, previous, at), 0);
		}),
	);
	law(
		"windows between two instants add up to the time elapsed",
		of(calendar, instant, instant, (time: never, a: number, b: number) => {
			const spans = windowsBetween(time, a, b);
			const sum = spans.reduce((total, { open, close }) => total + close - open, 0);
			assert.equal(sum, Math.max(0, elapsed(time, a, b)));
		}),
	);
	law(
		"the table answers the same however it has grown",
		of(calendar, instant, far, allowance, (time: never, from: number, far: number, n: number) => {
			const fresh = dueAt(time, from, n);
			isOpen(time, far);
			assert.equal(dueAt(time, from, n), fresh);
		}),
	);
});
