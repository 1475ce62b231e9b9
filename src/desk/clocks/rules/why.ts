import { dateOfDay, weekdayOfDay } from "../../calendars/rules/calendar.ts";
import { endsOfDays } from "../../calendars/rules/days.ts";
import type { WorkingTime } from "../../calendars/rules/horizon.ts";
import type { Span } from "../../calendars/rules/opening-table.ts";
import { localDay } from "../../calendars/rules/opening-table.ts";
import { elapsed, windowsBetween } from "../../calendars/rules/working-time.ts";
import type { Clock } from "./clock.ts";
import { standing } from "./clock.ts";
import type { Reckoning } from "./reckoning.ts";
import { spansWorked, unionOf } from "./reckoning.ts";

/**
 * Everything a due time was made of, so that it can be told and drawn: instants in UTC ms.
 *
 * `worked` are the stretches that count, from the start to the due time, or to `until` while the clock is paused; their sum
 * is the allowance. `pauses` say how much working time each took away. `closedDays` are the dates on the way on which the
 * week would have been open, or other than the week says. `days` only in the days scheme.
 */
export type Why = {
	readonly startedAt: number;
	readonly standing: Reckoning;
	readonly worked: readonly Span[];
	readonly pauses: readonly { readonly from: number; readonly to: number | null; readonly workingMs: number }[];
	readonly closedDays: readonly { readonly date: string; readonly reason: "workFreeDay" | "exception" }[];
	readonly days: readonly { readonly endsAt: number; readonly isCounted: boolean }[];
};

/** The account of one clock; `until` (UTC ms) bounds what is told of a clock that has no due time. Source: `working-time.md` 16. */
export function explain(time: WorkingTime, clock: Clock, until: number, warningShare?: number): Why {
	const found = standing(time, clock, warningShare);
	const end = Math.max(clock.startedAt, "dueAt" in found ? found.dueAt : until);
	const still = unionOf(clock.pauses, clock.startedAt);
	return {
		startedAt: clock.startedAt,
		standing: found,
		worked: spansWorked(time, clock.startedAt, end, still),
		pauses: still
			.filter(({ open }) => open < end)
			.map(({ open, close }) => ({
				from: open,
				to: close === Number.POSITIVE_INFINITY ? null : close,
				workingMs: elapsed(time, open, Math.min(close, end)),
			})),
		closedDays: closedDays(time, clock.startedAt, end),
		days: clock.allowance.unit === "ms" ? [] : daysPassed(time, clock, end, still),
	};
}

/** The windows of whole days, from the date of one instant to the date of another: what a drawing shows as open. */
export const openOnDays = (time: WorkingTime, from: number, to: number): Span[] => {
	const { timeZone } = time.calendar;
	const startOf = (day: number) => dateOfDay(day).toZonedDateTime(timeZone).epochMilliseconds;
	return windowsBetween(
		time,
		startOf(localDay(from, timeZone)),
		startOf(localDay(Math.max(from, to - 1), timeZone) + 1),
	);
};

function closedDays(time: WorkingTime, from: number, to: number): Why["closedDays"] {
	const { timeZone, week, workFree, exceptions } = time.calendar;
	const [first, last] = [localDay(from, timeZone), localDay(to, timeZone)];
	const isOnTheWay = (day: number) => day >= first && day <= last;
	const changed = exceptions.filter(({ day }) => isOnTheWay(day)).map(({ day }) => day);
	const free = workFree.filter(
		(day) => isOnTheWay(day) && !changed.includes(day) && (week[weekdayOfDay(day)]?.length ?? 0) > 0,
	);
	return [
		...free.map((day) => ({ day, reason: "workFreeDay" as const })),
		...changed.map((day) => ({ day, reason: "exception" as const })),
	]
		.toSorted((a, b) => a.day - b.day)
		.map(({ day, reason }) => ({ date: dateOfDay(day).toString(), reason }));
}

function daysPassed(time: WorkingTime, clock: Clock, end: number, still: readonly Span[]): Why["days"] {
	if (clock.allowance.unit !== "days") return [];
	const passed: { endsAt: number; isCounted: boolean }[] = [];
	for (const endsAt of endsOfDays(time, clock.startedAt, clock.allowance.daysDueAt)) {
		if (endsAt > end) break;
		passed.push({ endsAt, isCounted: !still.some(({ open, close }) => open < endsAt && endsAt <= close) });
	}
	return passed;
}
