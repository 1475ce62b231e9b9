import { Button, Checkbox, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import {
	type CannedReplyView,
	cannedReplies,
	changeCannedReply,
	writeCannedReply,
} from "../../../desk/tickets/contract.ts";
import { variableNames } from "../../../desk/tickets/rules/canned-reply.ts";
import { SupportSet } from "../../../kernel/values.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { useServiceChoices } from "../people/choices.ts";
import { fieldsOf, wordsOf } from "./reply.view.ts";

/** What the form beside the list works on: a new canned reply, one that is kept, or nothing. */
type Open = CannedReplyView | "NEW" | null;

/** Canned replies: read by the contact centre, kept by its leads and head. */
export const RepliesScreen = () => {
	const say = useText();
	const question = useQuestion(cannedReplies, { limit: 200 });
	const [open, setOpen] = useState<Open>(null);
	return (
		<Page
			title={say.t("replies.title")}
			actions={
				<ActButton variant="default" may={question.data?.can.keep} onAct={() => setOpen("NEW")}>
					{say.t("replies.add")}
				</ActButton>
			}
		>
			<Text c="dimmed">{say.t("replies.hint")}</Text>
			<Panel>
				<Asked question={question}>
					{({ rows, can }) =>
						rows.length === 0 ? (
							<EmptyState title={say.t("replies.none")} hint={say.t("replies.noneHint")} />
						) : (
							<ReplyRows rows={rows} mayKeep={can.keep.length === 0} onOpen={setOpen} />
						)
					}
				</Asked>
			</Panel>
			{open === null ? null : (
				<ReplyForm key={open === "NEW" ? open : open.id} of={open} onClose={() => setOpen(null)} />
			)}
		</Page>
	);
};

const ReplyRows = (props: {
	rows: readonly CannedReplyView[];
	mayKeep: boolean;
	onOpen: (reply: CannedReplyView) => void;
}) => {
	const say = useText();
	const heads = (["name", "service", "set", "languages", "state"] as const).map((key) => say.t(`replies.${key}`));
	return (
		<Rows
			caption={say.t("replies.title")}
			heads={props.mayKeep ? [...heads, ""] : heads}
			rows={props.rows
				.toSorted((a, b) => a.name.localeCompare(b.name, "sl"))
				.map((reply) => ({
					key: reply.id,
					cells: [
						reply.name,
						reply.service?.name ?? say.t("replies.everyService"),
						reply.set === null ? say.t("replies.everySet") : say.word("words", `set-${reply.set}`),
						reply.en === null ? "sl" : "sl, en",
						say.t(reply.isOffered ? "replies.offered" : "replies.withdrawn"),
						...(props.mayKeep
							? [
									<Button
										key="edit"
										size="compact-sm"
										variant="default"
										aria-label={say.t("replies.editNamed", { name: reply.name })}
										onClick={() => props.onOpen(reply)}
									>
										{say.t("replies.edit")}
									</Button>,
								]
							: []),
					],
				}))}
		/>
	);
};

const ReplyForm = ({ of, onClose }: { of: CannedReplyView | "NEW"; onClose: () => void }) => {
	const say = useText();
	const kept = of === "NEW" ? null : of;
	const writing = useAct(writeCannedReply);
	const changing = useAct(changeCannedReply);
	const act = kept === null ? writing : changing;
	const services = useServiceChoices();
	const { fields, bind, choose } = useFields(fieldsOf(kept));
	const [isOffered, setOffered] = useState(kept?.isOffered ?? true);
	const submit = () => {
		const then = { onSuccess: onClose };
		if (kept === null) writing.mutate(wordsOf(fields), then);
		else changing.mutate({ id: kept.id, version: kept.version, ...wordsOf(fields), isOffered }, then);
	};
	const hint = (language: "sl" | "en") => {
		const names = variableNames(language);
		const example = `{{${names[0]}|${language === "sl" ? "Spoštovani" : "Dear Sir or Madam"}}}`;
		return say.t("replies.variables", { names: names.join(", "), example });
	};
	return (
		<SideForm
			title={say.t(kept === null ? "replies.add" : "replies.change")}
			submit={say.t("app.save")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<TextInput label={say.t("replies.name")} description={say.t("replies.nameHint")} required {...bind("name")} />
			<Select
				label={say.t("replies.service")}
				placeholder={say.t("replies.everyService")}
				data={services}
				searchable
				clearable
				clearButtonProps={{ "aria-label": say.t("app.clear") }}
				{...choose("serviceId")}
			/>
			<Select
				label={say.t("replies.set")}
				placeholder={say.t("replies.everySet")}
				data={SupportSet.options.map((value) => ({ value, label: say.word("words", `set-${value}`) }))}
				clearable
				clearButtonProps={{ "aria-label": say.t("app.clear") }}
				{...choose("set")}
			/>
			<Textarea
				label={say.t("replies.sl")}
				description={hint("sl")}
				required
				autosize
				minRows={6}
				lang="sl"
				{...bind("sl")}
			/>
			<Textarea label={say.t("replies.en")} description={hint("en")} autosize minRows={4} lang="en" {...bind("en")} />
			{kept === null ? null : (
				<Checkbox
					label={say.t("replies.isOffered")}
					checked={isOffered}
					onChange={(event) => setOffered(event.currentTarget.checked)}
				/>
			)}
		</SideForm>
	);
};
