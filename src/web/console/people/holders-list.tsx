import { Button, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { z } from "zod";
import { type HoldingView, createOrganisation, endRole, grantRole, holdings } from "../../../desk/identity/contract.ts";
import { roles } from "../../../kernel/actor.ts";
import { OrganisationId, PersonId, ServiceId } from "../../../kernel/id.ts";
import { SupportSet } from "../../../kernel/values.ts";
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
import { useOrganisationChoices, usePersonChoices, useServiceChoices } from "./choices.ts";
import { periodText } from "../../ui/time/period.view.ts";
import { stateOfPeriod } from "./period.view.ts";
import { DayField } from "../../ui/form/day-field.tsx";

type Holding = z.infer<typeof HoldingView>;

/** Offices and who holds them; of one person when `personId` is given. */
export const HoldersList = ({ personId }: { personId?: PersonId }) => {
	const say = useText();
	const question = usePages(holdings, { limit: 200, ...(personId === undefined ? {} : { personId }) });
	const services = useServiceChoices();
	// Whoever keeps organisations and people grants offices.
	const may = useMay(createOrganisation);
	const [isOpen, form] = useDisclosure(false);
	const [ending, setEnding] = useState<Holding | null>(null);
	const nameOfService = (id: string) => services.find((service) => service.value === id)?.label ?? "";
	return (
		<>
			<div>
				<ActButton variant="default" may={may} onAct={form.open}>
					{say.t("people.grant")}
				</ActButton>
			</div>
			<Asked question={question}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t(personId === undefined ? "people.noHolders" : "people.noRoles")} />
					) : (
						<Rows
							caption={say.t("people.roles")}
							heads={["role", "name", "organisation", "service", "set", "valid"]
								.map((key) => say.word("people", key))
								.concat("")}
							rows={rows.map((holding) => ({
								key: holding.id,
								cells: [
									say.word("words", `role-${holding.role}`),
									holding.deputyForName === null
										? holding.personName
										: `${holding.personName} (${say.t("people.deputyOf", { name: holding.deputyForName })})`,
									holding.organisationName,
									holding.serviceId === null ? say.t("people.allServices") : nameOfService(holding.serviceId),
									holding.set === null ? say.t("people.bothSets") : say.word("words", `set-${holding.set}`),
									periodText({ from: holding.validFrom, until: holding.validUntil }, say),
									<HoldingEnd key="end" holding={holding} onEnd={() => setEnding(holding)} />,
								],
							}))}
						/>
					)
				}
			</Asked>
			<MoreRows pages={question} />
			<GrantForm isOpen={isOpen} onClose={form.close} personId={personId ?? null} />
			{ending === null ? null : <EndForm holding={ending} onClose={() => setEnding(null)} />}
		</>
	);
};

const HoldingEnd = ({ holding, onEnd }: { holding: Holding; onEnd: () => void }) => {
	const say = useText();
	if (stateOfPeriod(holding, useToday()) === "past") return <>{say.t("people.ended")}</>;
	return (
		<Button size="compact-sm" variant="default" onClick={onEnd}>
			{say.t("people.end")}
		</Button>
	);
};

const EndForm = ({ holding, onClose }: { holding: Holding; onClose: () => void }) => {
	const say = useText();
	const [day, setDay] = useState(useToday().toString());
	const act = useAct(endRole);
	return (
		<SideForm
			title={`${say.t("people.end")}: ${say.word("words", `role-${holding.role}`)}`}
			submit={say.t("people.end")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate({ id: holding.id, version: holding.version, validUntil: day }, { onSuccess: onClose })}
		>
			<DayField label={say.t("people.endOn")} required value={day} onChange={(chosen) => setDay(chosen ?? day)} />
		</SideForm>
	);
};

const GrantForm = ({
	isOpen,
	onClose,
	personId,
}: {
	isOpen: boolean;
	onClose: () => void;
	personId: PersonId | null;
}) => {
	const say = useText();
	const today = useToday();
	const { fields, choose, reset } = useFields({
		personId: personId ?? "",
		role: "",
		organisationId: "",
		serviceId: "",
		set: "",
		validFrom: today.toString(),
		validUntil: "",
		deputyFor: "",
	});
	const people = usePersonChoices();
	const organisations = useOrganisationChoices();
	const services = useServiceChoices();
	const act = useAct(grantRole);
	const submit = () =>
		act.mutate(
			{
				personId: PersonId.parse(fields.personId),
				role: roles.find((role) => role === fields.role) ?? "ekc_adviser",
				organisationId: OrganisationId.parse(fields.organisationId),
				serviceId: fields.serviceId === "" ? null : ServiceId.parse(fields.serviceId),
				set: fields.set === "" ? null : SupportSet.parse(fields.set),
				validFrom: fields.validFrom,
				validUntil: orNull(fields.validUntil),
				deputyFor: fields.deputyFor === "" ? null : PersonId.parse(fields.deputyFor),
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
			title={say.t("people.grant")}
			submit={say.t("people.grant")}
			isOpen={isOpen}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			{personId === null ? (
				<Select label={say.t("people.name")} data={people} required searchable {...choose("personId")} />
			) : null}
			<Select
				label={say.t("people.role")}
				data={roles.map((value) => ({ value, label: say.word("words", `role-${value}`) }))}
				required
				searchable
				{...choose("role")}
			/>
			<Select
				label={say.t("people.organisation")}
				data={organisations}
				required
				searchable
				{...choose("organisationId")}
			/>
			<Select
				label={say.t("people.service")}
				placeholder={say.t("people.allServices")}
				data={services}
				clearable
				searchable
				{...choose("serviceId")}
			/>
			<Select
				label={say.t("people.set")}
				placeholder={say.t("people.bothSets")}
				data={SupportSet.options.map((value) => ({ value, label: say.word("words", `set-${value}`) }))}
				clearable
				{...choose("set")}
			/>
			<DayField label={say.t("people.validFrom")} required {...choose("validFrom")} />
			<DayField label={say.t("people.validUntil")} {...choose("validUntil")} />
			<Select
				label={say.t("people.deputyFor")}
				placeholder={say.t("people.deputyNobody")}
				data={people}
				clearable
				searchable
				{...choose("deputyFor")}
			/>
		</SideForm>
	);
};
