import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import { AvailabilityWeek } from "../../ui/agreement/availability-week.tsx";
import { daysOf } from "../../ui/agreement/week.view.ts";
import { Facts } from "../../ui/form/facts.tsx";

/** I.10: second level's week of each set, the days that differ, and the work-free days. */
export const AvailabilityClause = ({ terms }: { terms: DraftTerms }) => {
	const say = useText();
	const availability = terms.partI?.availability;
	const exceptions = (availability?.exceptions ?? []).filter((exception) => exception?.date != null);
	return (
		<>
			<AvailabilityWeek week={availability?.technical ?? {}} label={say.t("agreement.technical")} />
			<AvailabilityWeek week={availability?.content ?? {}} label={say.t("agreement.content")} />
			{exceptions.length === 0 ? null : (
				<Facts
					of={exceptions.map((exception) => [
						say.date(exception.date ?? ""),
						[
							...(["technical", "content"] as const).flatMap((set) => {
								const windows = exception[set];
								if (windows == null) return [];
								const text = daysOf({ mon: windows }, say.language)[0]?.text;
								return [`${say.t(`agreement.${set}`)}: ${text === "" ? say.t("agreement.closedAllDay") : text}`];
							}),
							...(exception.note == null ? [] : [exception.note]),
						].join("; "),
					])}
				/>
			)}
			<p>{say.t(availability?.holidays === "none" ? "agreement.noHolidays" : "agreement.holidays")}</p>
		</>
	);
};
