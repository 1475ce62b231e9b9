import { type Actor, holds } from "../../../kernel/actor.ts";
import type { PersonId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { actorOfPerson } from "../../identity/read.ts";
import { assign } from "../contract.ts";
import { ticketAssigned } from "../facts.ts";
import { mayDo, ownerRoles } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";
import { warningCodes } from "../write/take-ticket.ts";

export default operation(assign)({
	load: (context, input) => ticketForAct(context, input, { withTerms: true }),
	may: (actor, ticket) => mayDo("assign", actor, ticket),
	async run(context, input, ticket) {
		if (input.ownerId !== null) await refuseUnlessAdviser(context, input.ownerId, ticket.row.restricted);
		const moved = await move(context, ticket, "assign", { owner_id: input.ownerId });
		const warnings = await warningCodes(context, ticket, input.ownerId);
		context.record(ticketAssigned.of(moved.id, moved.version, { ownerId: input.ownerId, warnings }));
		return moved;
	},
});

/** A ticket belongs to somebody who can work on it, a restricted one to the technical lead (§2.2). */
async function refuseUnlessAdviser(context: Context, id: PersonId, isRestricted: boolean): Promise<void> {
	const person: Actor = await actorOfPerson(context.tx, id, context.today);
	if (!holds(person, ownerRoles(isRestricted)))
		throw new Refusal("conflict", "owner-is-no-adviser", {
			obstacles: [{ code: "owner-is-no-adviser", at: "ownerId" }],
		});
}
