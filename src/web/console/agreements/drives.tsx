import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AgreementView } from "../../../desk/agreements/contract.ts";
import { useText } from "../../text/use-text.tsx";
import { useNow } from "../../ui/time/now.tsx";
import styles from "./agreement.module.css";
import { type ClauseNumber, reachableNow } from "./terms.view.ts";

/** What a clause drives today: only of an agreement in force, and only where something follows from the clause. */
export const Drives = ({ number, view }: { number: ClauseNumber; view: AgreementView }) => {
	const say = useText();
	const shown = view.state === "active" ? contentOf(number, view) : null;
	return (
		<aside
			className={shown === null ? undefined : styles["drives"]}
			aria-label={shown === null ? undefined : say.t("agreement.drives")}
		>
			{shown}
		</aside>
	);
};

const contentOf = (number: ClauseNumber, view: AgreementView): ReactNode => {
	switch (number) {
		case "I.2":
		case "I.12":
			return <TicketsLink view={view} />;
		case "I.9":
			return <TicketsLink view={view} level="2" />;
		case "I.10":
			return <Reachable view={view} />;
		case "I.11":
		case "I.16":
			return <ReportLink view={view} />;
		case "I.14":
		case "II.5":
			return <TrainingLink />;
		default:
			return null;
	}
};

const TicketsLink = ({ view, level }: { view: AgreementView; level?: "2" }) => {
	const say = useText();
	return (
		<Link
			to="/app/queue"
			search={{ serviceId: view.serviceId, ...(level === undefined ? {} : { view: "secondLevel" as const }) }}
		>
			{say.t(level === undefined ? "agreement.toTickets" : "agreement.toQueue")}
		</Link>
	);
};

const ReportLink = ({ view }: { view: AgreementView }) => (
	<Link to="/app/reports" search={{ serviceId: view.serviceId }}>
		{useText().t("agreement.toReport")}
	</Link>
);

const TrainingLink = () => <Link to="/app/training">{useText().t("agreement.toTraining")}</Link>;

const Reachable = ({ view }: { view: AgreementView }) => {
	const say = useText();
	const now = useNow();
	return (
		<>
			{(["TECHNICAL", "CONTENT"] as const).map((set) => {
				const found = reachableNow(view.terms, set, now);
				if (found === null) return null;
				const when = say.near(found.changesAt, now);
				return (
					<p key={set}>
						{say.word("words", `set-${set}`)}:{" "}
						{say.t(found.isOpen ? "agreement.openNow" : "agreement.closedNow", { when })}
					</p>
				);
			})}
		</>
	);
};
