/** The zone whose calendar months are counted: the parties' own. */
const zone = "Europe/Ljubljana";

/** A calendar month as days and as instants, both half-open. */
export type Month = {
	readonly month: string;
	readonly firstDay: Temporal.PlainDate;
	readonly nextFirstDay: Temporal.PlainDate;
	readonly from: Temporal.Instant;
	readonly until: Temporal.Instant;
};

/** `2026-03` with its bounds; a month in which the clock changes is an hour shorter or longer. */
export function monthOf(text: string): Month {
	const month = Temporal.PlainYearMonth.from(text);
	const firstDay = month.toPlainDate({ day: 1 });
	const nextFirstDay = firstDay.add({ months: 1 });
	return { month: month.toString(), firstDay, nextFirstDay, from: midnight(firstDay), until: midnight(nextFirstDay) };
}

/** `count` months that end with the one given, the oldest first. */
export const monthsUpTo = (text: string, count: number): Month[] => {
	const last = Temporal.PlainYearMonth.from(text);
	return Array.from({ length: count }, (_, n) => monthOf(last.subtract({ months: count - 1 - n }).toString()));
};

const midnight = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(zone).toInstant();
