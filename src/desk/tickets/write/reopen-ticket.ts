import type { Context } from "../../../platform/operation.ts";
import { ticketReopened } from "../facts.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import { addMessage, move, type Moved, type NewMessage } from "../write.ts";
import { noSilence } from "./silence.ts";

/** Opens a ticket again: it owes an answer anew, what was judged before stays judged. */
export async function reopenTicket(
	context: Context,
	ticket: LoadedTicket,
	by: "USER" | "DESK",
	message: NewMessage,
): Promise<Moved> {
	const from = ticket.situation.state;
	// In work by itself again, it goes no longer with its parent.
	await context.tx
		.deleteFrom("ticket_link")
		.where("ticket_id", "=", ticket.row.id)
		.where("kind", "=", "CHILD")
		.execute();
	const moved = await move(context, ticket, "reopen", {
		...noSilence,
		answered_at: null,
		closed_at: null,
		close_reason: null,
		reopenable_until: null,
		solved_level: null,
		interim_expected_on: null,
		reopenings: ticket.row.reopenings + (from === "spam" ? 0 : 1),
	});
	const messageId = await addMessage(context, moved.id, message);
	context.record(ticketReopened.of(moved.id, moved.version, { from, by, messageId }));
	return moved;
}
