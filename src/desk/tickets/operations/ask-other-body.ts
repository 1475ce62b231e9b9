import type { TicketId } from "../../../kernel/id.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { askOtherBody } from "../contract.ts";
import { otherBodyAsked } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { termsOfTicket } from "../read/terms.ts";
import { type LoadedTicket, ticketForAct } from "../read/ticket-row.ts";
import type { TicketState } from "../rules/codes.ts";
import { secondLevelStates } from "../rules/guards.ts";
import { resumeAfter } from "../rules/life-cycle.ts";
import { addMessage, after, move, type Moved } from "../write.ts";
import { bindAnew } from "../write/bind-anew.ts";
import { markAsked } from "../write/other-bodies.ts";

export default operation(askOtherBody)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("askOtherBody", actor, ticket),
	async run(context, input, ticket) {
		const from = resumeAfter("askOtherBody", ticket.situation.state);
		const moved = await move(context, ticket, "askOtherBody", { resume_state: from });
		const otherBodyId = await markAsked(context, moved.id, input.name);
		const messageId = await addMessage(context, moved.id, {
			kind: "TO_OTHER_BODY",
			audience: "SECOND_LEVEL",
			direction: "OUT",
			body: input.question,
		});
		context.record(otherBodyAsked.of(moved.id, moved.version, { otherBodyId, messageId, from }));
		return othersJoin(context, after(ticket, moved, { resume_state: from }));
	},
});

/** A ticket that second level was to solve alone needs others after all: the times of the other table hold (A-05, PRI-16). */
async function othersJoin(context: Context, ticket: LoadedTicket): Promise<Moved> {
	const { row } = ticket;
	const still: Moved = {
		id: row.id as TicketId,
		number: row.number,
		version: row.version,
		state: row.state as TicketState,
	};
	if (row.requires_other_bodies === true || !secondLevelStates.has(row.resume_state as TicketState)) return still;
	const terms = await termsOfTicket(context, row);
	if (!terms) return still;
	const scheme = terms.terms.partI.priorityScheme;
	return bindAnew(context, ticket, {
		agreementId: terms.id,
		scheme,
		requiresOtherBodies: true,
		reason: "OTHER_BODIES",
	});
}
