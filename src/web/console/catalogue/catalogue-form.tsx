import { NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import { type CatalogueVersionView, changeCatalogue } from "../../../desk/catalogue/contract.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { listOf } from "./list.view.ts";

/** The settings that an edition changes; texts of roles and reports are carried over from the edition before. */
export const CatalogueForm = ({
	edition,
	onClose,
}: {
	edition: z.infer<typeof CatalogueVersionView>;
	onClose: () => void;
}) => {
	const say = useText();
	const act = useAct(changeCatalogue);
	const { content } = edition;
	const { fields, bind } = useFields({
		edition: content.edition,
		phones: content.contacts.phones.join(", "),
		webFormUrl: content.contacts.webFormUrl,
		email: content.contacts.email,
		management: content.managementEmails.join(", "),
		adviserMailbox: content.adviserMailbox,
		reminders: content.reminderDays.join(", "),
	});
	const [autoCloseDays, setAutoClose] = useState(content.autoCloseDays);
	const [reopenDays, setReopen] = useState(content.reopenDays);
	const [warningShare, setWarning] = useState(content.warningShare);
	const submit = () =>
		act.mutate(
			{
				id: edition.id,
				version: edition.version,
				content: {
					...content,
					edition: fields.edition,
					contacts: { phones: listOf(fields.phones), webFormUrl: fields.webFormUrl, email: fields.email },
					managementEmails: listOf(fields.management),
					adviserMailbox: fields.adviserMailbox,
					reminderDays: listOf(fields.reminders).map(Number),
					autoCloseDays,
					reopenDays,
					warningShare,
				},
			},
			{ onSuccess: onClose },
		);
	return (
		<SideForm
			title={say.t("desk.change")}
			submit={say.t("app.save")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<TextInput label={say.t("desk.edition")} required {...bind("edition")} />
			<TextInput label={say.t("desk.phones")} required {...bind("phones")} />
			<TextInput label={say.t("desk.webForm")} type="url" required {...bind("webFormUrl")} />
			<TextInput label={say.t("desk.email")} type="email" required {...bind("email")} />
			<TextInput label={say.t("desk.management")} required {...bind("management")} />
			<TextInput label={say.t("desk.adviserMailbox")} type="email" required {...bind("adviserMailbox")} />
			<TextInput label={say.t("desk.remindersField")} {...bind("reminders")} />
			<NumberInput
				label={say.t("desk.autoCloseField")}
				min={1}
				max={365}
				value={autoCloseDays}
				onChange={(value) => setAutoClose(Number(value))}
			/>
			<NumberInput
				label={say.t("desk.reopenField")}
				min={0}
				max={365}
				value={reopenDays}
				onChange={(value) => setReopen(Number(value))}
			/>
			<NumberInput
				label={say.t("desk.warningField")}
				min={1}
				max={99}
				value={warningShare}
				onChange={(value) => setWarning(Number(value))}
			/>
		</SideForm>
	);
};
