import type { Speech } from "../../text/speech.ts";

/** An allowance of the terms in words: `PT4H` → `4 h`, `PT1H30M` → `1 h 30 min`, `P2D` → `2 dni`, `P1M` → `1 mesec`. */
export const allowanceText = (duration: string, say: Speech): string => {
	const { days, weeks, months, years, hours, minutes } = Temporal.Duration.from(duration);
	if (years > 0) return say.t("agreement.years", { n: years });
	if (months > 0) return say.t("agreement.months", { n: months });
	if (days + weeks > 0) return say.t("agreement.days", { n: days + weeks * 7 });
	return say.span((hours * 60 + minutes) * 60_000);
};
