import { Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { qualification, requestSession, sessions } from "../../../desk/training/contract.ts";
import { sessionReasons } from "../../../desk/training/rules/session.ts";
import { ServiceId } from "../../../kernel/id.ts";
import { SupportSet } from "../../../kernel/values.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { Page, Panel } from "../../ui/shell/page.tsx";
import { ActButton } from "../../ui/state/act-button.tsx";
import { Asked } from "../../ui/state/asked.tsx";
import { EmptyState } from "../../ui/state/empty-state.tsx";
import { useServiceChoices } from "../people/choices.ts";
import { SessionList } from "./session-list.tsx";
import { SetPanel } from "./set-panel.tsx";
import styles from "./training.module.css";

export const TrainingScreen = () => {
	const say = useText();
	const services = useServiceChoices();
	const [chosen, setChosen] = useState<string | null>(null);
	const serviceId = chosen ?? services[0]?.value ?? null;
	return (
		<Page
			title={say.t("training.title")}
			aside={
				<Select
					aria-label={say.t("training.service")}
					placeholder={say.t("training.chooseService")}
					data={services}
					value={serviceId}
					onChange={setChosen}
					allowDeselect={false}
					w={260}
				/>
			}
		>
			{serviceId === null ? (
				<EmptyState title={say.t("desk.noServices")} />
			) : (
				<ServiceTraining key={serviceId} serviceId={ServiceId.parse(serviceId)} />
			)}
		</Page>
	);
};

const ServiceTraining = ({ serviceId }: { serviceId: ServiceId }) => {
	const say = useText();
	const [isOpen, form] = useDisclosure(false);
	const held = useQuestion(sessions, { serviceId, limit: 100 });
	return (
		<Asked question={useQuestion(qualification, { serviceId })}>
			{(view) => (
				<>
					<div className={styles["sets"]}>
						<SetPanel serviceId={serviceId} of={view.technical} />
						<SetPanel serviceId={serviceId} of={view.content} />
					</div>
					<Panel
						title={say.t("training.sessions")}
						aside={
							<ActButton may={view.can.request} variant="default" size="compact-sm" onAct={form.open}>
								{say.t("training.request")}
							</ActButton>
						}
					>
						<Asked question={held}>
							{({ rows }) =>
								rows.length === 0 ? (
									<EmptyState title={say.t("training.noSessions")} />
								) : (
									<SessionList
										rows={rows}
										advisers={[...(view.technical.advisers ?? []), ...(view.content.advisers ?? [])]}
									/>
								)
							}
						</Asked>
					</Panel>
					{isOpen ? <RequestForm serviceId={serviceId} onClose={form.close} /> : null}
				</>
			)}
		</Asked>
	);
};

const RequestForm = ({ serviceId, onClose }: { serviceId: ServiceId; onClose: () => void }) => {
	const say = useText();
	const act = useAct(requestSession);
	const { fields, choose } = useFields({ set: "TECHNICAL", reason: "agreement" });
	return (
		<SideForm
			title={say.t("training.request")}
			submit={say.t("training.request")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate(
					{
						serviceId,
						set: SupportSet.parse(fields.set),
						reason: sessionReasons.find((reason) => reason === fields.reason) ?? "other",
					},
					{ onSuccess: onClose },
				)
			}
		>
			<Select
				label={say.t("training.set")}
				data={SupportSet.options.map((value) => ({ value, label: say.word("words", `set-${value}`) }))}
				allowDeselect={false}
				{...choose("set")}
			/>
			<Select
				label={say.t("training.reason")}
				data={sessionReasons.map((value) => ({ value, label: say.word("training", `reason-${value}`) }))}
				allowDeselect={false}
				{...choose("reason")}
			/>
		</SideForm>
	);
};
