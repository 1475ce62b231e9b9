import { Checkbox, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { catalogueInForce } from "../../../desk/catalogue/contract.ts";
import { overridePriority, redirect, reopen, solve } from "../../../desk/tickets/contract.ts";
import { PriorityCode } from "../../../desk/tickets/rules/codes.ts";
import { useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

export const SolveForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind } = useFields({ solution: "", reply: "" });
	const [isCandidate, setCandidate] = useState(false);
	return (
		<InPlace
			{...panel}
			act={solve}
			title={say.t("ticket.solveTitle")}
			submit={say.t("ticket.solve")}
			input={() => ({ solution: fields.solution, reply: orNull(fields.reply), isKnowledgeCandidate: isCandidate })}
		>
			<Textarea label={say.t("ticket.solution")} required autosize minRows={3} {...bind("solution")} />
			<Textarea
				label={`${say.t("ticket.redirectReply")} (${say.t("app.optional")})`}
				autosize
				minRows={3}
				{...bind("reply")}
			/>
			<Checkbox
				label={say.t("ticket.knowledgeCandidate")}
				checked={isCandidate}
				onChange={(event) => setCandidate(event.currentTarget.checked)}
			/>
		</InPlace>
	);
};

/** The competent bodies that the catalogue knows are offered; another may be written in. */
export const RedirectForm = (panel: PanelProps) => {
	const say = useText();
	const bodies = useQuestion(catalogueInForce, {}).data?.content.competentBodies ?? [];
	const { fields, bind, set } = useFields({ competentBody: "", reply: "" });
	const subjectOf = bodies.find((body) => body.name === fields.competentBody)?.subject;
	return (
		<InPlace
			{...panel}
			act={redirect}
			title={say.t("ticket.redirectTitle")}
			submit={say.t("ticket.redirect")}
			input={() => ({
				competentBody: fields.competentBody,
				reply: orNull(fields.reply),
				byPhone: panel.ticket.reporter?.email == null,
			})}
		>
			<Select
				label={say.t("desk.bodies")}
				data={bodies.map((body) => body.name)}
				description={subjectOf}
				searchable
				value={bodies.some((body) => body.name === fields.competentBody) ? fields.competentBody : null}
				onChange={(value) => set({ competentBody: value ?? "" })}
			/>
			<TextInput label={say.t("ticket.competentBody")} required {...bind("competentBody")} />
			<Textarea label={say.t("ticket.redirectReply")} autosize minRows={4} {...bind("reply")} />
		</InPlace>
	);
};

export const ReopenForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind } = useFields({ reason: "" });
	return (
		<InPlace {...panel} act={reopen} title={say.t("ticket.reopen")} input={() => fields}>
			<TextInput label={say.t("ticket.reopenReason")} required minLength={3} {...bind("reason")} />
		</InPlace>
	);
};

/** Labels of the scheme that binds the ticket; another scheme's names would read no times. */
export const OverrideForm = (panel: PanelProps) => {
	const say = useText();
	const { priority, priorityCodes } = panel.ticket;
	const { fields, bind, choose } = useFields({ priority: priority?.code ?? "", reason: "" });
	return (
		<InPlace
			{...panel}
			act={overridePriority}
			title={say.t("ticket.overridePriority")}
			input={() => ({ priority: PriorityCode.parse(fields.priority), reason: fields.reason })}
		>
			{priority?.override == null ? null : <Text c="dimmed">{priority.override.reason}</Text>}
			<Select
				label={say.t("ticket.priority")}
				data={priorityCodes.map((value) => ({ value, label: say.t(`words.priority-${value}`) }))}
				allowDeselect={false}
				{...choose("priority")}
			/>
			<TextInput label={say.t("ticket.reason")} required minLength={3} {...bind("reason")} />
		</InPlace>
	);
};
