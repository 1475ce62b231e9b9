import { Button } from "@mantine/core";
import { escalate, ofTicket } from "../../../desk/clocks/contract.ts";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { useAct, useQuestion } from "../../api/queries.ts";
import { useText } from "../../text/use-text.tsx";
import { Facts } from "../../ui/form/facts.tsx";
import { RefusalNote } from "../../ui/state/error-state.tsx";

/** Whom of the escalation path second level's ticket is with, who is next and when; the next one can be called at once (ESC-02). */
export const EscalationPart = ({ ticket }: { ticket: TicketView }) => {
	const say = useText();
	const path = useQuestion(ofTicket, { ticketId: ticket.id }, { everyMs: 60_000 }).data?.escalation ?? null;
	const calling = useAct(escalate);
	if (path === null) return null;
	const when =
		path.movesAt === null ? say.t("ticket.calledByHand") : say.t("ticket.calledAt", { at: say.moment(path.movesAt) });
	return (
		<section aria-label={say.t("ticket.escalation")}>
			<h2>{say.t("ticket.escalation")}</h2>
			<Facts
				of={[
					[say.t("ticket.presentTarget"), path.targetName],
					[say.t("ticket.nextTarget"), path.next === null ? say.t("ticket.endOfPath") : `${path.next.name} (${when})`],
				]}
			/>
			<RefusalNote error={calling.error} />
			{path.next === null ? null : (
				<Button
					size="compact-sm"
					variant="default"
					mt="xs"
					loading={calling.isPending}
					onClick={() => calling.mutate({ ticketId: ticket.id })}
				>
					{say.t("ticket.callNext", { name: path.next.name })}
				</Button>
			)}
		</section>
	);
};
