import { Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { createOrganisation, createPerson, people } from "../../../desk/identity/contract.ts";
import { OrganisationId } from "../../../kernel/id.ts";
import { Language } from "../../../kernel/values.ts";
import { useMay } from "../../api/me.ts";
import { useAct, usePages } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { useOrganisationChoices } from "./choices.ts";

export const PeopleList = () => {
	const say = useText();
	const question = usePages(people, { limit: 200 });
	const [isOpen, form] = useDisclosure(false);
	const add = (
		<ActButton variant="default" may={useMay(createOrganisation)} onAct={form.open}>
			{say.t("people.addPerson")}
		</ActButton>
	);
	return (
		<>
			<div>{add}</div>
			<Asked question={question}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t("people.noPeople")} />
					) : (
						<Rows
							caption={say.t("people.people")}
							heads={["name", "organisation", "email", "phone", "account"].map((key) => say.word("people", key))}
							rows={rows.map((person) => ({
								key: person.id,
								cells: [
									<Link key="name" to="/app/people/$id" params={{ id: person.id }}>
										{person.name}
									</Link>,
									person.organisationName,
									person.email,
									person.phone ?? "–",
									person.stoppedAt !== null
										? say.t("people.stopped", { when: say.date(person.stoppedAt) })
										: say.t(person.hasAccount ? "people.hasAccount" : "people.noAccount"),
								],
							}))}
						/>
					)
				}
			</Asked>
			<MoreRows pages={question} />
			<PersonForm isOpen={isOpen} onClose={form.close} />
		</>
	);
};

const empty = { name: "", handle: "", email: "", phone: "", organisationId: "", language: "sl" };

const PersonForm = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
	const say = useText();
	const organisations = useOrganisationChoices();
	const { fields, bind, choose, reset } = useFields(empty);
	const act = useAct(createPerson);
	const submit = () =>
		act.mutate(
			{
				...fields,
				phone: orNull(fields.phone),
				organisationId: OrganisationId.parse(fields.organisationId),
				language: Language.parse(fields.language),
			},
			{
				onSuccess: () => {
					reset();
					onClose();
				},
			},
		);
	return (
		<SideForm
			title={say.t("people.addPerson")}
			submit={say.t("app.save")}
			isOpen={isOpen}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<TextInput label={say.t("people.name")} required {...bind("name")} />
			<TextInput label={say.t("people.handle")} description={say.t("people.handleHint")} required {...bind("handle")} />
			<TextInput label={say.t("people.email")} type="email" required {...bind("email")} />
			<TextInput label={say.t("people.phone")} {...bind("phone")} />
			<Select
				label={say.t("people.organisation")}
				data={organisations}
				required
				searchable
				{...choose("organisationId")}
			/>
			<Select
				label={say.t("people.language")}
				data={Language.options.map((value) => ({ value, label: say.word("people", value) }))}
				allowDeselect={false}
				{...choose("language")}
			/>
		</SideForm>
	);
};
