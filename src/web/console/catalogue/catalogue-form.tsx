import { Fieldset, TextInput, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { type CatalogueVersionView, changeCatalogue } from "../../../desk/catalogue/contract.ts";
import { roles } from "../../../kernel/actor.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { weekday } from "../../../kernel/slovenian.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { type CatalogueDraft, contentOf, draftOf, weekDays } from "./catalogue-draft.view.ts";
import { RecordFields } from "./record-fields.tsx";

type Parts = {
	draft: CatalogueDraft;
	change: (more: Partial<CatalogueDraft>) => void;
	errorAt: (path: string) => ReactNode;
};

/** All that an edition says, in the order of its content; a refusal stands at the field it is about. */
export const CatalogueForm = ({
	edition,
	onClose,
}: {
	edition: z.infer<typeof CatalogueVersionView>;
	onClose: () => void;
}) => {
	const say = useText();
	const act = useAct(changeCatalogue);
	const [draft, setDraft] = useState(() => draftOf(edition.content));
	const obstacles = act.error instanceof Refusal ? act.error.obstacles : [];
	const errorAt = (path: string): ReactNode => {
		const found = obstacles.find(({ at }) => at === `content.${path}` || at?.startsWith(`content.${path}.`));
		return found === undefined ? undefined : say.reason({ ...found, at: "" });
	};
	const parts = { draft, errorAt, change: (more: Partial<CatalogueDraft>) => setDraft((had) => ({ ...had, ...more })) };
	return (
		<SideForm
			title={say.t("desk.change")}
			submit={say.t("app.save")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate({ id: edition.id, version: edition.version, content: contentOf(draft) }, { onSuccess: onClose })
			}
		>
			<ReachFields {...parts} />
			<RoleFields {...parts} />
			<ReportFields {...parts} />
			<WorkFields {...parts} />
			<BodyFields {...parts} />
		</SideForm>
	);
};

type TextProps = { name: keyof CatalogueDraft["texts"]; path: string; label: string };

/** One text of the edition; `type` is the browser's, `isOptional` may be empty. */
const TextOf = ({
	parts: { draft, change, errorAt },
	name,
	path,
	label,
	type,
	hint,
	isOptional = false,
}: TextProps & { parts: Parts; type?: string; hint?: string; isOptional?: boolean }) => (
	<TextInput
		label={label}
		description={hint}
		required={!isOptional}
		error={errorAt(path)}
		value={draft.texts[name]}
		onChange={(event) => change({ texts: { ...draft.texts, [name]: event.currentTarget.value } })}
		{...(type === undefined ? {} : { type })}
	/>
);

const ReachFields = (parts: Parts) => {
	const say = useText();
	return (
		<>
			<TextOf parts={parts} name="title" path="title" label={say.t("desk.titleOf")} />
			<TextOf parts={parts} name="edition" path="edition" label={say.t("desk.edition")} />
			<TextOf parts={parts} name="phones" path="contacts.phones" label={say.t("desk.phones")} />
			<TextOf parts={parts} name="webFormUrl" path="contacts.webFormUrl" label={say.t("desk.webForm")} />
			<TextOf parts={parts} name="email" path="contacts.email" label={say.t("desk.email")} type="email" />
			<TextOf parts={parts} name="management" path="managementEmails" label={say.t("desk.management")} />
			<TextOf
				parts={parts}
				name="adviserMailbox"
				path="adviserMailbox"
				label={say.t("desk.adviserMailbox")}
				type="email"
			/>
			<Fieldset legend={say.t("desk.security")}>
				<TextOf parts={parts} name="securityName" path="securityContact.name" label={say.t("fields.name")} />
				<TextOf
					parts={parts}
					name="securityEmail"
					path="securityContact.email"
					label={say.t("fields.email")}
					type="email"
				/>
				<TextOf parts={parts} name="securityPhone" path="securityContact.phone" label={say.t("fields.phone")} />
			</Fieldset>
		</>
	);
};

const RoleFields = ({ draft, change }: Parts) => {
	const say = useText();
	return (
		<Fieldset legend={say.t("desk.roles")}>
			{roles.map((role) => (
				<Textarea
					key={role}
					label={say.word("words", `role-${role}`)}
					autosize
					maxLength={2000}
					value={draft.roles[role] ?? ""}
					onChange={(event) => change({ roles: { ...draft.roles, [role]: event.currentTarget.value } })}
				/>
			))}
		</Fieldset>
	);
};

const ReportFields = ({ draft, change, errorAt }: Parts) => {
	const say = useText();
	return (
		<RecordFields
			title={say.t("desk.reports")}
			add={say.t("desk.addReport")}
			fields={[
				{ key: "code", label: say.t("desk.code"), isRequired: true },
				{ key: "name", label: say.t("fields.name"), isRequired: true },
				{ key: "content", label: say.t("desk.reportContent"), isRequired: true, isLong: true },
			]}
			rows={draft.reports}
			errorAt={(path) => errorAt(`reportDefinitions.${path}`)}
			onChange={(reports) => change({ reports })}
		/>
	);
};

const WorkFields = (parts: Parts) => {
	const { draft, change, errorAt } = parts;
	const say = useText();
	const hint = say.t("desk.targetHint");
	return (
		<>
			<Fieldset legend={say.t("desk.firstLevel")}>
				<TextOf
					parts={parts}
					name="response"
					path="firstLevelTargets.response"
					label={say.t("desk.responseField")}
					hint={hint}
					isOptional
				/>
				<TextOf
					parts={parts}
					name="resolution"
					path="firstLevelTargets.resolution"
					label={say.t("desk.resolutionField")}
					hint={hint}
					isOptional
				/>
			</Fieldset>
			<Fieldset legend={say.t("desk.openingHours")}>
				{weekDays.map((day, index) => (
					<TextInput
						key={day}
						label={weekday(say.language, index + 1)}
						placeholder={say.t("time.closed")}
						error={errorAt(`openingHours.${day}`)}
						value={draft.week[day]}
						onChange={(event) => change({ week: { ...draft.week, [day]: event.currentTarget.value } })}
					/>
				))}
			</Fieldset>
			<TextOf parts={parts} name="reminders" path="reminderDays" label={say.t("desk.remindersField")} isOptional />
			<TextOf
				parts={parts}
				name="autoCloseDays"
				path="autoCloseDays"
				label={say.t("desk.autoCloseField")}
				type="number"
			/>
			<TextOf parts={parts} name="reopenDays" path="reopenDays" label={say.t("desk.reopenField")} type="number" />
			<TextOf parts={parts} name="warningShare" path="warningShare" label={say.t("desk.warningField")} type="number" />
		</>
	);
};

const BodyFields = ({ draft, change, errorAt }: Parts) => {
	const say = useText();
	return (
		<RecordFields
			title={say.t("desk.bodies")}
			add={say.t("desk.addBody")}
			fields={[
				{ key: "code", label: say.t("desk.code"), isRequired: true },
				{ key: "name", label: say.t("desk.body"), isRequired: true },
				{ key: "subject", label: say.t("desk.subject"), isRequired: true },
				{ key: "email", label: say.t("fields.email") },
				{ key: "phone", label: say.t("fields.phone") },
				{ key: "url", label: say.t("desk.webAddress") },
			]}
			rows={draft.bodies}
			errorAt={(path) => errorAt(`competentBodies.${path}`)}
			onChange={(bodies) => change({ bodies })}
		/>
	);
};
