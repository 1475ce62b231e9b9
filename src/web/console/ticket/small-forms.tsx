import { Checkbox, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { overridePriority, redirect, reopen, solve } from "../../../desk/tickets/contract.ts";
import { catalogueInForce } from "../../../desk/catalogue/contract.ts";
import { PriorityCode } from "../../../desk/tickets/rules/codes.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

export const SolveForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(solve);
	const { fields, bind } = useFields({ solution: "", reply: "" });
	const [isCandidate, setCandidate] = useState(false);
	return (
		<InPlace
			title={say.t("ticket.solveTitle")}
			submit={say.t("ticket.solve")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: ticket.id,
						version: ticket.version,
						solution: fields.solution,
						reply: orNull(fields.reply),
						isKnowledgeCandidate: isCandidate,
					},
					{ onSuccess: onClose },
				)
			}
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
export const RedirectForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(redirect);
	const bodies = useQuestion(catalogueInForce, {}).data?.content.competentBodies ?? [];
	const { fields, bind, set } = useFields({ competentBody: "", reply: "" });
	const subjectOf = bodies.find((body) => body.name === fields.competentBody)?.subject;
	return (
		<InPlace
			title={say.t("ticket.redirectTitle")}
			submit={say.t("ticket.redirect")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: ticket.id,
						version: ticket.version,
						competentBody: fields.competentBody,
						reply: orNull(fields.reply),
						byPhone: ticket.reporter?.email == null,
					},
					{ onSuccess: onClose },
				)
			}
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

export const ReopenForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(reopen);
	const { fields, bind } = useFields({ reason: "" });
	return (
		<InPlace
			title={say.t("ticket.reopen")}
			submit={say.t("ticket.reopen")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate({ id: ticket.id, version: ticket.version, ...fields }, { onSuccess: onClose })}
		>
			<TextInput label={say.t("ticket.reopenReason")} required minLength={3} {...bind("reason")} />
		</InPlace>
	);
};

/** Labels of the scheme that gave the present priority; the other scheme's names would read no times. */
export const OverrideForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(overridePriority);
	const { fields, bind, choose } = useFields({ priority: ticket.priority?.code ?? "", reason: "" });
	const isDays = ticket.priority?.code?.startsWith("P") ?? false;
	const codes = PriorityCode.options.filter((code) => code.startsWith("P") === isDays);
	return (
		<InPlace
			title={say.t("ticket.overridePriority")}
			submit={say.t("ticket.overridePriority")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: ticket.id,
						version: ticket.version,
						priority: PriorityCode.parse(fields.priority),
						reason: fields.reason,
					},
					{ onSuccess: onClose },
				)
			}
		>
			{ticket.priority?.override == null ? null : <Text c="dimmed">{ticket.priority.override.reason}</Text>}
			<Select
				label={say.t("ticket.priority")}
				data={codes.map((value) => ({ value, label: say.t(`words.priority-${value}`) }))}
				allowDeselect={false}
				{...choose("priority")}
			/>
			<TextInput label={say.t("ticket.reason")} required minLength={3} {...bind("reason")} />
		</InPlace>
	);
};
