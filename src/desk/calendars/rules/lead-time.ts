import { Refusal } from "../../../kernel/refusal.ts";

/** Work-free days as ISO dates; with Saturday and Sunday they say what is not a working day. */
export type WorkFreeDates = ReadonlySet<string>;

export type DayCount = "calendar" | "working";

/** A working day of the offices: Monday to Friday, not work-free. */
export const isWorkingDay = (date: Temporal.PlainDate, workFree: WorkFreeDates): boolean =>
	date.dayOfWeek <= 5 && !workFree.has(date.toString());

/**
 * Last day on which an announcement of a change starting on `start` is on time, and the last working day on or before it,
 * which the screen advises.
 *
 * `leadTime` is a whole number of days or of months (`P2D`, `P10D`, `P1M`); the day of the change is not counted; a month
 * ends on the same-numbered day, else on the last one. `working` counts only working days (months are always calendar
 * months). Refuses `bad-lead-time`. Source: A-02, GUA-12 to GUA-15.
 */
export function leadTimeDeadline(
	start: Temporal.PlainDate,
	leadTime: string,
	dayCount: DayCount,
	workFree: WorkFreeDates,
): { literal: Temporal.PlainDate; advised: Temporal.PlainDate } {
	const form = /^P(\d{1,4})([DM])$/.exec(leadTime);
	if (!form) throw new Refusal("invalid", "bad-lead-time", { details: { leadTime } });
	const count = Number(form[1]);
	const literal =
		form[2] === "M"
			? start.subtract({ months: count })
			: dayCount === "calendar"
				? start.subtract({ days: count })
				: workingDaysFrom(start, -count, workFree);
	return { literal, advised: workingDayOnOrBefore(literal, workFree) };
}

/** The n-th working day after (before, when negative) a date, which is not counted; the date itself for 0. */
export function workingDaysFrom(date: Temporal.PlainDate, count: number, workFree: WorkFreeDates): Temporal.PlainDate {
	let day = date;
	for (let left = Math.abs(count); left > 0;) {
		day = day.add({ days: Math.sign(count) });
		if (isWorkingDay(day, workFree)) left--;
	}
	return day;
}

export const workingDayOnOrBefore = (date: Temporal.PlainDate, workFree: WorkFreeDates): Temporal.PlainDate =>
	isWorkingDay(date, workFree) ? date : workingDaysFrom(date, -1, workFree);

export const workingDayOnOrAfter = (date: Temporal.PlainDate, workFree: WorkFreeDates): Temporal.PlainDate =>
	isWorkingDay(date, workFree) ? date : workingDaysFrom(date, 1, workFree);
