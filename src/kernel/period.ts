/** A half-open period of days `[from, until)`; `until` null = for an indefinite time. */
export type Period = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | null };

export const covers = (period: Period, day: Temporal.PlainDate): boolean =>
	Temporal.PlainDate.compare(period.from, day) <= 0 &&
	(period.until === null || Temporal.PlainDate.compare(day, period.until) < 0);
