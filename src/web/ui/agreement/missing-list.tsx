import { completeness } from "../../../desk/agreements/contract.ts";
import type { AgreementId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Asked } from "../state/asked.tsx";
import { ClauseChip } from "../time/clause-chip.tsx";
import styles from "./agreement-parts.module.css";

/** What the text still lacks, each by the heading of the form and linked to it. */
export const MissingList = ({ id, count }: { id: AgreementId; count: number }) => {
	const say = useText();
	return (
		<section className={styles["missing"]} aria-label={say.t("agreement.missing", { n: count })}>
			<strong>{say.t("agreement.missing", { n: count })}</strong>
			<Asked question={useQuestion(completeness, { id })}>
				{({ rows }) => (
					<ul>
						{rows.map((row) => (
							<li key={`${row.code}${row.at}`}>
								<ClauseChip
									text={`§ ${row.clause}`}
									full={say.t("time.clause", {
										number: row.clause,
										heading: say.word("agreement", row.clause, "agreement.custom"),
									})}
									agreementId={id}
									anchor={row.clause}
								/>
								<span>{say.language === "sl" ? row.sl : row.en}</span>
							</li>
						))}
					</ul>
				)}
			</Asked>
		</section>
	);
};
