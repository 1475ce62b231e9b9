import { Button, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { agreements } from "../../../desk/agreements/contract.ts";
import { createService, services } from "../../../desk/catalogue/contract.ts";
import { OrganisationId } from "../../../kernel/id.ts";
import { useAct, usePages, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { useOrganisationChoices } from "../people/choices.ts";
import { periodText } from "../../ui/time/period.view.ts";
import { DayField } from "../../ui/form/day-field.tsx";

export const ServicesScreen = () => {
	const say = useText();
	const question = usePages(services, { limit: 200 });
	const [isOpen, form] = useDisclosure(false);
	return (
		<Page
			title={say.t("desk.services")}
			actions={
				<Button variant="default" onClick={form.open}>
					{say.t("desk.addService")}
				</Button>
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
								heads={["service", "code", "organisation", "valid", "agreement"].map((key) => say.word("desk", key))}
								rows={rows.map((service) => ({
									key: service.id,
									cells: [
										service.name,
										service.code,
										service.organisationName,
										periodText({ from: service.validFrom, until: service.validUntil }, say),
										<ServiceAgreement key="agreement" serviceId={service.id} />,
									],
								}))}
							/>
						)
					}
				</Asked>
				<MoreRows pages={question} />
			</Panel>
			<ServiceForm isOpen={isOpen} onClose={form.close} />
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

const ServiceForm = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
	const say = useText();
	const today = useToday();
	const organisations = useOrganisationChoices();
	const act = useAct(createService);
	const { fields, bind, choose, reset } = useFields({
		code: "",
		name: "",
		organisationId: "",
		validFrom: today.toString(),
		validUntil: "",
	});
	const submit = () =>
		act.mutate(
			{
				...fields,
				organisationId: OrganisationId.parse(fields.organisationId),
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
			title={say.t("desk.addService")}
			submit={say.t("app.save")}
			isOpen={isOpen}
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={submit}
		>
			<TextInput label={say.t("desk.service")} required {...bind("name")} />
			<TextInput label={say.t("desk.code")} description={say.t("desk.codeHint")} required {...bind("code")} />
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
