import { deskZone } from "../../platform/clock.ts";

/** Dates and times of the examples, moved by whole weeks: weekdays and times of day stay what they were. */
export type Moved = {
	readonly weeks: number;
	/** UTC milliseconds of a time with its offset (`2026-03-12T14:05+01:00`) or of the desk's wall clock (`2026-03-12T14:05`). */
	instant(text: string): number;
	date(text: string): string;
};

export const movedBy = (weeks: number): Moved => ({
	weeks,
	instant: (text) => zoned(text).add({ weeks }).epochMilliseconds,
	date: (text) => Temporal.PlainDate.from(text).add({ weeks }).toString(),
});

/** Moved by the most weeks at which `last` still lies at or before `now` (UTC ms). */
export function movedUpTo(now: number, last: string): Moved {
	const days = Temporal.Instant.fromEpochMilliseconds(now)
		.toZonedDateTimeISO(deskZone)
		.toPlainDate()
		.since(zoned(last).toPlainDate(), { largestUnit: "days" }).days;
	const moved = movedBy(Math.floor(days / 7));
	return moved.instant(last) <= now ? moved : movedBy(moved.weeks - 1);
}

const zoned = (text: string): Temporal.ZonedDateTime =>
	/(?:Z|[+-]\d{2}:\d{2})$/.test(text)
		? Temporal.Instant.from(text).toZonedDateTimeISO(deskZone)
		: Temporal.PlainDateTime.from(text).toZonedDateTime(deskZone);
