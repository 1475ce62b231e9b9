import type { Speech } from "../../text/speech.ts";
import { periodText } from "../time/period.view.ts";

/** As whose deputy somebody acted, and when the substitution was to last as it was recorded then. */
export const substitutionText = (
	{ forName, from, until }: { forName: string; from: string | null; until: string | null },
	say: Speech,
): string =>
	from === null
		? say.t("agreement.substituted", { name: forName })
		: say.t("agreement.substitutedDuring", { name: forName, period: periodText({ from, until }, say) });
