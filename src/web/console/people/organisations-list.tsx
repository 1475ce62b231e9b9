import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import {
	OrganisationKind,
	type OrganisationView,
	changeOrganisation,
	createOrganisation,
	organisations,
} from "../../../desk/identity/contract.ts";
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
import { useToday } from "../../ui/time/now.tsx";
import { periodText } from "../../ui/time/period.view.ts";
import { DayField } from "../../ui/form/day-field.tsx";

type Organisation = z.infer<typeof OrganisationView>;

export const OrganisationsList = () => {
	const say = useText();
	const question = usePages(organisations, { limit: 200 });
	const may = useMay(createOrganisation);
	const [edited, setEdited] = useState<Organisation | "NEW" | null>(null);
	return (
		<>
			<div>
				<ActButton variant="default" may={may} onAct={() => setEdited("NEW")}>
					{say.t("people.addOrganisation")}
				</ActButton>
			</div>
			<Asked question={question}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t("people.noOrganisations")} />
					) : (
						<Rows
							caption={say.t("people.organisations")}
							heads={["orgName", "kind", "ministry", "valid"].map((key) => say.word("people", key)).concat("")}
							rows={rows.map((organisation) => ({
								key: organisation.id,
								cells: [
									organisation.name,
									say.word("words", `organisation-${organisation.kind}`),
									organisation.ministry ?? "–",
									periodText({ from: organisation.validFrom, until: organisation.validUntil }, say),
									may?.length === 0 ? (
										<Button
											key="change"
											size="compact-sm"
											variant="subtle"
											aria-label={say.t("people.changeOf", { name: organisation.name })}
											onClick={() => setEdited(organisation)}
										>
											{say.t("people.change")}
										</Button>
									) : null,
								],
							}))}
						/>
					)
				}
			</Asked>
			<MoreRows pages={question} />
			{edited === null ? null : (
				<OrganisationForm of={edited === "NEW" ? null : edited} onClose={() => setEdited(null)} />
			)}
		</>
	);
};

/** A new organisation, or what is known of one: a body that is merged or closed gets its last day. */
const OrganisationForm = ({ of, onClose }: { of: Organisation | null; onClose: () => void }) => {
	const say = useText();
	const today = useToday();
	const { fields, bind, choose } = useFields({
		name: of?.name ?? "",
		kind: of?.kind ?? "CLIENT",
		ministry: of?.ministry ?? "",
		validFrom: of?.validFrom ?? today.toString(),
		validUntil: of?.validUntil ?? "",
	});
	const creating = useAct(createOrganisation);
	const changing = useAct(changeOrganisation);
	const submit = () => {
		const said = {
			name: fields.name,
			kind: OrganisationKind.parse(fields.kind),
			ministry: orNull(fields.ministry),
			validFrom: fields.validFrom,
			validUntil: orNull(fields.validUntil),
		};
		if (of === null) creating.mutate(said, { onSuccess: onClose });
		else changing.mutate({ ...said, id: of.id, version: of.version }, { onSuccess: onClose });
	};
	return (
		<SideForm
			title={of === null ? say.t("people.addOrganisation") : of.name}
			submit={say.t("app.save")}
			isOpen
			isBusy={creating.isPending || changing.isPending}
			error={creating.error ?? changing.error}
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
