import type { PersonId } from "../../../kernel/id.ts";
import type { Context } from "../../../platform/operation.ts";
import { ticketTaken } from "../facts.ts";
import { ableFor } from "../read/able.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import { ownerWarnings } from "../rules/qualification.ts";
import { move, type Moved } from "../write.ts";

/** Makes the actor the owner; a classified ticket is in progress from then on. Who is not qualified for its set is warned only. */
export async function takeTicket(context: Context, ticket: LoadedTicket): Promise<Moved> {
	const ownerId = context.actor.kind === "person" ? context.actor.personId : null;
	const moved = await move(context, ticket, "take", ownerId === null ? {} : { owner_id: ownerId });
	const owner = ownerId ?? (ticket.row.owner_id as PersonId | null);
	const warnings = await warningCodes(context, ticket, owner);
	context.record(ticketTaken.of(moved.id, moved.version, { ownerId: owner, warnings }));
	return moved;
}

export const warningCodes = async (
	context: Context,
	ticket: LoadedTicket,
	ownerId: PersonId | null,
): Promise<string[]> => ownerWarnings(await ableFor(context, ticket), ownerId).map(({ code }) => code);
