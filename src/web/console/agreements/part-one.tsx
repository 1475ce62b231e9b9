import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { useText } from "../../text/use-text.tsx";
import { CategoryTree } from "../../ui/agreement/category-tree.tsx";
import { EscalationPathList } from "../../ui/agreement/escalation-path-list.tsx";
import { PriorityTables } from "../../ui/agreement/priority-tables.tsx";
import { Facts } from "../../ui/form/facts.tsx";
import { AvailabilityClause } from "./availability-clause.tsx";
import { ClientClause } from "./client-clause.tsx";
import { type ClauseNumber, nameIn } from "./terms.view.ts";

type Clause = { terms: DraftTerms };

/** One heading of part I; a field not filled in shows nothing, the list above says that it is missing. */
export const PartOneClause = ({ number, terms }: { number: ClauseNumber } & Clause) => {
	const part = terms.partI;
	const service = part?.service;
	switch (number) {
		case "I.1":
			return <p>{service?.longName ?? service?.name}</p>;
		case "I.2":
			return <SupportClause terms={terms} />;
		case "I.3":
			return <p>{service?.shortDescription}</p>;
		case "I.4":
			return <Items of={service?.technicalRequirements} />;
		case "I.5":
			return <AccessClause terms={terms} />;
		case "I.6":
			return <ClientClause terms={terms} />;
		case "I.7":
			return <Items of={service?.userGroups?.map((group) => group?.label)} />;
		case "I.8":
			return <ExpectationsClause terms={terms} />;
		case "I.9":
			return <EscalationPathList paths={part?.escalationPaths} nameOf={nameIn(terms)} />;
		case "I.10":
			return <AvailabilityClause terms={terms} />;
		case "I.11":
			return (
				<PriorityTables
					scheme={part?.priorityScheme}
					isSoleChannel={service?.soleChannel ?? null}
					nameOf={nameIn(terms)}
				/>
			);
		case "I.12":
			return <CategoryTree classification={part?.classification} />;
		default:
			return <CareClause number={number} terms={terms} />;
	}
};

const CareClause = ({ number, terms }: { number: ClauseNumber } & Clause) => {
	switch (number) {
		case "I.13":
			return <KnowledgeClause terms={terms} />;
		case "I.14":
			return <TrainingClause terms={terms} />;
		case "I.15":
			return <ChangesClause terms={terms} />;
		default:
			return <ReportingClause terms={terms} />;
	}
};

export const Items = ({ of }: { of: readonly (string | null | undefined)[] | null | undefined }) => {
	const items = (of ?? []).filter((item) => item != null && item !== "");
	return items.length === 0 ? null : (
		<ul>
			{items.map((item) => (
				<li key={item}>{item}</li>
			))}
		</ul>
	);
};

const SupportClause = ({ terms }: Clause) => {
	const say = useText();
	const support = terms.partI?.support;
	const row = (extent: string | null | undefined, limits: string | null | undefined) =>
		extent == null ? null : [say.word("words", `extent-${extent}`), limits].filter(Boolean).join("; ");
	return (
		<Facts
			of={[
				[say.t("agreement.technical"), row(support?.technical, support?.technicalLimits)],
				[say.t("agreement.content"), row(support?.content, support?.contentLimits)],
			]}
		/>
	);
};

const AccessClause = ({ terms }: Clause) => {
	const service = terms.partI?.service;
	return (
		<>
			<p>{service?.accessInstructions}</p>
			<Items of={service?.accessPrerequisites} />
			<Items of={service?.accessPoints?.map((point) => point?.url)} />
		</>
	);
};

const ExpectationsClause = ({ terms }: Clause) => {
	const say = useText();
	const support = terms.partI?.support;
	return (
		<>
			<p>{support?.expectations}</p>
			<Facts
				of={[
					[say.t("agreement.topics"), <Items key="topics" of={support?.contentTopics} />],
					[say.t("agreement.tasks"), <Items key="tasks" of={support?.technicalTasks} />],
				]}
			/>
		</>
	);
};

const KnowledgeClause = ({ terms }: Clause) => {
	const say = useText();
	const base = terms.partI?.knowledgeBase;
	const name = nameIn(terms);
	return (
		<Facts
			of={(["technical", "content"] as const).map((set) => {
				const part = base?.[set];
				const editors = (part?.editors ?? []).map((key) => name(key)).join(", ");
				return [
					say.t(`agreement.${set}`),
					part?.location == null ? null : `${part.location} (${say.t("agreement.editors")}: ${editors})`,
				];
			})}
		/>
	);
};

const TrainingClause = ({ terms }: Clause) => {
	const say = useText();
	const training = terms.partI?.training;
	const name = nameIn(terms);
	return (
		<Facts
			of={(["technical", "content"] as const).map((set) => {
				const part = training?.[set];
				if (part?.contact == null) return [say.t(`agreement.${set}`), null];
				const hours =
					part.initialHours == null ? "" : `, ${say.t("agreement.initialHours")} ${say.number(part.initialHours)} h`;
				return [say.t(`agreement.${set}`), `${name(part.contact)}${hours}`];
			})}
		/>
	);
};

const ChangesClause = ({ terms }: Clause) => {
	const say = useText();
	const changes = terms.partI?.changes;
	const catalogue = terms.agreement?.catalogue;
	return (
		<Facts
			of={[
				[
					say.t("agreement.reportTo"),
					[...(catalogue?.managementEmails ?? []), catalogue?.adviserMailbox].filter(Boolean).join(", "),
				],
				[
					say.t("agreement.informsUsers"),
					changes?.usersInformedBy == null ? null : say.t(`agreement.${changes.usersInformedBy}`),
				],
			]}
		/>
	);
};

const ReportingClause = ({ terms }: Clause) => {
	const say = useText();
	const reporting = terms.partI?.reporting;
	return (
		<Facts
			of={[
				[
					say.t("agreement.recipients"),
					(reporting?.recipients ?? []).map((custodian) => say.word("agreement", custodian)).join(", "),
				],
				[say.t("agreement.definition"), reporting?.statistics?.definition],
				[say.t("agreement.schedule"), reporting?.statistics?.schedule],
			]}
		/>
	);
};
