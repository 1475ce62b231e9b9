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
import { useText } from "../../text/use-text.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";

/** People name a ticket by its number; the desk looks it up within what the person may see. */
export const LinkForm = (panel: PanelProps) => {
	const say = useText();
	const [isUnknown, setUnknown] = useState(false);
	const { fields, bind, choose } = useFields({ number: "", kind: "CHILD" });
	const input = async () => {
		const { rows } = await call(list, { words: fields.number, isOpen: "false", limit: 20 });
		const found = rows.find((row) => String(row.number) === fields.number.trim());
		setUnknown(found === undefined);
		return found === undefined ? null : { toId: found.id, kind: LinkKind.parse(fields.kind) };
	};
	return (
		<InPlace
			{...panel}
			act={link}
			title={say.t("ticket.linkTitle")}
			submit={say.t("ticket.link")}
			input={input}
			error={isUnknown ? new Refusal("not-found", "not-found") : null}
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

export const AskOtherBodyForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind } = useFields({ name: "", question: "" });
	return (
		<InPlace {...panel} act={askOtherBody} title={say.t("ticket.askOtherBody")} input={() => fields}>
			<TextInput label={say.t("ticket.bodyName")} required {...bind("name")} />
			<Textarea label={say.t("ticket.question")} required autosize minRows={3} {...bind("question")} />
		</InPlace>
	);
};

export const OtherBodyAnswerForm = (panel: PanelProps) => {
	const say = useText();
	const asked = panel.ticket.otherBodies.filter((body) => body.askedAt !== null && body.answeredAt === null);
	const { fields, bind, choose } = useFields({ otherBodyId: (asked[0]?.id ?? "") as string, answer: "" });
	return (
		<InPlace
			{...panel}
			act={recordOtherBodyAnswer}
			title={say.t("ticket.recordOtherBodyAnswer")}
			input={() => ({ otherBodyId: OtherBodyId.parse(fields.otherBodyId), answer: fields.answer })}
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

export const CallForm = (panel: PanelProps) => {
	const say = useText();
	const { fields, bind } = useFields({ body: "" });
	return (
		<InPlace {...panel} act={addCall} title={say.t("ticket.addCall")} input={() => fields}>
			<Textarea label={say.t("ticket.callNote")} required autosize minRows={3} {...bind("body")} />
		</InPlace>
	);
};

export const RestrictForm = (panel: PanelProps) => {
	const say = useText();
	const [isSuspected, setSuspected] = useState(false);
	return (
		<InPlace
			{...panel}
			act={restrict}
			title={say.t("ticket.restrict")}
			input={() => ({ personalDataBreachSuspected: isSuspected })}
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
