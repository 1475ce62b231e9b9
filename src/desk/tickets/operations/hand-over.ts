import { refuseIf } from "../../../kernel/refusal.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import { operation } from "../../../platform/operation.ts";
import { handOver } from "../contract.ts";
import { ticketHandedOver } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { type LoadedTicket, type TicketRow, ticketForAct } from "../read/ticket-row.ts";
import type { Effect, PriorityCode, TicketType } from "../rules/codes.ts";
import { type Computed, computePriority, overrideStands } from "../rules/priority.ts";
import { addMessage, move } from "../write.ts";
import { noSilence } from "../write/silence.ts";

export default operation(handOver)({
	load: (context, input) => ticketForAct(context, input, { withTerms: true }),
	may: (actor, ticket) => mayDo("handOver", actor, ticket),
	async run(context, input, ticket) {
		const { row, situation } = ticket;
		const targets = situation.pathTargets ?? [];
		refuseIf(targets.includes(input.targetOrder) ? [] : [{ code: "unknown-target", at: "targetOrder" }]);
		const { agreementId, computed, priority, isOverridden } = boundBy(ticket);
		const moved = await move(context, ticket, "handOver", {
			...noSilence,
			agreement_id: agreementId,
			priority,
			...(isOverridden
				? { priority_computed: computed.code }
				: { priority_rank: computed.rank, priority_computed: null, priority_reason: null, priority_by: null }),
			matrix_table: computed.table,
			flags: [...computed.flags],
			target_order: input.targetOrder,
			external_reference: null,
			solved_level: null,
			hand_overs: row.hand_overs + 1,
			handed_over_since: row.handed_over_since ?? context.now,
			owner_id: row.owner_id ?? (context.actor.kind === "person" ? context.actor.personId : null),
		});
		const messageId = await addMessage(context, moved.id, {
			kind: "HAND_OVER",
			audience: "SECOND_LEVEL",
			direction: "OUT",
			body: input.summary,
		});
		context.record(
			ticketHandedOver.of(moved.id, moved.version, {
				...factsOf(row),
				agreementId,
				priority,
				flags: computed.flags,
				table: computed.table,
				targetOrder: input.targetOrder,
				handOver: row.hand_overs + 1,
				handedOverAt: context.now.toString(),
				messageId,
			}),
		);
		return moved;
	},
});

/** The version in force, pinned, and the priority it gives; an override of a person stands where its scheme knows the label. */
function boundBy({ row, terms }: LoadedTicket): {
	agreementId: string;
	computed: Computed;
	priority: PriorityCode | null;
	isOverridden: boolean;
} {
	if (!terms) throw new Error("the guard of hand-over has seen an agreement");
	const scheme = terms.terms.partI.priorityScheme;
	const computed = computePriority(
		{
			type: row.type as TicketType,
			effect: row.effect as Effect,
			soleChannel: row.sole_channel === true,
			requiresOtherBodies: row.requires_other_bodies === true,
			personalDataBreachSuspected: row.breach_suspected,
		},
		scheme,
	);
	const isOverridden = overrideStands(row, scheme);
	const priority = isOverridden ? (row.priority as PriorityCode) : computed.code;
	return { agreementId: terms.id, computed, priority, isOverridden };
}

const factsOf = (row: TicketRow) => ({
	serviceId: row.service_id ?? "",
	set: row.support_set as SupportSet,
	category: row.category ?? "",
	type: row.type as TicketType,
	effect: row.effect as Effect,
	soleChannel: row.sole_channel === true,
	requiresOtherBodies: row.requires_other_bodies === true,
	userDeadline: row.user_deadline?.toString() ?? null,
});
