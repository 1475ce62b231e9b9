import { Button, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { OrganisationKind, createOrganisation, organisations } from "../../../desk/identity/contract.ts";
import { useAct, usePages } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { periodText } from "../../ui/time/period.view.ts";
import { DayField } from "../../ui/form/day-field.tsx";

export const OrganisationsList = () => {
	const say = useText();
	const question = usePages(organisations, { limit: 200 });
	const [isOpen, form] = useDisclosure(false);
	return (
		<>
			<div>
				<Button variant="default" onClick={form.open}>
					{say.t("people.addOrganisation")}
				</Button>
			</div>
			<Asked question={question}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t("people.noOrganisations")} />
					) : (
						<Rows
							caption={say.t("people.organisations")}
							heads={["orgName", "kind", "ministry", "valid"].map((key) => say.word("people", key))}
							rows={rows.map((organisation) => ({
								key: organisation.id,
								cells: [
									organisation.name,
									say.word("words", `organisation-${organisation.kind}`),
									organisation.ministry ?? "–",
									periodText({ from: organisation.validFrom, until: organisation.validUntil }, say),
								],
							}))}
						/>
					)
				}
			</Asked>
			<MoreRows pages={question} />
			<OrganisationForm isOpen={isOpen} onClose={form.close} />
		</>
	);
};

const OrganisationForm = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
	const say = useText();
	const today = useToday();
	const { fields, bind, choose, reset } = useFields({
		name: "",
		kind: "CLIENT",
		ministry: "",
		validFrom: today.toString(),
		validUntil: "",
	});
	const act = useAct(createOrganisation);
	const submit = () =>
		act.mutate(
			{
				name: fields.name,
				kind: OrganisationKind.parse(fields.kind),
				ministry: orNull(fields.ministry),
				validFrom: fields.validFrom,
				validUntil: orNull(fields.validUntil),
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
			title={say.t("people.addOrganisation")}
			submit={say.t("app.save")}
			isOpen={isOpen}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<TextInput label={say.t("people.orgName")} required {...bind("name")} />
			<Select
				label={say.t("people.kind")}
				data={OrganisationKind.options.map((value) => ({ value, label: say.word("words", `organisation-${value}`) }))}
				allowDeselect={false}
				{...choose("kind")}
			/>
			<TextInput label={say.t("people.ministry")} description={say.t("people.ministryHint")} {...bind("ministry")} />
			<DayField label={say.t("people.validFrom")} required {...choose("validFrom")} />
			<DayField label={say.t("people.orgUntil")} {...choose("validUntil")} />
		</SideForm>
	);
};
