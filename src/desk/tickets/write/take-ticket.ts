import type { Context } from "../../../platform/operation.ts";
import { ticketTaken } from "../facts.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import { move, type Moved } from "../write.ts";

/** Makes the actor the owner; a classified ticket is in progress from then on. */
export async function takeTicket(context: Context, ticket: LoadedTicket): Promise<Moved> {
	const ownerId = context.actor.kind === "person" ? context.actor.personId : null;
	const moved = await move(context, ticket, "take", ownerId === null ? {} : { owner_id: ownerId });
	context.record(ticketTaken.of(moved.id, moved.version, { ownerId: ownerId ?? ticket.row.owner_id }));
	return moved;
}
