import { Button, Group, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { registerCall } from "../../../desk/tickets/contract.ts";
import { UserGroup } from "../../../desk/tickets/rules/codes.ts";
import { ServiceId } from "../../../kernel/id.ts";
import { Language } from "../../../kernel/values.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { useNow } from "../../ui/time/now.tsx";
import { useServiceChoices } from "../people/choices.ts";
import { BesideCall } from "./beside-call.tsx";
import { isEnough } from "./call.view.ts";
import styles from "./call.module.css";

/** Caller and subject while the phone is in hand; the rest may wait. */
export const NewCallScreen = () => {
	const say = useText();
	const { fields, bind, choose } = useFields({
		name: "",
		phone: "",
		email: "",
		group: "citizen",
		subject: "",
		serviceId: "",
		body: "",
		language: "sl",
	});
	return (
		<Page title={say.t("call.title")}>
			<div className={styles["panes"]}>
				<CallForm fields={fields} bind={bind} choose={choose} />
				<BesideCall
					serviceId={fields.serviceId === "" ? null : ServiceId.parse(fields.serviceId)}
					words={fields.subject}
					caller={{ phone: fields.phone.trim(), email: fields.email.trim() }}
				/>
			</div>
		</Page>
	);
};

type Fields = Parameters<typeof isEnough>[0] & Record<"email" | "group" | "serviceId" | "body" | "language", string>;

const CallForm = ({
	fields,
	bind,
	choose,
}: {
	fields: Fields;
	bind: (name: keyof Fields) => { value: string; onChange: (event: { currentTarget: { value: string } }) => void };
	choose: (name: keyof Fields) => { value: string | null; onChange: (value: string | null) => void };
}) => {
	const say = useText();
	const navigate = useNavigate();
	const services = useServiceChoices();
	const [beganAt] = useState(useNow());
	const [isTold, setTold] = useState(false);
	const act = useAct(registerCall);
	const save = (thenClassify: boolean) => {
		setTold(true);
		if (!isEnough(fields)) return;
		act.mutate(
			{
				caller: {
					name: orNull(fields.name),
					phone: orNull(fields.phone),
					email: orNull(fields.email),
					group: UserGroup.parse(fields.group),
				},
				subject: fields.subject,
				body: fields.body,
				language: Language.parse(fields.language),
				serviceId: fields.serviceId === "" ? null : ServiceId.parse(fields.serviceId),
				receivedAt: beganAt.round("second").toString(),
			},
			{
				onSuccess: ({ number }) =>
					void navigate({
						to: "/app/tickets/$ticket",
						params: { ticket: String(number) },
						search: thenClassify ? { panel: "triage" } : {},
					}),
			},
		);
	};
	return (
		<Panel>
			<form
				className={styles["form"]}
				onSubmit={(event) => {
					event.preventDefault();
					save(false);
				}}
			>
				<Text c="dimmed">{say.t("call.hint")}</Text>
				<div className={styles["fields"]}>
					<TextInput label={say.t("call.caller")} autoFocus autoComplete="off" {...bind("name")} />
					<TextInput label={say.t("call.phone")} type="tel" autoComplete="off" {...bind("phone")} />
					<TextInput
						label={say.t("call.subject")}
						required
						className={styles["whole"] ?? ""}
						autoComplete="off"
						{...bind("subject")}
					/>
					<Select label={say.t("call.service")} data={services} searchable clearable {...choose("serviceId")} />
					<Select
						label={say.t("call.group")}
						data={UserGroup.options.map((value) => ({ value, label: say.t(`words.userGroup-${value}`) }))}
						allowDeselect={false}
						{...choose("group")}
					/>
					<TextInput label={say.t("call.email")} type="email" autoComplete="off" {...bind("email")} />
					<Select
						label={say.t("call.language")}
						data={Language.options.map((value) => ({ value, label: say.t(`people.${value}`) }))}
						allowDeselect={false}
						{...choose("language")}
					/>
					<Textarea
						label={say.t("call.body")}
						autosize
						minRows={6}
						className={styles["whole"] ?? ""}
						{...bind("body")}
					/>
				</div>
				{isTold && !isEnough(fields) ? (
					<Text role="alert" c="var(--d-late-text)">
						{say.t("call.needed")}
					</Text>
				) : null}
				<RefusalNote error={act.error} />
				<Group>
					<Button type="submit" loading={act.isPending}>
						{say.t("call.save")}
					</Button>
					<Button variant="default" onClick={() => save(true)}>
						{say.t("call.saveAndClassify")}
					</Button>
				</Group>
			</form>
		</Panel>
	);
};
