import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { z } from "zod";
import {
	type CatalogueVersionId,
	type CatalogueVersionView,
	approveCatalogue,
	catalogueInForce,
	catalogueVersion,
	catalogueVersions,
	draftCatalogue,
} from "../../../desk/catalogue/contract.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { StateBadge } from "../../ui/badges/badges.tsx";
import { Rows } from "../../ui/form/rows.tsx";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";
import { CalendarPanel } from "./calendar-panel.tsx";
import { CatalogueContentView } from "./catalogue-content-view.tsx";
import { CatalogueForm } from "./catalogue-form.tsx";

type Edition = z.infer<typeof CatalogueVersionView>;

/** The edition in force, or another one chosen from the list of editions. */
export const CatalogueScreen = () => {
	const [chosen, setChosen] = useState<CatalogueVersionId | null>(null);
	const inForce = useQuestion(catalogueInForce, {}, { enabled: chosen === null });
	return chosen === null ? (
		<Asked question={inForce}>{(edition) => <EditionPage edition={edition} onChoose={setChosen} />}</Asked>
	) : (
		<ChosenEdition id={chosen} onChoose={setChosen} />
	);
};

const ChosenEdition = ({ id, onChoose }: { id: CatalogueVersionId; onChoose: (id: CatalogueVersionId) => void }) => (
	<Asked question={useQuestion(catalogueVersion, { id })}>
		{(edition) => <EditionPage edition={edition} onChoose={onChoose} />}
	</Asked>
);

const EditionPage = ({ edition, onChoose }: { edition: Edition; onChoose: (id: CatalogueVersionId) => void }) => {
	const say = useText();
	return (
		<Page
			title={say.t("desk.catalogue")}
			aside={<StateBadge text={`${edition.content.edition} · ${say.word("desk", edition.state)}`} />}
			actions={<EditionActs edition={edition} onChoose={onChoose} />}
		>
			<CatalogueContentView content={edition.content} />
			<CalendarPanel />
			<Panel title={say.t("desk.editions")}>
				<Editions onChoose={onChoose} />
			</Panel>
		</Page>
	);
};

const EditionActs = ({ edition, onChoose }: { edition: Edition; onChoose: (id: CatalogueVersionId) => void }) => {
	const say = useText();
	const [isForm, form] = useDisclosure(false);
	const [isConfirm, confirm] = useDisclosure(false);
	const draft = useAct(draftCatalogue);
	const approve = useAct(approveCatalogue);
	const isDraft = edition.state === "draft";
	const begin = () => draft.mutate({ content: edition.content }, { onSuccess: (made) => onChoose(made.id) });
	const enforce = () => {
		approve.mutate({ id: edition.id, version: edition.version });
		confirm.close();
	};
	return (
		<>
			<RefusalNote error={draft.error ?? approve.error} />
			{isDraft ? (
				<>
					<ActButton may={edition.can.change} variant="default" onAct={form.open}>
						{say.t("desk.change")}
					</ActButton>
					<ActButton may={edition.can.approve} onAct={confirm.open}>
						{say.t("desk.approve")}
					</ActButton>
				</>
			) : (
				<ActButton may={edition.can.draft} variant="default" onAct={begin}>
					{say.t("desk.begin")}
				</ActButton>
			)}
			{isForm ? <CatalogueForm edition={edition} onClose={form.close} /> : null}
			<Modal opened={isConfirm} onClose={confirm.close} title={say.t("desk.approve")} lockScroll={false}>
				<Text>{say.t("desk.approveConsequence", { edition: edition.content.edition })}</Text>
				<Group justify="flex-end" mt="md">
					<Button variant="default" onClick={confirm.close}>
						{say.t("app.cancel")}
					</Button>
					<Button onClick={enforce}>{say.t("desk.approve")}</Button>
				</Group>
			</Modal>
		</>
	);
};

const Editions = ({ onChoose }: { onChoose: (id: CatalogueVersionId) => void }) => {
	const say = useText();
	return (
		<Asked question={useQuestion(catalogueVersions, {})}>
			{({ rows }) => (
				<Rows
					caption={say.t("desk.editions")}
					heads={["edition", "number", "state", "from", "approvedBy"].map((key) => say.word("desk", key))}
					rows={rows.map((row) => ({
						key: row.id,
						cells: [
							<Button key="open" variant="transparent" size="compact-sm" p={0} onClick={() => onChoose(row.id)}>
								{row.edition}
							</Button>,
							row.number,
							say.word("desk", row.state),
							row.inForceFrom === null ? "–" : say.date(row.inForceFrom),
							row.approvedByName ?? "–",
						],
					}))}
				/>
			)}
		</Asked>
	);
};
