import { Checkbox, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { list } from "../../../desk/queues/contract.ts";
import {
	OtherBodyId,
	addCall,
	askOtherBody,
	link,
	recordOtherBodyAnswer,
	restrict,
} from "../../../desk/tickets/contract.ts";
import { LinkKind } from "../../../desk/tickets/rules/codes.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

/** People name a ticket by its number; the desk looks it up within what the person may see. */
export const LinkForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(link);
	const [isUnknown, setUnknown] = useState(false);
	const { fields, bind, choose } = useFields({ number: "", kind: "CHILD" });
	const submit = async () => {
		const { rows } = await call(list, { words: fields.number, isOpen: "false", limit: 20 });
		const found = rows.find((row) => String(row.number) === fields.number.trim());
		setUnknown(found === undefined);
		if (found === undefined) return;
		act.mutate(
			{ id: ticket.id, version: ticket.version, toId: found.id, kind: LinkKind.parse(fields.kind) },
			{ onSuccess: onClose },
		);
	};
	return (
		<InPlace
			title={say.t("ticket.linkTitle")}
			submit={say.t("ticket.link")}
			isBusy={act.isPending}
			error={isUnknown ? new Refusal("not-found", "not-found") : act.error}
			onClose={onClose}
			onSubmit={() => void submit()}
		>
			<TextInput label={say.t("ticket.linkNumber")} inputMode="numeric" required {...bind("number")} />
			<Select
				label={say.t("ticket.linkKind")}
				data={LinkKind.options.map((value) => ({ value, label: say.t(`ticket.link-${value}`) }))}
				allowDeselect={false}
				{...choose("kind")}
			/>
		</InPlace>
	);
};

export const AskOtherBodyForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(askOtherBody);
	const { fields, bind } = useFields({ name: "", question: "" });
	return (
		<InPlace
			title={say.t("ticket.askOtherBody")}
			submit={say.t("ticket.askOtherBody")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate({ id: ticket.id, version: ticket.version, ...fields }, { onSuccess: onClose })}
		>
			<TextInput label={say.t("ticket.bodyName")} required {...bind("name")} />
			<Textarea label={say.t("ticket.question")} required autosize minRows={3} {...bind("question")} />
		</InPlace>
	);
};

export const OtherBodyAnswerForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(recordOtherBodyAnswer);
	const asked = ticket.otherBodies.filter((body) => body.askedAt !== null && body.answeredAt === null);
	const { fields, bind, choose } = useFields({ otherBodyId: (asked[0]?.id ?? "") as string, answer: "" });
	return (
		<InPlace
			title={say.t("ticket.recordOtherBodyAnswer")}
			submit={say.t("ticket.recordOtherBodyAnswer")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						id: ticket.id,
						version: ticket.version,
						otherBodyId: OtherBodyId.parse(fields.otherBodyId),
						answer: fields.answer,
					},
					{ onSuccess: onClose },
				)
			}
		>
			<Select
				label={say.t("ticket.whichBody")}
				data={asked.map(({ id, name }) => ({ value: id, label: name }))}
				required
				allowDeselect={false}
				{...choose("otherBodyId")}
			/>
			<Textarea label={say.t("ticket.answerOfBody")} required autosize minRows={3} {...bind("answer")} />
		</InPlace>
	);
};

export const CallForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(addCall);
	const { fields, bind } = useFields({ body: "" });
	return (
		<InPlace
			title={say.t("ticket.addCall")}
			submit={say.t("ticket.addCall")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate({ id: ticket.id, version: ticket.version, ...fields }, { onSuccess: onClose })}
		>
			<Textarea label={say.t("ticket.callNote")} required autosize minRows={3} {...bind("body")} />
		</InPlace>
	);
};

export const RestrictForm = ({ ticket, onClose }: PanelProps) => {
	const say = useText();
	const act = useAct(restrict);
	const [isSuspected, setSuspected] = useState(false);
	return (
		<InPlace
			title={say.t("ticket.restrict")}
			submit={say.t("ticket.restrict")}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{ id: ticket.id, version: ticket.version, personalDataBreachSuspected: isSuspected },
					{ onSuccess: onClose },
				)
			}
		>
			<Text>{say.t("ticket.restrictConsequence")}</Text>
			<Checkbox
				label={say.t("ticket.breachSuspected")}
				checked={isSuspected}
				onChange={(event) => setSuspected(event.currentTarget.checked)}
			/>
		</InPlace>
	);
};
