import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayReadDeliveries } from "../policy.ts";
import { openedBy, ticketInScope, visibleTo } from "../../tickets/read.ts";

export const deliveries = operation(contract.deliveries)({
	load: (context, input) => ticketInScope(context, input.ticketId),
	may: (actor, { exposure }) => mayReadDeliveries(openedBy(actor, exposure)),
	async run(context, input) {
		const rows = await context.tx
			.selectFrom("outbox")
			.select(["id", "purpose", "recipient", "subject", "queued_at", "state", "failure", "attempts", "settled_at"])
			.where("about_id", "=", input.ticketId)
			.orderBy("queued_at")
			.orderBy("id")
			.execute();
		return {
			rows: rows.map((row) => ({
				id: row.id,
				purpose: row.purpose,
				recipient: row.recipient,
				subject: row.subject,
				queuedAt: row.queued_at.toString(),
				state: row.state as "QUEUED" | "SENT" | "FAILED" | "BOUNCED",
				failure: row.failure,
				attempts: row.attempts,
				settledAt: row.settled_at?.toString() ?? null,
			})),
		};
	},
});

export const suggestions = operation(contract.suggestions)({
	load: (context, input) => ticketInScope(context, input.ticketId),
	may: (actor, { exposure }) => mayReadDeliveries(openedBy(actor, exposure)),
	async run(context, input) {
		const rows = await context.tx
			.selectFrom("suggested_link")
			.innerJoin("ticket", "ticket.id", "suggested_link.suggested_id")
			.select(["ticket.id", "ticket.number"])
			.where("suggested_link.ticket_id", "=", input.ticketId)
			.where(visibleTo(context.actor))
			.orderBy("ticket.number")
			.execute();
		return { rows: rows.map((row) => ({ ticketId: row.id, number: row.number })) };
	},
});
