import { Checkbox, Select, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { acknowledge, propose, returnToFirstLevel, solveAtSecondLevel } from "../../../desk/tickets/contract.ts";
import { ReturnReason } from "../../../desk/tickets/rules/codes.ts";
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

const AcknowledgeForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind } = useFields({ externalReference: "" });
	return (
		<InPlace
			{...panel}
			act={acknowledge}
			title={say.t("ticket.acknowledge")}
			input={() => ({ externalReference: orNull(fields.externalReference) })}
		>
			<TextInput
				label={say.t("ticket.externalReference")}
				description={say.t("secondLevel.externalHint")}
				{...bind("externalReference")}
			/>
		</InPlace>
	);
};

const SolutionForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind } = useFields({ solution: "" });
	const [isCandidate, setCandidate] = useState(false);
	return (
		<InPlace
			{...panel}
			act={solveAtSecondLevel}
			title={say.t("ticket.solveAtSecondLevel")}
			input={() => ({ solution: fields.solution, isKnowledgeCandidate: isCandidate })}
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

const ProposalForm = ({ kind, ...panel }: PanelProps & { kind: "ANSWER" | "QUESTION" }) => {
	const say = useText();
	const { fields, bind } = useFields({ body: "" });
	return (
		<InPlace
			{...panel}
			act={propose}
			title={say.t(kind === "ANSWER" ? "ticket.propose" : "ticket.proposeQuestion")}
			input={() => ({ kind, ...fields })}
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

const ReturnForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind, choose } = useFields({ reason: "MORE_DATA_NEEDED", explanation: "" });
	return (
		<InPlace
			{...panel}
			act={returnToFirstLevel}
			title={say.t("ticket.return")}
			input={() => ({ reason: ReturnReason.parse(fields.reason), explanation: fields.explanation })}
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
