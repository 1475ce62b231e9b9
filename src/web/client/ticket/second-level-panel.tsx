import { Checkbox, Select, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { acknowledge, propose, returnToFirstLevel, solveAtSecondLevel } from "../../../desk/tickets/contract.ts";
import { ReturnReason } from "../../../desk/tickets/rules/codes.ts";
import { useAct } from "../../api/queries.ts";
import { InPlace, type PanelProps } from "../../console/ticket/in-place.tsx";
import { AskOtherBodyForm, OtherBodyAnswerForm } from "../../console/ticket/further-forms.tsx";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import type { SecondLevelAct } from "./second-level-acts.view.ts";

/** The panel of one act of second level, opened in place. */
export const SecondLevelPanel = ({ ticket, act, onClose }: PanelProps & { act: SecondLevelAct }) => {
	const props = { ticket, onClose };
	switch (act) {
		case "acknowledge":
			return <AcknowledgeForm {...props} />;
		case "solveAtSecondLevel":
			return <SolutionForm {...props} />;
		case "propose":
			return <ProposalForm {...props} kind="ANSWER" />;
		case "proposeQuestion":
			return <ProposalForm {...props} kind="QUESTION" />;
		case "askOtherBody":
			return <AskOtherBodyForm {...props} />;
		case "recordOtherBodyAnswer":
			return <OtherBodyAnswerForm {...props} />;
		case "return":
			return <ReturnForm {...props} />;
		case "start":
			return null;
	}
};

const AcknowledgeForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(acknowledge);
	const { fields, bind } = useFields({ externalReference: "" });
	return (
		<InPlace
			title={say.t("ticket.acknowledge")}
			submit={say.t("ticket.acknowledge")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{ id: ticket.id, version: ticket.version, externalReference: orNull(fields.externalReference) },
					{ onSuccess: onClose },
				)
			}
		>
			<TextInput
				label={say.t("ticket.externalReference")}
				description={say.t("secondLevel.externalHint")}
				{...bind("externalReference")}
			/>
		</InPlace>
	);
};

const SolutionForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(solveAtSecondLevel);
	const { fields, bind } = useFields({ solution: "" });
	const [isCandidate, setCandidate] = useState(false);
	return (
		<InPlace
			title={say.t("ticket.solveAtSecondLevel")}
			submit={say.t("ticket.solveAtSecondLevel")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{ id: ticket.id, version: ticket.version, solution: fields.solution, isKnowledgeCandidate: isCandidate },
					{ onSuccess: onClose },
				)
			}
		>
			<Textarea label={say.t("ticket.solution")} required autosize minRows={4} {...bind("solution")} />
			<Checkbox
				label={say.t("ticket.knowledgeCandidate")}
				checked={isCandidate}
				onChange={(event) => setCandidate(event.currentTarget.checked)}
			/>
		</InPlace>
	);
};

const ProposalForm = ({ ticket, onClose, kind }: PanelProps & { kind: "ANSWER" | "QUESTION" }) => {
	const say = useText();
	const act = useAct(propose);
	const { fields, bind } = useFields({ body: "" });
	const title = say.t(kind === "ANSWER" ? "ticket.propose" : "ticket.proposeQuestion");
	return (
		<InPlace
			title={title}
			submit={title}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate({ id: ticket.id, version: ticket.version, kind, ...fields }, { onSuccess: onClose })}
		>
			<Textarea
				label={say.t("ticket.body")}
				description={say.t("secondLevel.proposeHint")}
				required
				autosize
				minRows={4}
				{...bind("body")}
			/>
		</InPlace>
	);
};

const ReturnForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(returnToFirstLevel);
	const { fields, bind, choose } = useFields({ reason: "MORE_DATA_NEEDED", explanation: "" });
	return (
		<InPlace
			title={say.t("ticket.return")}
			submit={say.t("ticket.return")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: ticket.id,
						version: ticket.version,
						reason: ReturnReason.parse(fields.reason),
						explanation: fields.explanation,
					},
					{ onSuccess: onClose },
				)
			}
		>
			<Select
				label={say.t("ticket.returnReason")}
				data={ReturnReason.options.map((value) => ({ value, label: say.t(`ticket.return-${value}`) }))}
				allowDeselect={false}
				{...choose("reason")}
			/>
			<Textarea label={say.t("ticket.explanation")} required autosize minRows={3} {...bind("explanation")} />
		</InPlace>
	);
};
