import { Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { type AgreementView, agreement } from "../../../desk/agreements/contract.ts";
import { AgreementId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { GateList } from "../../ui/agreement/gate-list.tsx";
import { MissingList } from "../../ui/agreement/missing-list.tsx";
import { SignatureCards } from "../../ui/agreement/signature-card.tsx";
import { substitutionText } from "../../ui/agreement/substitution.view.ts";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { AgreementActs } from "./agreement-acts.tsx";
import { AgreementText } from "./agreement-text.tsx";
import styles from "./agreement.module.css";
import { Publication } from "./publication.tsx";

export const AgreementScreen = () => {
	const { id } = useParams({ from: "/inside/app/agreements/$id" });
	const parsed = AgreementId.safeParse(id);
	const question = useQuestion(agreement, { id: id as AgreementId }, { keepOld: false, enabled: parsed.success });
	return <Asked question={question}>{(view) => <AgreementPage view={view} />}</Asked>;
};

const AgreementPage = ({ view }: { view: AgreementView }) => {
	const say = useText();
	return (
		<Page
			title={say.t("agreement.heading", { service: view.serviceName })}
			aside={
				<>
					<StateBadge text={say.t("desk.version", { number: view.number })} />
					<StateBadge text={say.word("words", `agreement-${view.state}`)} />
				</>
			}
			actions={<AgreementActs view={view} />}
		>
			{view.parts.includes("WHOLE") ? null : <Text c="dimmed">{say.t("agreement.partOnly")}</Text>}
			{view.supersededBy === null ? null : <Text c="dimmed">{say.t("agreement.supersededBy")}</Text>}
			{view.missing.length === 0 ? null : <MissingList id={view.id} count={view.missing.length} />}
			<div className={styles["top"]}>
				<Panel title={say.t("agreement.gates")}>
					<GateList
						gates={view.gates}
						supportStart={view.supportStart}
						waitsFor={view.waitsFor}
						agreementId={view.id}
					/>
				</Panel>
				<Panel title={say.t("agreement.signatures")}>
					<SignatureCards signatures={view.signatures} hash={view.contentHash} />
					<Approvals view={view} />
				</Panel>
				<Panel title={say.t("agreement.publication")}>
					<Publication view={view} />
				</Panel>
			</div>
			<AgreementText view={view} />
			{view.comments.length === 0 ? null : <Comments view={view} />}
		</Page>
	);
};

const Approvals = ({ view }: { view: AgreementView }) => {
	const say = useText();
	if (view.approvals.length === 0) return null;
	return (
		<ul className={styles["plain"]} aria-label={say.t("agreement.approvals")}>
			<li aria-hidden>
				<strong>{say.t("agreement.approvals")}</strong>
			</li>
			{view.approvals.map((approval) => (
				<li key={approval.party}>
					{say.t("agreement.approvedBy", {
						party: say.word("agreement", `party-${approval.party}`),
						name: approval.name,
						when: say.moment(approval.at),
					})}
					{approval.substitution === null ? null : `, ${substitutionText(approval.substitution, say)}`}
				</li>
			))}
		</ul>
	);
};

const Comments = ({ view }: { view: AgreementView }) => {
	const say = useText();
	return (
		<Panel title={say.t("agreement.comments")}>
			{view.comments.map((comment) => (
				<div key={comment.at}>
					<Text c="dimmed" size="sm">
						{comment.name}, <time dateTime={comment.at}>{say.moment(comment.at)}</time>
					</Text>
					<p className={styles["written"]}>{comment.text}</p>
				</div>
			))}
		</Panel>
	);
};
