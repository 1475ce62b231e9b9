import type { AgreementId, TicketId } from "../../../kernel/id.ts";
import { notFound, Refusal } from "../../../kernel/refusal.ts";
import type { Context } from "../../../platform/operation.ts";
import { operation } from "../../../platform/operation.ts";
import { agreementById } from "../../agreements/read.ts";
import { bindOpenTickets } from "../contract.ts";
import { mayBindOpenTickets } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { secondLevelStates } from "../rules/guards.ts";
import { bindAnew } from "../write/bind-anew.ts";

/** One short transaction with the notices that other areas write for each ticket. */
const batchSize = 100;

export default operation(bindOpenTickets)({
	may: mayBindOpenTickets,
	async run(context, input) {
		const agreementId = input.agreementId as AgreementId;
		const agreement = await agreementById(context.tx, agreementId);
		if (!agreement) throw notFound("agreement");
		if (agreement.state !== "active") throw new Refusal("conflict", "agreement-not-in-force");
		const ids = await ticketsOfOtherVersions(context, agreement.serviceId, agreementId);
		if (ids.length === 0) throw new Refusal("conflict", "no-open-tickets-to-bind");
		for (const id of ids) {
			const ticket = await ticketInScope(context, id, { lock: true });
			await bindAnew(context, ticket, {
				agreementId,
				scheme: agreement.terms.partI.priorityScheme,
				requiresOtherBodies: ticket.row.requires_other_bodies === true,
				reason: "TERMS",
			});
		}
		return { bound: ids.length, isMore: ids.length === batchSize };
	},
});

async function ticketsOfOtherVersions(context: Context, serviceId: string, agreementId: string): Promise<TicketId[]> {
	const states = [...secondLevelStates];
	const rows = await context.tx
		.selectFrom("ticket")
		.select("id")
		.where("service_id", "=", serviceId)
		.where("agreement_id", "<>", agreementId)
		.where((eb) => eb.or([eb("state", "in", states), eb("resume_state", "in", states)]))
		.orderBy("id")
		.limit(batchSize)
		.forUpdate()
		.skipLocked()
		.execute();
	return rows.map(({ id }) => id as TicketId);
}
