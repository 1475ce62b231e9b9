import { Refusal } from "../../../kernel/refusal.ts";
import { dateOfDay, dayOf } from "./calendar.ts";
import type { WorkingTime } from "./horizon.ts";
import { furtherAhead, horizonMs, nothingWithin, tableFor } from "./horizon.ts";
import type { OpeningTable, Span } from "./opening-table.ts";
import { dayAt } from "./opening-table.ts";

/** `closing`: a time limit in days ends when its last day closes (ZUP, F29); `sameTime`: at the hour of the hand-over. */
export type DaysDueAt = "closing" | "sameTime";

/**
 * When *n days* given at `from` (UTC ms) run out: on the n-th date with an opening after the date of `from`, which is not
 * counted; 0 days = `from` itself.
 *
 * `sameTime` is the first moment within that date's windows not before the wall time of `from`, else its closing. A date
 * is passed over when the clock stood still at the moment it would have ended: `isPaused(ms)`.
 * Refuses `bad-days` (negative, fractional), `never-opens`, `beyond-horizon`. Source: A-04, `working-time.md` 7.
 */
export function dueAfterDays(
	time: WorkingTime,
	from: number,
	days: number,
	daysDueAt: DaysDueAt = "closing",
	isPaused: (at: number) => boolean = never,
): number {
	const known = daysDueAt === "closing" && isPaused === never ? closingAfter(time, from, checkedDays(days)) : null;
	if (known !== null) return known;
	const walk = endsOfDays(time, from, daysDueAt);
	let due = from;
	for (let counted = 0; counted < checkedDays(days);) {
		const { value } = walk.next();
		if (value === undefined || value - from > horizonMs) throw nothingWithin(time, from, days);
		due = value;
		if (!isPaused(due)) counted++;
	}
	return due;
}

const never = () => false;

/** Without pauses the n-th date is found by its place in the table; null where the table has not been compiled so far. */
function closingAfter(time: WorkingTime, from: number, days: number): number | null {
	if (days === 0) return from;
	const table = tableFor(time, from, from);
	const windows = table.dayWindows[firstAfter(table.days, dayAt(table, from)) + days - 1];
	if (windows === undefined) return null;
	const due = closing(windows);
	return due > table.until || due - from > horizonMs ? null : due;
}

/** The moments at which the dates after that of `from` end, one after another, as far as the horizon. */
export function* endsOfDays(time: WorkingTime, from: number, daysDueAt: DaysDueAt): Generator<number, undefined> {
	let table: OpeningTable | null = tableFor(time, from, from);
	let day = dayAt(table, from);
	while (table) {
		for (let index = firstAfter(table.days, day); index < table.days.length; index++) {
			day = table.days[index]!;
			const windows = table.dayWindows[index]!;
			yield daysDueAt === "closing" ? closing(windows) : sameTime(windows, day, from, time.calendar.timeZone);
		}
		table = furtherAhead(time, from);
	}
	return undefined;
}

/** Whether a date (`2026-12-24`) has an opening in this calendar. */
export function hasOpening(time: WorkingTime, date: string): boolean {
	const day = dayOf(date, "date");
	const at = dateOfDay(day).toZonedDateTime(time.calendar.timeZone).epochMilliseconds;
	const { days } = tableFor(time, at, at);
	return days[firstAfter(days, day - 1)] === day;
}

const closing = (windows: readonly Span[]): number => Math.max(...windows.map(({ close }) => close));

function sameTime(windows: readonly Span[], day: number, from: number, timeZone: string): number {
	const wall = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainTime();
	const wanted = dateOfDay(day).toZonedDateTime({ timeZone, plainTime: wall }).epochMilliseconds;
	const window = windows.find(({ close }) => wanted < close);
	return window ? Math.max(wanted, window.open) : closing(windows);
}

/** Index of the first listed day after `day`; the length when there is none. */
function firstAfter(days: Int32Array, day: number): number {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (days[middle]! <= day) low = middle + 1;
		else high = middle;
	}
	return low;
}

function checkedDays(days: number): number {
	if (Number.isSafeInteger(days) && days >= 0) return days;
	throw new Refusal("invalid", "bad-days", { details: { days: Number.isFinite(days) ? days : String(days) } });
}
