import { Checkbox, MultiSelect, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { list } from "../../../desk/queues/contract.ts";
import {
	OtherBodyId,
	addCall,
	askOtherBody,
	link,
	nameable,
	recordOtherBodyAnswer,
	restrict,
} from "../../../desk/tickets/contract.ts";
import { LinkKind } from "../../../desk/tickets/rules/codes.ts";
import { PersonId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { call } from "../../api/client.ts";
import { useQuestion } from "../../api/queries.ts";
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

/** Closes the ticket to all but the few; second level's people see it by name. Open again, it changes whom it is open to. */
export const RestrictForm = (panel: PanelProps) => {
	const say = useText();
	const { ticket } = panel;
	const [isSuspected, setSuspected] = useState(ticket.personalDataBreachSuspected);
	const [named, setNamed] = useState<string[]>(ticket.namedPersons.map(({ id }) => id));
	const people = useQuestion(nameable, { id: ticket.id });
	const choices = new Map([
		...ticket.namedPersons.map(({ id, name }) => [id as string, name] as const),
		...(people.data?.rows ?? []).map(({ personId, name }) => [personId as string, name] as const),
	]);
	return (
		<InPlace
			{...panel}
			act={restrict}
			title={say.t("ticket.restrict")}
			input={() => ({
				personalDataBreachSuspected: isSuspected,
				namedPersons: named.map((id) => PersonId.parse(id)),
			})}
			error={people.error}
			isReady={people.data !== undefined}
		>
			<Text>{say.t("ticket.restrictConsequence")}</Text>
			<MultiSelect
				label={say.t("ticket.namedPersons")}
				description={say.t(choices.size === 0 ? "ticket.nobodyToName" : "ticket.namedPersonsHint")}
				data={[...choices].map(([value, label]) => ({ value, label }))}
				value={named}
				onChange={setNamed}
				disabled={choices.size === 0}
				searchable
			/>
			<Checkbox
				label={say.t("ticket.breachSuspected")}
				checked={isSuspected}
				disabled={ticket.personalDataBreachSuspected}
				onChange={(event) => setSuspected(event.currentTarget.checked)}
			/>
		</InPlace>
	);
};
