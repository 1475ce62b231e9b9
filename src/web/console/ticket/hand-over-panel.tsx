import { Select, Text, Textarea } from "@mantine/core";
import { handOver } from "../../../desk/tickets/contract.ts";
import type { Speech } from "../../text/speech.ts";
import { useText } from "../../text/use-text.tsx";
import { useFields } from "../../ui/form/use-fields.ts";
import { Reasons } from "../../ui/state/error-state.tsx";
import { ClauseChip } from "../../ui/time/clause-chip.tsx";
import { useNow } from "../../ui/time/now.tsx";
import { nameIn } from "../agreements/terms.view.ts";
import { InPlace, type PanelProps } from "./in-place.tsx";
import { type DueIf, dueIf, pathOf } from "./hand-over.view.ts";
import { useTermsInForce } from "./use-terms.ts";

/** What is missing, to whom, and both due times it would start, repeated on the button. */
export const HandOverPanel = (panel: PanelProps) => {
	const { ticket } = panel;
	const say = useText();
	const now = useNow();
	const { fields, bind, choose } = useFields({ summary: "", target: "1" });
	const found = useTermsInForce(ticket.service?.id ?? null);
	const terms = found === "NONE" || found === null ? {} : found;
	const path = pathOf(terms, ticket.set, nameIn(terms));
	const due = found === null || found === "NONE" ? null : dueIf(terms, ticket, now);
	return (
		<InPlace
			{...panel}
			act={handOver}
			title={say.t("ticket.handOverTitle")}
			submit={buttonOf(due, now, say)}
			input={() => ({ summary: fields.summary, targetOrder: Number(fields.target) })}
			isReady={ticket.can.handOver.length === 0}
		>
			<Reasons obstacles={ticket.can.handOver} />
			<Textarea
				label={say.t("ticket.summary")}
				description={say.t("ticket.summaryHint")}
				required
				autosize
				minRows={4}
				{...bind("summary")}
			/>
			<Select
				label={say.t("ticket.target")}
				data={path.map(({ order, name }) => ({ value: String(order), label: `${order}. ${name}` }))}
				allowDeselect={false}
				{...choose("target")}
			/>
			<Text>
				{sentenceOf(due, now, say)}{" "}
				<ClauseChip text="§ I.11" full={say.t("time.clause", { number: "I.11", heading: say.t("agreement.I.11") })} />
			</Text>
		</InPlace>
	);
};

const sentenceOf = (due: DueIf | null, now: Temporal.Instant, say: Speech): string => {
	if (due === null || due.resolution === null) return say.t("ticket.noDue");
	const resolution = say.near(due.resolution, now);
	return due.response === null
		? say.t("ticket.dueIfResolution", { resolution })
		: say.t("ticket.dueIf", { response: say.near(due.response, now), resolution });
};

const buttonOf = (due: DueIf | null, now: Temporal.Instant, say: Speech): string => {
	if (due === null || due.resolution === null) return say.t("ticket.handOver");
	const resolution = say.near(due.resolution, now);
	return due.response === null
		? say.t("ticket.handOverButtonResolution", { resolution })
		: say.t("ticket.handOverButton", { response: say.near(due.response, now), resolution });
};
