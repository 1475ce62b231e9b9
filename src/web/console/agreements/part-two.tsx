import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import parts from "../../ui/agreement/agreement-parts.module.css";
import { allowanceText } from "../../ui/agreement/allowance.view.ts";
import { Facts } from "../../ui/form/facts.tsx";
import { Items } from "./part-one.tsx";
import { type ClauseNumber, nameIn } from "./terms.view.ts";

type Clause = { terms: DraftTerms };

/** One heading of part II. */
export const PartTwoClause = ({ number, terms }: { number: ClauseNumber } & Clause) => {
	switch (number) {
		case "II.1":
			return <IntroductionClause terms={terms} />;
		case "II.2":
			return <GuaranteesClause terms={terms} />;
		case "II.3":
			return <DeviationsClause terms={terms} />;
		case "II.4":
			return <ReviewClause terms={terms} />;
		case "II.5":
			return <StartClause terms={terms} />;
		case "II.6":
			return <FinancingClause terms={terms} />;
		default:
			return <ValidityClause />;
	}
};

const ValidityClause = () => <p>{useText().t("agreement.indefinite")}</p>;

const IntroductionClause = ({ terms }: Clause) => {
	const say = useText();
	const header = terms.agreement;
	const catalogue = header?.catalogue;
	return (
		<>
			<p>
				{header?.umbrella?.mode === "referenced"
					? say.t("agreement.umbrellaReferenced", { number: header.umbrella.documentNumber ?? "–" })
					: say.t("agreement.umbrellaReplaced")}
			</p>
			{catalogue?.acknowledgedAt == null ? null : (
				<p>
					{say.t("agreement.catalogueRead", {
						edition: catalogue.version ?? "–",
						name: nameIn(terms)(catalogue.acknowledgedBy),
						when: say.date(catalogue.acknowledgedAt),
					})}
				</p>
			)}
		</>
	);
};

const GuaranteesClause = ({ terms }: Clause) => {
	const say = useText();
	const table = terms.partII?.leadTimeTable;
	const accepted = terms.partII?.guarantees?.acceptedBy ?? [];
	return (
		<>
			{accepted.length === 0 ? null : (
				<p>{say.t("agreement.guarantees", { names: accepted.map(nameIn(terms)).join(", ") })}</p>
			)}
			<div className={parts["scroll"]} tabIndex={0} role="group">
				<table className={parts["table"]}>
					<thead>
						<tr>
							<th scope="col">{say.t("agreement.impact")}</th>
							<th scope="col">{say.t("agreement.leadTime")}</th>
							<th scope="col">{say.t("agreement.volume")}</th>
						</tr>
					</thead>
					<tbody>
						{(["MINOR", "MEDIUM", "HIGH"] as const).map((impact) => {
							const row = table?.[impact];
							const band = row?.volumePct;
							return (
								<tr key={impact}>
									<th scope="row">{say.t(`agreement.impact-${impact}`)}</th>
									<td>{row?.leadTime == null ? "–" : allowanceText(row.leadTime, say)}</td>
									<td>
										{band?.from == null
											? "–"
											: band.to == null
												? say.t("agreement.volumeFrom", { from: band.from })
												: say.t("agreement.volumeBetween", { from: band.from, to: band.to })}
									</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</>
	);
};

const DeviationsClause = ({ terms }: Clause) => {
	const say = useText();
	const pair = (roles: readonly string[] | null | undefined) =>
		(roles ?? []).map((role) => say.word("words", `role-${role}`)).join(" – ");
	return (
		<Facts
			of={(terms.partII?.deviationLevels ?? []).map((level) => {
				const limit =
					level.limitWorkingDays == null
						? say.t("agreement.noLimit")
						: say.t("agreement.levelLimit", { span: say.t("agreement.workingDays", { n: level.limitWorkingDays }) });
				const pairs = level.level === 1 ? [pair(level.technical), pair(level.content)] : [pair(level.both)];
				return [say.t("agreement.level", { n: level.level }), `${pairs.join("; ")} (${limit})`] as const;
			})}
		/>
	);
};

const ReviewClause = ({ terms }: Clause) => {
	const say = useText();
	const review = terms.partII?.review;
	return (
		<>
			<p>
				{[
					...(review?.onDemand ? [say.t("agreement.onDemand")] : []),
					...(review?.suggestedCadence == null
						? []
						: [say.t("agreement.cadence", { span: allowanceText(review.suggestedCadence, say) })]),
				].join("; ")}
			</p>
			<Items of={review?.agenda?.map((item) => (item == null ? null : say.t(`agreement.agenda-${item}`)))} />
		</>
	);
};

const StartClause = ({ terms }: Clause) => {
	const say = useText();
	const start = terms.partII?.startGates;
	const minimum = (set: "technical" | "content") => start?.advisersQualified?.[set]?.minimum;
	return (
		<>
			<p>{say.t("agreement.startBoth")}</p>
			<Facts
				of={(["technical", "content"] as const).map((set) => {
					const least = minimum(set);
					return [say.t(`agreement.${set}`), least == null ? null : say.t("agreement.advisers", { n: least })];
				})}
			/>
		</>
	);
};

const FinancingClause = ({ terms }: Clause) => {
	const say = useText();
	const financing = terms.partII?.financing;
	return (
		<Facts
			of={[
				[say.t("agreement.payer"), financing?.payer == null ? null : say.t(`agreement.payer-${financing.payer}`)],
				[
					say.t("agreement.number_"),
					financing?.override?.documentNumber == null
						? null
						: [financing.override.documentNumber, financing.override.note].filter(Boolean).join(", "),
				],
			]}
		/>
	);
};
