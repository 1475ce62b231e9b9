export type HoldingState = "now" | "past" | "future";

/** Whether an office is held on the day; half-open, as everywhere. */
export const stateOfPeriod = (
	period: { validFrom: string; validUntil: string | null },
	today: Temporal.PlainDate,
): HoldingState => {
	if (Temporal.PlainDate.compare(period.validFrom, today) > 0) return "future";
	return period.validUntil !== null && Temporal.PlainDate.compare(period.validUntil, today) <= 0 ? "past" : "now";
};
