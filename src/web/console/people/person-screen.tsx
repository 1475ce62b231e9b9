import { Button, Group, Modal, Select, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useParams } from "@tanstack/react-router";
import type { z } from "zod";
import { type PersonView, changePerson, invite, people, stopPerson } from "../../../desk/identity/contract.ts";
import { OrganisationId } from "../../../kernel/id.ts";
import { Language } from "../../../kernel/values.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { useOrganisationChoices } from "./choices.ts";
import { HoldersList } from "./holders-list.tsx";

type Person = z.infer<typeof PersonView>;

export const PersonScreen = () => {
	const say = useText();
	const { id } = useParams({ from: "/inside/app/people/$id" });
	const question = useQuestion(people, { limit: 200 });
	return (
		<Asked question={question}>
			{({ rows }) => {
				const person = rows.find((row) => row.id === id);
				if (person === undefined) return <EmptyState title={say.t("app.notFound")} hint={say.t("app.notFoundHint")} />;
				return (
					<Page title={person.name} actions={<Access person={person} />}>
						<Text>
							<Link to="/app/people">{say.t("people.title")}</Link>
						</Text>
						<Panel title={say.t("people.editPerson")}>
							<PersonData key={person.version} person={person} />
						</Panel>
						<Panel title={say.t("people.ofPerson")}>
							<HoldersList personId={person.id} />
						</Panel>
					</Page>
				);
			}}
		</Asked>
	);
};

const Access = ({ person }: { person: Person }) => {
	const say = useText();
	const [isOpen, confirm] = useDisclosure(false);
	const invitation = useAct(invite);
	const stop = useAct(stopPerson);
	return (
		<>
			<RefusalNote error={invitation.error ?? stop.error} />
			{invitation.data === undefined ? null : (
				<Text role="status">{say.t("people.invited", { email: invitation.data.sentTo })}</Text>
			)}
			<Button variant="default" loading={invitation.isPending} onClick={() => invitation.mutate({ id: person.id })}>
				{say.t("people.invite")}
			</Button>
			{person.stoppedAt === null ? (
				<Button variant="outline" color="gray" onClick={confirm.open}>
					{say.t("people.stop")}
				</Button>
			) : null}
			<Modal
				opened={isOpen}
				onClose={confirm.close}
				title={`${say.t("people.stop")}: ${person.name}`}
				lockScroll={false}
			>
				<Text>{say.t("people.stopConsequence")}</Text>
				<Group justify="flex-end" mt="md">
					<Button variant="default" onClick={confirm.close}>
						{say.t("app.cancel")}
					</Button>
					<Button
						variant="outline"
						onClick={() => {
							stop.mutate({ id: person.id, version: person.version });
							confirm.close();
						}}
					>
						{say.t("people.stop")}
					</Button>
				</Group>
			</Modal>
		</>
	);
};

const PersonData = ({ person }: { person: Person }) => {
	const say = useText();
	const organisations = useOrganisationChoices();
	const act = useAct(changePerson);
	const { fields, bind, choose } = useFields({
		name: person.name,
		handle: person.handle as string,
		email: person.email,
		phone: person.phone ?? "",
		organisationId: person.organisationId as string,
		language: person.language as string,
	});
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				act.mutate({
					...fields,
					id: person.id,
					version: person.version,
					phone: orNull(fields.phone),
					organisationId: OrganisationId.parse(fields.organisationId),
					language: Language.parse(fields.language),
				});
			}}
		>
			<Group align="flex-end" gap="md">
				<TextInput label={say.t("people.name")} required {...bind("name")} />
				<TextInput label={say.t("people.handle")} required {...bind("handle")} />
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
				<Button type="submit" variant="default" loading={act.isPending}>
					{say.t("app.save")}
				</Button>
			</Group>
			<RefusalNote error={act.error} />
		</form>
	);
};
