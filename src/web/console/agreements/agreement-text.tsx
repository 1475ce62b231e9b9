import type { ReactNode } from "react";
import type { AgreementView } from "../../../desk/agreements/contract.ts";
import { useText } from "../../text/use-text.tsx";
import styles from "./agreement.module.css";
import { PartOneClause } from "./part-one.tsx";
import { PartTwoClause } from "./part-two.tsx";
import { Drives } from "./drives.tsx";
import { type ClauseNumber, clauses } from "./terms.view.ts";

/** The agreement as it is printed, heading by heading; beside each clause what it drives today. */
export const AgreementText = ({ view }: { view: AgreementView }) => {
	const say = useText();
	return (
		<div className={styles["text"]}>
			<nav className={styles["contents"]} aria-label={say.t("agreement.contents")}>
				{(["I", "II"] as const).map((part) => (
					<div key={part}>
						<strong>{say.t(part === "I" ? "agreement.part1" : "agreement.part2")}</strong>
						<ol>
							{clauses[part].map((number) => (
								<li key={number}>
									<a href={`#${number}`}>
										<span>{number}</span>
										{say.t(`agreement.${number}`)}
									</a>
								</li>
							))}
						</ol>
					</div>
				))}
			</nav>
			<div className={styles["paper"]}>
				<h2 className={styles["part"]}>{say.t("agreement.part1")}</h2>
				{clauses.I.map((number) => (
					<Clause key={number} number={number} view={view}>
						<PartOneClause number={number} terms={view.terms} />
					</Clause>
				))}
				<h2 className={styles["part"]}>{say.t("agreement.part2")}</h2>
				{clauses.II.map((number) => (
					<Clause key={number} number={number} view={view}>
						<PartTwoClause number={number} terms={view.terms} />
					</Clause>
				))}
			</div>
		</div>
	);
};

const Clause = ({ number, view, children }: { number: ClauseNumber; view: AgreementView; children: ReactNode }) => {
	const say = useText();
	return (
		<section className={styles["clause"]} id={number} aria-label={`${number} ${say.t(`agreement.${number}`)}`}>
			<div className={styles["number"]} aria-hidden>
				§ {number}
			</div>
			<div className={styles["body"]}>
				<h3>{say.t(`agreement.${number}`)}</h3>
				{children}
			</div>
			<Drives number={number} view={view} />
		</section>
	);
};
