import type { Context } from "../../../platform/operation.ts";
import { messageAdded } from "../facts.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import type { TicketAct } from "../rules/life-cycle.ts";
import { addMessage, move, type Moved, type NewMessage } from "../write.ts";

/** A message that does nothing but say something: the state stays, the fact is `message-added`. */
export async function say(context: Context, ticket: LoadedTicket, act: TicketAct, message: NewMessage): Promise<Moved> {
	const moved = await move(context, ticket, act);
	const messageId = await addMessage(context, moved.id, message);
	const { kind, audience, direction, channel = null } = message;
	context.record(messageAdded.of(moved.id, moved.version, { messageId, kind, audience, direction, channel }));
	return moved;
}
