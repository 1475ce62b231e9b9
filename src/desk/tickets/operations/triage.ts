import type { z } from "zod";
import type { ServiceId } from "../../../kernel/id.ts";
import { refuseIf } from "../../../kernel/refusal.ts";
import { type Context, operation } from "../../../platform/operation.ts";
import { triage } from "../contract.ts";
import { ticketRestricted, ticketTriaged } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { bindingTerms } from "../read/terms.ts";
import { type LoadedTicket, ticketForAct } from "../read/ticket-row.ts";
import { triageObstacles, type Triaged, triaged } from "../rules/triage.ts";
import { after, bump, move, type Moved } from "../write.ts";
import { nameOtherBodies } from "../write/other-bodies.ts";
import { mayOwnRestricted, ownerOnceRestricted } from "../write/restricted-owner.ts";
import { takeTicket } from "../write/take-ticket.ts";

export default operation(triage)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket, input) => [
		...mayDo("triage", actor, ticket),
		...(input.take && ticket.row.state !== "received" ? mayDo("take", actor, ticket) : []),
	],
	async run(context, input, ticket) {
		const agreement = input.serviceId ? await bindingTerms(context, input.serviceId as ServiceId) : null;
		const terms = agreement?.terms ?? null;
		const isBreach = input.personalDataBreachSuspected ?? ticket.row.breach_suspected;
		const wish = { ...input, personalDataBreachSuspected: isBreach };
		refuseIf(triageObstacles(wish, terms));
		const result = triaged(wish, terms);
		const changes = { ...columnsOf(ticket, input, result), breach_suspected: isBreach };
		await nameOtherBodies(context, input.id, input.otherBodies);
		const moved = await move(context, ticket, "triage", changes);
		context.record(ticketTriaged.of(moved.id, moved.version, payloadOf(input, result)));
		let last: Moved = moved;
		const isClosedToActor = (result.isRestricted || ticket.row.restricted) && !mayOwnRestricted(context.actor);
		const isTaken = input.take && !isClosedToActor;
		if (isTaken) last = await takeTicket(context, { ...after(ticket, last, changes), terms: agreement });
		if (result.isRestricted && !ticket.row.restricted) {
			const { actor } = context;
			const ownerId = isTaken && actor.kind === "person" ? actor.personId : ticket.row.owner_id;
			const owner = await ownerOnceRestricted(context, ownerId);
			last = await restrictAfter(context, after(ticket, last, changes), { owner, isBreach });
		}
		return last;
	},
});

type Input = z.output<typeof triage.input>;

const columnsOf = ({ row }: LoadedTicket, input: Input, result: Triaged) => ({
	type: input.type,
	service_id: input.serviceId,
	support_set: result.set,
	handed_over_since:
		row.service_id === input.serviceId && row.support_set === result.set ? row.handed_over_since : null,
	// A hand-over pinned it for what the ticket was taken for then.
	agreement_id: null,
	category: result.set === null ? null : input.category,
	category_label: result.categoryLabel,
	effect: input.effect,
	sole_channel: result.soleChannel,
	sole_channel_reason: input.soleChannelReason,
	requires_other_bodies: result.requiresOtherBodies,
	user_deadline: input.userDeadline === null ? null : Temporal.PlainDate.from(input.userDeadline),
	priority: result.priority?.code ?? null,
	priority_rank: result.priority?.rank ?? null,
	matrix_table: result.priority?.table ?? null,
	flags: [...result.flags],
	// Other facts, another computation: an override of the old one says nothing about it.
	priority_computed: null,
	priority_reason: null,
	priority_by: null,
});

const payloadOf = (input: Input, result: Triaged) => ({
	type: input.type,
	serviceId: input.serviceId,
	set: result.set,
	category: result.set === null ? null : input.category,
	effect: input.effect,
	soleChannel: result.soleChannel,
	requiresOtherBodies: result.requiresOtherBodies,
	userDeadline: input.userDeadline,
	priority: result.priority?.code ?? null,
	flags: result.flags,
});

async function restrictAfter(
	context: Context,
	ticket: LoadedTicket,
	{ owner, isBreach }: { readonly owner: string | null; readonly isBreach: boolean },
): Promise<Moved> {
	const moved = await bump(context, ticket, { restricted: true, owner_id: owner });
	context.record(ticketRestricted.of(moved.id, moved.version, { personalDataBreachSuspected: isBreach }));
	return moved;
}
