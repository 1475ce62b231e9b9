import { Button, Select, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { agreements } from "../../../desk/agreements/contract.ts";
import { type ServiceView, changeService, createService, services } from "../../../desk/catalogue/contract.ts";
import { OrganisationId } from "../../../kernel/id.ts";
import { useMay } from "../../api/me.ts";
import { useAct, usePages, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { useOrganisationChoices } from "../people/choices.ts";
import { periodText } from "../../ui/time/period.view.ts";
import { DayField } from "../../ui/form/day-field.tsx";

type Service = z.infer<typeof ServiceView>;

export const ServicesScreen = () => {
	const say = useText();
	const question = usePages(services, { limit: 200 });
	const may = useMay(createService);
	const [edited, setEdited] = useState<Service | "NEW" | null>(null);
	return (
		<Page
			title={say.t("desk.services")}
			actions={
				<ActButton variant="default" may={may} onAct={() => setEdited("NEW")}>
					{say.t("desk.addService")}
				</ActButton>
			}
		>
			<Panel>
				<Asked question={question}>
					{({ rows }) =>
						rows.length === 0 ? (
							<EmptyState title={say.t("desk.noServices")} />
						) : (
							<Rows
								caption={say.t("desk.services")}
								heads={["service", "code", "organisation", "valid", "agreement"]
									.map((key) => say.word("desk", key))
									.concat("")}
								rows={rows.map((service) => ({
									key: service.id,
									cells: [
										service.name,
										service.code,
										service.organisationName,
										periodText({ from: service.validFrom, until: service.validUntil }, say),
										<ServiceAgreement key="agreement" serviceId={service.id} />,
										service.can.change.length === 0 ? (
											<Button
												key="change"
												size="compact-sm"
												variant="subtle"
												aria-label={say.t("people.changeOf", { name: service.name })}
												onClick={() => setEdited(service)}
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
			</Panel>
			{edited === null ? null : <ServiceForm of={edited === "NEW" ? null : edited} onClose={() => setEdited(null)} />}
		</Page>
	);
};

/** The agreement in force, else the newest one. */
const ServiceAgreement = ({ serviceId }: { serviceId: string }) => {
	const say = useText();
	const { data } = useQuestion(agreements, { limit: 200 });
	const ours = data?.rows.filter((row) => row.serviceId === serviceId) ?? [];
	const shown = ours.find((row) => row.state === "active") ?? ours[0];
	if (shown === undefined) return <>{say.t("desk.noAgreement")}</>;
	return (
		<>
			<Link to="/app/agreements/$id" params={{ id: shown.id }}>
				{say.t("desk.version", { number: shown.number })}
			</Link>{" "}
			<StateBadge text={say.word("words", `agreement-${shown.state}`)} />
		</>
	);
};

/** A new service, or what is known of one: whose it is may change, its code never does. */
const ServiceForm = ({ of, onClose }: { of: Service | null; onClose: () => void }) => {
	const say = useText();
	const today = useToday();
	const organisations = useOrganisationChoices();
	const creating = useAct(createService);
	const changing = useAct(changeService);
	const { fields, bind, choose } = useFields({
		code: of?.code ?? "",
		name: of?.name ?? "",
		organisationId: (of?.organisationId ?? "") as string,
		validFrom: of?.validFrom ?? today.toString(),
		validUntil: of?.validUntil ?? "",
	});
	const submit = () => {
		const { code, name, validFrom } = fields;
		const organisationId = OrganisationId.parse(fields.organisationId);
		const said = { name, organisationId, validFrom, validUntil: orNull(fields.validUntil) };
		if (of === null) creating.mutate({ ...said, code }, { onSuccess: onClose });
		else changing.mutate({ ...said, id: of.id, version: of.version }, { onSuccess: onClose });
	};
	return (
		<SideForm
			title={of === null ? say.t("desk.addService") : of.name}
			submit={say.t("app.save")}
			isOpen
			isBusy={creating.isPending || changing.isPending}
			error={creating.error ?? changing.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<TextInput label={say.t("desk.service")} required {...bind("name")} />
			<TextInput
				label={say.t("desk.code")}
				description={say.t("desk.codeHint")}
				required
				disabled={of !== null}
				{...bind("code")}
			/>
			<Select
				label={say.t("desk.organisation")}
				data={organisations}
				required
				searchable
				{...choose("organisationId")}
			/>
			<DayField label={say.t("people.validFrom")} required {...choose("validFrom")} />
			<DayField label={say.t("people.orgUntil")} {...choose("validUntil")} />
		</SideForm>
	);
};
