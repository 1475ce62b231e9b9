import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import type { Speech } from "../../text/speech.ts";
import styles from "./agreement-parts.module.css";

type Paths = NonNullable<DraftTerms["partI"]>["escalationPaths"];
type Step = NonNullable<NonNullable<NonNullable<Paths>["technical"]>[number]>;

/** Where a ticket goes when first level cannot answer: the targets of each set in order. */
export const EscalationPathList = ({
	paths,
	nameOf,
}: {
	paths: Paths | undefined;
	nameOf: (key: string | null | undefined) => string;
}) => {
	const say = useText();
	return (
		<>
			{(["technical", "content"] as const).map((set) => (
				<div key={set} className={styles["scroll"]} tabIndex={0} role="group">
					<table className={styles["table"]}>
						<caption>{say.t(`agreement.${set}`)}</caption>
						<thead>
							<tr>
								<th scope="col">{say.t("agreement.step")}</th>
								<th scope="col">{say.t("agreement.target")}</th>
								<th scope="col">{say.t("agreement.when")}</th>
								<th scope="col">{say.t("agreement.contact")}</th>
							</tr>
						</thead>
						<tbody>
							{(paths?.[set] ?? []).map((step, index) => (
								<tr key={step?.order ?? index}>
									<td>{step?.order}</td>
									<td>
										{step?.kind === "person" ? nameOf(step.target) : step?.target}
										<div className={styles["muted"]}>
											{step?.kind == null ? "" : say.t(`agreement.target-${step.kind}`)}
										</div>
									</td>
									<td>{step == null ? "" : whenOf(step, index, say)}</td>
									<td>{[step?.email, step?.phone].filter(Boolean).join(", ") || "–"}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			))}
		</>
	);
};

const whenOf = (step: Step, index: number, say: Speech): string => {
	if (step.when != null) return step.when;
	if (index === 0) return say.t("agreement.firstStep");
	if (step.after === "responseDue") return say.t("agreement.after-responseDue");
	if (typeof step.after === "object" && step.after?.workingDays != null) {
		return say.t("agreement.after-days", { n: step.after.workingDays });
	}
	return say.t("agreement.after-manual");
};
