import { Button, Select, Text, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import {
	type AgreementView,
	approveAgreement,
	exportAgreement,
	returnAgreement,
	signAgreement,
	submitAgreement,
	withdrawAgreement,
} from "../../../desk/agreements/contract.ts";
import { type AgreementState, signatureMethods } from "../../../desk/agreements/rules/states.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { SideForm } from "../../ui/form/side-form.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { ActButton } from "../../ui/state/act-button.tsx";
import { useToday } from "../../ui/time/now.tsx";
import { saveFile } from "../../ui/form/save-file.ts";
import { DayField } from "../../ui/form/day-field.tsx";

type Step = "submit" | "return" | "approve" | "sign" | "withdraw";

/** Steps of SM-1 worth showing from a state; whether one is open now, the agreement says itself. */
const steps: Readonly<Partial<Record<AgreementState, readonly Step[]>>> = {
	draft: ["submit", "withdraw"],
	inReview: ["approve", "return", "withdraw"],
	readyToSign: ["sign", "withdraw"],
	partlySigned: ["sign", "withdraw"],
};

export const AgreementActs = ({ view }: { view: AgreementView }) => {
	const say = useText();
	const [open, setOpen] = useState<Step | null>(null);
	const close = () => setOpen(null);
	const may = { ...view.can, return: view.can.returnWithComments };
	const download = async () => {
		const { fileName, yaml } = await call(exportAgreement, { id: view.id });
		saveFile(fileName, "application/yaml", yaml);
	};
	return (
		<>
			<Button variant="default" onClick={() => void download()}>
				{say.t("agreement.export")}
			</Button>
			{(steps[view.state] ?? []).map((step) => (
				<ActButton
					key={step}
					may={may[step]}
					variant={step === "return" || step === "withdraw" ? "default" : "filled"}
					onAct={() => setOpen(step)}
				>
					{say.t(`agreement.${step}`)}
				</ActButton>
			))}
			{open === "submit" ? <ConfirmForm view={view} step="submit" onClose={close} /> : null}
			{open === "approve" ? <ConfirmForm view={view} step="approve" onClose={close} /> : null}
			{open === "return" ? <ReturnForm view={view} onClose={close} /> : null}
			{open === "withdraw" ? <WithdrawForm view={view} onClose={close} /> : null}
			{open === "sign" ? <SignForm view={view} onClose={close} /> : null}
		</>
	);
};

type StepForm = { view: AgreementView; onClose: () => void };

const ConfirmForm = ({ view, step, onClose }: StepForm & { step: "submit" | "approve" }) => {
	const say = useText();
	const act = useAct(step === "submit" ? submitAgreement : approveAgreement);
	return (
		<SideForm
			title={say.t(`agreement.${step}`)}
			submit={say.t(`agreement.${step}`)}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() => act.mutate({ id: view.id, version: view.version }, { onSuccess: onClose })}
		>
			<Text>{say.t(step === "submit" ? "agreement.submitConsequence" : "agreement.approveConsequence")}</Text>
		</SideForm>
	);
};

const ReturnForm = ({ view, onClose }: StepForm) => {
	const say = useText();
	const act = useAct(returnAgreement);
	const { fields, bind } = useFields({ comment: "" });
	return (
		<SideForm
			title={say.t("agreement.return")}
			submit={say.t("agreement.return")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate({ id: view.id, version: view.version, comment: fields.comment }, { onSuccess: onClose })
			}
		>
			<Textarea label={say.t("agreement.comment")} required rows={8} {...bind("comment")} />
		</SideForm>
	);
};

const WithdrawForm = ({ view, onClose }: StepForm) => {
	const say = useText();
	const act = useAct(withdrawAgreement);
	const { fields, bind } = useFields({ comment: "" });
	return (
		<SideForm
			title={say.t("agreement.withdraw")}
			submit={say.t("agreement.withdraw")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={() =>
				act.mutate({ id: view.id, version: view.version, comment: orNull(fields.comment) }, { onSuccess: onClose })
			}
		>
			<Text>{say.t("agreement.withdrawConsequence")}</Text>
			<Textarea label={say.t("agreement.comment")} rows={6} {...bind("comment")} />
		</SideForm>
	);
};

/** What is signed is named by its fingerprint: the desk refuses a signature on a text that has changed since. */
const SignForm = ({ view, onClose }: StepForm) => {
	const say = useText();
	const act = useAct(signAgreement);
	const { fields, bind, choose } = useFields({
		place: "Ljubljana",
		date: useToday().toString(),
		documentNumber: "",
		method: "QUALIFIED_E_SIGNATURE",
	});
	const sign = () =>
		act.mutate(
			{
				id: view.id,
				version: view.version,
				contentHash: view.contentHash ?? "",
				place: fields.place,
				date: fields.date,
				documentNumber: fields.documentNumber,
				method: signatureMethods.find((method) => method === fields.method) ?? "QUALIFIED_E_SIGNATURE",
			},
			{ onSuccess: onClose },
		);
	return (
		<SideForm
			title={say.t("agreement.sign")}
			submit={say.t("agreement.sign")}
			isOpen
			isBusy={act.isPending}
			error={act.error}
			onClose={onClose}
			onSubmit={sign}
		>
			<Text>{say.t("agreement.signConsequence")}</Text>
			<Text size="xs" ff="monospace" c="dimmed">
				{view.contentHash}
			</Text>
			<TextInput label={say.t("agreement.place")} required {...bind("place")} />
			<DayField label={say.t("agreement.date")} required {...choose("date")} />
			<TextInput label={say.t("agreement.number_")} required {...bind("documentNumber")} />
			<Select
				label={say.t("agreement.method")}
				data={signatureMethods.map((value) => ({ value, label: say.t(`agreement.method-${value}`) }))}
				allowDeselect={false}
				{...choose("method")}
			/>
		</SideForm>
	);
};
