import type { Speech } from "../../text/speech.ts";

/** `od 1. 2. 2026 do preklica`, `od 1. 2. 2026 do 1. 3. 2026`; the last day is the first one outside the period. */
export const periodText = (period: { validFrom: string; validUntil: string | null }, say: Speech): string => {
	const until =
		period.validUntil === null ? say.t("people.indefinite") : `${say.t("app.until")} ${say.date(period.validUntil)}`;
	return `${say.t("app.from")} ${say.date(period.validFrom)} ${until}`;
};

export type HoldingState = "now" | "past" | "future";

/** Whether an office is held on the day; half-open, as everywhere. */
export const stateOfPeriod = (
	period: { validFrom: string; validUntil: string | null },
	today: Temporal.PlainDate,
): HoldingState => {
	if (Temporal.PlainDate.compare(period.validFrom, today) > 0) return "future";
	return period.validUntil !== null && Temporal.PlainDate.compare(period.validUntil, today) <= 0 ? "past" : "now";
};
