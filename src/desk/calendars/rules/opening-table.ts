import type { Calendar } from "./calendar.ts";
import { dateOfDay, epochDay, weekdayOfDay } from "./calendar.ts";

/**
 * A calendar compiled for the days `[firstDay, endDay)`.
 *
 * Window i is `[opens[i], opens[i] + before[i + 1] - before[i])` in UTC milliseconds, `before[i]` the working time from
 * the start of the table to its opening; windows are sorted, not empty and do not touch. Answers from the table hold for
 * instants in `[from, until]`, up to which `reach` is worked.
 *
 * `days` are the dates (counted from 1970-01-01) with at least one opening, `dayWindows[i]` their windows unmerged: the
 * days scheme asks when a *date* closes, which a window merged over midnight no longer knows.
 */
export type OpeningTable = {
	readonly firstDay: number;
	readonly endDay: number;
	readonly from: number;
	readonly until: number;
	readonly reach: number;
	readonly opens: Float64Array;
	readonly before: Float64Array;
	readonly days: Int32Array;
	/** First instant of each date from `firstDay` on: which date an instant falls on is found without asking Temporal. */
	readonly starts: Float64Array;
	readonly dayWindows: readonly (readonly Span[])[];
};

/** Half-open, UTC milliseconds. */
export type Span = { readonly open: number; readonly close: number };

/**
 * An overnight window starts on the date before and ends at most 48 h after that date's midnight, and a change of clock
 * moves an edge by some hours; so the table answers only for instants this many days inside its edges.
 */
const marginDays = 3;

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/** Compiles whole local days with Temporal's `compatible` reading of wall times that occur twice or never. */
export function compileDays(calendar: Calendar, firstDay: number, endDay: number): OpeningTable {
	const workFree = new Set(calendar.workFree);
	const exceptions = new Map(calendar.exceptions.map(({ day, windows }) => [day, windows]));
	const days: number[] = [];
	const dayWindows: Span[][] = [];
	const wall = wallClock(calendar.timeZone, firstDay);
	const starts = new Float64Array(endDay - firstDay);
	for (let day = firstDay; day < endDay; day++, wall.nextDay()) {
		starts[day - firstDay] = wall.start();
		const windows = exceptions.get(day) ?? (workFree.has(day) ? [] : (calendar.week[weekdayOfDay(day)] ?? []));
		const spans = windows
			.map(({ open, close }) => ({ open: wall.instantOf(open), close: wall.instantOf(close) }))
			.filter(({ open, close }) => close > open);
		if (spans.length === 0) continue;
		days.push(day);
		dayWindows.push(spans);
	}
	const merged = mergeSpans(dayWindows.flat());
	const opens = Float64Array.from(merged, (span) => span.open);
	const before = new Float64Array(merged.length + 1);
	for (const [index, { open, close }] of merged.entries()) before[index + 1] = before[index]! + close - open;
	const from = startOfDay(firstDay + marginDays, calendar.timeZone);
	const until = startOfDay(endDay - marginDays, calendar.timeZone);
	const reach = workedUpTo({ opens, before }, until);
	return { firstDay, endDay, from, until, reach, opens, before, days: Int32Array.from(days), starts, dayWindows };
}

/** Working time from the start of the table to `at`. */
export function workedUpTo(table: Pick<OpeningTable, "opens" | "before">, at: number): number {
	const window = windowAtOrBefore(table, at);
	if (window < 0) return 0;
	return Math.min(table.before[window]! + at - table.opens[window]!, table.before[window + 1]!);
}

/** Index of the last window that opens at or before `at`, −1 when none does. */
export function windowAtOrBefore({ opens }: Pick<OpeningTable, "opens">, at: number): number {
	let low = 0;
	let high = opens.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (opens[middle]! <= at) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** Index of the first window at whose closing `target` has been worked; `target` > 0 and reached within the table. */
export function windowReaching({ before }: Pick<OpeningTable, "before">, target: number): number {
	let low = 1;
	let high = before.length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (before[middle]! < target) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

export const closeOf = (table: OpeningTable, window: number): number =>
	table.opens[window]! + table.before[window + 1]! - table.before[window]!;

/** First instant of a date in a zone (not always 00:00: some zones change their clocks at midnight). */
export const startOfDay = (day: number, timeZone: string): number =>
	dateOfDay(day).toZonedDateTime(timeZone).epochMilliseconds;

/** The local date of an instant that the table answers for, counted from 1970-01-01. */
export function dayAt({ starts, firstDay }: OpeningTable, at: number): number {
	let index = Math.min(starts.length - 1, Math.floor((at - starts[0]!) / msPerDay));
	while (at < starts[index]!) index--;
	while (index + 1 < starts.length && at >= starts[index + 1]!) index++;
	return firstDay + index;
}

/** The same for any instant. */
export const localDay = (ms: number, timeZone: string): number =>
	epochDay(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate());

/** Sorted, touching and overlapping ones joined (windows that a March night folds onto each other count once). */
export function mergeSpans(spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.open - b.open)) {
		const last = merged.at(-1);
		if (last && span.open <= last.close) {
			merged[merged.length - 1] = { open: last.open, close: Math.max(last.close, span.close) };
		} else if (span.close > span.open) merged.push(span);
	}
	return merged;
}

/**
 * Wall times of one date after another as instants. Temporal is asked only beyond the next change of clock: before it, an
 * hour of wall time is an hour, and compiling takes a tenth of the time.
 */
function wallClock(timeZone: string, firstDay: number) {
	let day = firstDay;
	let start = startOfDay(day, timeZone);
	let change = nextChange(start, timeZone);
	return {
		start: (): number => start,
		instantOf(minutes: number): number {
			const steady = start + minutes * msPerMinute;
			if (steady < change) return steady;
			const wall = dateOfDay(day).toPlainDateTime().add({ minutes });
			return wall.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
		},
		nextDay(): void {
			day++;
			const steady = start + msPerDay;
			start = steady < change ? steady : startOfDay(day, timeZone);
			if (start >= change) change = nextChange(start, timeZone);
		},
	};
}

const nextChange = (after: number, timeZone: string): number =>
	Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).getTimeZoneTransition("next")
		?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
