import type { Speech } from "../../text/speech.ts";

/** `od 1. 2. 2026 do vključno 28. 2. 2026`: a period is kept by the first day outside it and read by its last day. */
export const periodText = ({ from, until }: { from: string; until: string | null }, say: Speech): string =>
	until === null
		? say.t("app.periodOpen", { from: say.date(from) })
		: until <= from
			? say.t("app.periodUndone", { from: say.date(from) })
			: say.t("app.period", {
					from: say.date(from),
					last: say.date(Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()),
				});
