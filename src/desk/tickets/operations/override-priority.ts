import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { overridePriority } from "../contract.ts";
import { priorityOverridden } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { termsOfTicket } from "../read/terms.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import type { Effect, PriorityCode } from "../rules/codes.ts";
import { holderOf } from "../rules/guards.ts";
import { codesOf, rankOf } from "../rules/priority.ts";
import { move } from "../write.ts";

export default operation(overridePriority)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("overridePriority", actor, ticket),
	async run(context, input, ticket) {
		const { row } = ticket;
		const agreement = await termsOfTicket(context, row);
		if (!agreement || !codesOf(agreement.terms.partI.priorityScheme).includes(input.priority)) {
			throw new Refusal("conflict", "priority-of-other-scheme", {
				obstacles: [{ code: "priority-of-other-scheme", at: "priority" }],
			});
		}
		const computed = (row.priority_reason === null ? row.priority : row.priority_computed) as PriorityCode | null;
		const moved = await move(context, ticket, "overridePriority", {
			priority: input.priority,
			priority_rank: rankOf(input.priority),
			priority_computed: computed,
			priority_reason: input.reason,
			priority_by: context.actor.kind === "person" ? context.actor.personId : null,
		});
		context.record(
			priorityOverridden.of(moved.id, moved.version, {
				priority: input.priority,
				computed,
				effect: row.effect as Effect,
				isAtSecondLevel: holderOf(ticket.situation) === 2,
			}),
		);
		return moved;
	},
});
