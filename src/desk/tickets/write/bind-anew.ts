import type { Context } from "../../../platform/operation.ts";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import { secondLevelRebound } from "../facts.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import type { Effect, PriorityCode, TicketType } from "../rules/codes.ts";
import { computePriority, overrideStands } from "../rules/priority.ts";
import { bump, type Moved } from "../write.ts";

export type Binding = {
	readonly agreementId: string;
	readonly scheme: PriorityScheme;
	readonly requiresOtherBodies: boolean;
	readonly reason: "TERMS" | "OTHER_BODIES";
};

/**
 * Binds second level anew to the ticket it has: priority and table follow from the facts under the scheme given; an override
 * of a person stands where the scheme knows its label.
 */
export async function bindAnew(context: Context, ticket: LoadedTicket, binding: Binding): Promise<Moved> {
	const { row } = ticket;
	const { agreementId, requiresOtherBodies, reason } = binding;
	const computed = computePriority(
		{
			type: row.type as TicketType,
			effect: row.effect as Effect,
			soleChannel: row.sole_channel === true,
			requiresOtherBodies,
			personalDataBreachSuspected: row.breach_suspected,
		},
		binding.scheme,
	);
	const isOverridden = overrideStands(row, binding.scheme);
	const priority = isOverridden ? (row.priority as PriorityCode) : computed.code;
	const moved = await bump(context, ticket, {
		agreement_id: agreementId,
		requires_other_bodies: requiresOtherBodies,
		priority,
		matrix_table: computed.table,
		flags: [...computed.flags],
		...(isOverridden
			? { priority_computed: computed.code }
			: { priority_rank: computed.rank, priority_computed: null, priority_reason: null, priority_by: null }),
	});
	context.record(
		secondLevelRebound.of(moved.id, moved.version, { agreementId, priority, table: computed.table, reason }),
	);
	return moved;
}
