import { Button, Select, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { agreements, createAgreement, importAgreement } from "../../../desk/agreements/contract.ts";
import { ServiceId } from "../../../kernel/id.ts";
import { useAct, usePages } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { MoreRows } from "../../ui/state/more-rows.tsx";
import { useServiceChoices } from "../people/choices.ts";

export const AgreementsScreen = () => {
	const say = useText();
	const [isImport, importing] = useDisclosure(false);
	const [isNew, creating] = useDisclosure(false);
	return (
		<Page
			title={say.t("agreement.title")}
			actions={
				<>
					<Button variant="default" onClick={importing.open}>
						{say.t("agreement.import")}
					</Button>
					<Button variant="default" onClick={creating.open}>
						{say.t("agreement.create")}
					</Button>
				</>
			}
		>
			<AgreementList />
			{isImport ? <ImportForm onClose={importing.close} /> : null}
			{isNew ? <NewForm onClose={creating.close} /> : null}
		</Page>
	);
};

/** The client's own agreements: the same list, for the desk's scope already leaves out the others. */
export const MyAgreementsScreen = () => (
	<Page title={useText().t("agreement.mine")}>
		<AgreementList />
	</Page>
);

const AgreementList = () => {
	const say = useText();
	const question = usePages(agreements, { limit: 200 });
	const heads = ["service", "number", "state", "signedAt", "supportStart"].map((key) => say.word("agreement", key));
	const day = (text: string | null) => (text === null ? "–" : say.date(text));
	return (
		<Panel>
			<Asked question={question}>
				{({ rows }) =>
					rows.length === 0 ? (
						<EmptyState title={say.t("agreement.noAgreements")} hint={say.t("agreement.noAgreementsHint")} />
					) : (
						<Rows
							caption={say.t("agreement.title")}
							heads={heads}
							rows={rows.map((row) => ({
								key: row.id,
								cells: [
									<Link key="open" to="/app/agreements/$id" params={{ id: row.id }}>
										{row.serviceName}
									</Link>,
									row.number,
									<StateBadge key="state" text={say.word("words", `agreement-${row.state}`)} />,
									day(row.signedAt),
									day(row.supportStart),
								],
							}))}
						/>
					)
				}
			</Asked>
			<MoreRows pages={question} />
		</Panel>
	);
};

const ImportForm = ({ onClose }: { onClose: () => void }) => {
	const say = useText();
	const navigate = useNavigate();
	const act = useAct(importAgreement);
	const [yaml, setYaml] = useState("");
	return (
		<SideForm
			title={say.t("agreement.import")}
			submit={say.t("agreement.import")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate({ yaml }, { onSuccess: ({ id }) => void navigate({ to: "/app/agreements/$id", params: { id } }) })
			}
		>
			<Textarea
				label={say.t("agreement.yaml")}
				description={say.t("agreement.importHint")}
				required
				rows={18}
				value={yaml}
				onChange={(event) => setYaml(event.currentTarget.value)}
			/>
		</SideForm>
	);
};

const NewForm = ({ onClose }: { onClose: () => void }) => {
	const say = useText();
	const navigate = useNavigate();
	const services = useServiceChoices();
	const act = useAct(createAgreement);
	const [serviceId, setServiceId] = useState<string | null>(null);
	return (
		<SideForm
			title={say.t("agreement.create")}
			submit={say.t("agreement.create")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{ serviceId: ServiceId.parse(serviceId) },
					{ onSuccess: ({ id }) => void navigate({ to: "/app/agreements/$id", params: { id } }) },
				)
			}
		>
			<Select
				label={say.t("agreement.service")}
				data={services}
				required
				searchable
				value={serviceId}
				onChange={setServiceId}
			/>
		</SideForm>
	);
};
