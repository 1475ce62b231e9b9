import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./agreement-parts.module.css";
import { allowanceText } from "./allowance.view.ts";

type Scheme = NonNullable<NonNullable<DraftTerms["partI"]>["priorityScheme"]>;
type Matrix = Extract<Scheme, { kind: "matrix" }>;
type Days = Extract<Scheme, { kind: "days" }>;

/** I.11 as the form prints it: two tables by severity, or days by set, or nothing agreed. */
export const PriorityTables = ({
	scheme,
	isSoleChannel,
	nameOf,
}: {
	scheme: Scheme | null | undefined;
	isSoleChannel: boolean | null;
	nameOf: (key: string | null | undefined) => string;
}) => {
	const say = useText();
	if (scheme == null) return null;
	const decision = scheme.decision;
	return (
		<>
			{isSoleChannel === null ? null : (
				<p>{say.t(isSoleChannel ? "agreement.soleChannel" : "agreement.notSoleChannel")}</p>
			)}
			{scheme.kind === "matrix" ? <MatrixTables scheme={scheme} /> : null}
			{scheme.kind === "days" ? <DaysTable scheme={scheme} /> : null}
			{scheme.kind === "none" ? <p>{say.t("agreement.noScheme")}</p> : null}
			{decision?.rationale == null ? null : (
				<p>
					{say.t("agreement.decidedBy")}: {(decision.decidedBy ?? []).map((key) => nameOf(key)).join(", ")};{" "}
					{decision.rationale}
				</p>
			)}
		</>
	);
};

const MatrixTables = ({ scheme }: { scheme: Matrix }) => {
	const say = useText();
	const mixed = Object.entries(scheme.mixedCells ?? {}).filter(([, table]) => table != null);
	return (
		<>
			<SeverityTable scheme={scheme} table="solo" />
			<SeverityTable scheme={scheme} table="withOthers" />
			{mixed.length === 0 ? null : (
				<p>
					{say.t("agreement.mixed")}:{" "}
					{mixed
						.map(
							([cell, table]) => `${say.word("agreement", `mixed-${cell}`)} – ${say.word("agreement", String(table))}`,
						)
						.join("; ")}
					.
				</p>
			)}
			<p>{say.t(scheme.clock === "24x7" ? "agreement.clock24" : "agreement.clockAvailability")}</p>
		</>
	);
};

const SeverityTable = ({ scheme, table }: { scheme: Matrix; table: "solo" | "withOthers" }) => {
	const say = useText();
	const letter = table === "solo" ? "A" : "B";
	return (
		<div className={styles["scroll"]} tabIndex={0} role="group">
			<table className={styles["table"]}>
				<caption>{say.t(`agreement.table${letter}`)}</caption>
				<thead>
					<tr>
						{(["severity", "description", "response", "resolution"] as const).map((head) => (
							<th key={head} scope="col">
								{say.t(`agreement.${head}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{(["CRITICAL", "MAJOR", "MINOR"] as const).map((severity) => (
						<tr key={severity}>
							<th scope="row">{say.t(`words.priority-${severity}`)}</th>
							<td>{scheme.descriptions?.[table]?.[severity]}</td>
							{(["response", "resolution"] as const).map((column) => {
								const allowance = scheme[table]?.[severity]?.[column];
								return <td key={column}>{allowance == null ? "–" : allowanceText(allowance, say)}</td>;
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
};

const DaysTable = ({ scheme }: { scheme: Days }) => {
	const say = useText();
	const ofSet = (set: "technical" | "content", priority: "P1" | "P2" | "P3"): string => {
		const days = scheme.resolutionDays?.[set];
		const n = typeof days === "number" ? days : days?.[priority];
		return n == null ? "–" : say.t("agreement.workingDays", { n });
	};
	return (
		<>
			<div className={styles["scroll"]} tabIndex={0} role="group">
				<table className={styles["table"]}>
					<caption>{say.t("agreement.daysScheme")}</caption>
					<thead>
						<tr>
							<th scope="col">{say.t("agreement.severity")}</th>
							<th scope="col">{say.t("agreement.description")}</th>
							<th scope="col">{say.t("agreement.content")}</th>
							<th scope="col">{say.t("agreement.technical")}</th>
						</tr>
					</thead>
					<tbody>
						{(["P1", "P2", "P3"] as const).map((priority) => (
							<tr key={priority}>
								<th scope="row">{priority}</th>
								<td>{scheme.descriptions?.[priority]}</td>
								<td>{ofSet("content", priority)}</td>
								<td>{ofSet("technical", priority)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{scheme.notSoleChannelPolicy == null ? null : (
				<p>{say.t(`agreement.notSoleChannel_${scheme.notSoleChannelPolicy}`)}</p>
			)}
		</>
	);
};
