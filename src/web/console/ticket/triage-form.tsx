import { Checkbox, Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { triage } from "../../../desk/tickets/contract.ts";
import { type Effect, TicketType } from "../../../desk/tickets/rules/codes.ts";
import { ServiceId } from "../../../kernel/id.ts";
import { useMe } from "../../api/me.ts";
import { useText } from "../../text/use-text.tsx";
import { orNull, useFields } from "../../ui/form/use-fields.ts";
import { listOf } from "../catalogue/list.view.ts";
import { useServiceChoices } from "../people/choices.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";
import { EffectChoice } from "./effect-choice.tsx";
import styles from "./ticket.module.css";
import { categoriesOf, presumedOf, previewOf } from "./triage.view.ts";
import { useTermsInForce } from "./use-terms.ts";
import { DayField } from "../../ui/form/day-field.tsx";

/** Type, service, category, effect and the facts that priority follows from; the definitions are the agreement's own. */
export const TriageForm = (panel: PanelProps) => {
	const { ticket } = panel;
	const say = useText();
	const services = useServiceChoices();
	const { fields, bind, choose } = useFields({
		type: ticket.type ?? "",
		serviceId: (ticket.service?.id ?? "") as string,
		category: ticket.category?.code ?? "",
		soleChannelReason: "",
		otherBodies: ticket.otherBodies.map((body) => body.name).join(", "),
		userDeadline: ticket.userDeadline ?? "",
	});
	const [effect, setEffect] = useState<Effect | null>(ticket.effect);
	const [soleChannel, setSoleChannel] = useState(ticket.soleChannel);
	const [withOthers, setWithOthers] = useState(ticket.requiresOtherBodies);
	const [isSuspected, setSuspected] = useState(ticket.personalDataBreachSuspected);
	const me = useMe().data?.person.id;
	const isFree = ticket.owner === null || ticket.owner.id === me;
	const [takesToo, setTakesToo] = useState(true);
	const canTake = isFree && (ticket.state === "received" || ticket.state === "triaged");
	const found = useTermsInForce(fields.serviceId === "" ? null : fields.serviceId);
	const terms = found === "NONE" || found === null ? {} : found;
	const presumed = presumedOf(terms);
	const facts = {
		soleChannel: soleChannel ?? presumed.soleChannel,
		requiresOtherBodies: withOthers ?? presumed.requiresOtherBodies,
	};
	const type = TicketType.safeParse(fields.type).data ?? null;
	const computed = previewOf(terms, { ...facts, type, effect });
	const isOutOfScope = type === "OUT_OF_SCOPE";
	const input = () =>
		type === null
			? null
			: {
					type,
					serviceId: fields.serviceId === "" ? null : ServiceId.parse(fields.serviceId),
					category: orNull(fields.category),
					effect,
					...(soleChannel === null ? {} : { soleChannel }),
					soleChannelReason: orNull(fields.soleChannelReason),
					...(withOthers === null ? {} : { requiresOtherBodies: withOthers }),
					otherBodies: listOf(fields.otherBodies),
					userDeadline: orNull(fields.userDeadline),
					personalDataBreachSuspected: isSuspected,
					take: canTake && takesToo,
				};
	return (
		<InPlace
			{...panel}
			act={triage}
			title={say.t("ticket.triageTitle")}
			submit={say.t("ticket.saveTriage")}
			input={input}
			isReady={type !== null}
		>
			<div className={styles["fields"]}>
				<Select
					label={say.t("ticket.type")}
					data={TicketType.options.map((value) => ({ value, label: say.t(`words.type-${value}`) }))}
					required
					allowDeselect={false}
					{...choose("type")}
				/>
				<Select
					label={say.t("ticket.service")}
					data={services}
					required={!isOutOfScope}
					searchable
					clearable={isOutOfScope}
					{...choose("serviceId")}
				/>
				<CategoryField terms={terms} choose={choose("category")} />
			</div>
			{found === "NONE" ? <Text c="dimmed">{say.t("ticket.noAgreement")}</Text> : null}
			{isOutOfScope || fields.serviceId === "" ? null : (
				<>
					<EffectChoice terms={terms} facts={facts} value={effect} onChange={setEffect} />
					<div className={styles["fields"]}>
						<Checkbox
							label={say.t("ticket.requiresOtherBodies")}
							checked={facts.requiresOtherBodies}
							onChange={(event) => setWithOthers(event.currentTarget.checked)}
						/>
						<Checkbox
							label={say.t("ticket.soleChannel")}
							description={say.t("ticket.soleChannelHint", {
								value: say.t(presumed.soleChannel ? "words.yes" : "words.no"),
							})}
							checked={facts.soleChannel}
							onChange={(event) => setSoleChannel(event.currentTarget.checked)}
						/>
						{facts.soleChannel === presumed.soleChannel ? null : (
							<TextInput
								label={say.t("ticket.soleChannelReason")}
								required
								minLength={3}
								{...bind("soleChannelReason")}
							/>
						)}
						{facts.requiresOtherBodies ? (
							<TextInput label={say.t("ticket.otherBodiesField")} {...bind("otherBodies")} />
						) : null}
						<DayField
							label={say.t("ticket.userDeadline")}
							description={say.t("ticket.userDeadlineHint")}
							{...choose("userDeadline")}
						/>
					</div>
				</>
			)}
			{type === "SECURITY_INCIDENT" || type === "SECURITY_REPORT" ? (
				<Checkbox
					label={say.t("ticket.breachSuspected")}
					checked={isSuspected}
					onChange={(event) => setSuspected(event.currentTarget.checked)}
				/>
			) : null}
			{canTake ? (
				<Checkbox
					label={say.t("ticket.takeToo")}
					checked={takesToo}
					onChange={(event) => setTakesToo(event.currentTarget.checked)}
				/>
			) : null}
			<Text role="status">
				{computed === null
					? ""
					: computed.code === null
						? say.t("ticket.computedNone")
						: say.t("ticket.computed", { priority: say.t(`words.priority-${computed.code}`) })}
			</Text>
		</InPlace>
	);
};

const CategoryField = ({
	terms,
	choose,
}: {
	terms: Parameters<typeof categoriesOf>[0];
	choose: { value: string | null; onChange: (value: string | null) => void };
}) => {
	const say = useText();
	const all = categoriesOf(terms);
	const groups = (["TECHNICAL", "CONTENT"] as const).map((set) => ({
		group: say.t(`words.set-${set}`),
		items: all.filter((category) => category.set === set).map(({ value, label }) => ({ value, label })),
	}));
	return (
		<Select
			label={say.t("ticket.category")}
			data={groups.filter(({ items }) => items.length > 0)}
			disabled={all.length === 0}
			searchable
			clearable
			{...choose}
		/>
	);
};
