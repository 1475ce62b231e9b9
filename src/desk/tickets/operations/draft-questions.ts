import type { PersonId, TicketId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayDraft, maySystem } from "../policy.ts";
import { draftsOf, draftView } from "../read/drafts.ts";
import { ticketInScope } from "../read/ticket-row.ts";

/** A draft on a ticket that its author no longer sees answers like the ticket: not there. */
export const drafts = operation(contract.drafts)({
	load: (context, input) => ticketInScope(context, input.id),
	may: mayDraft,
	async run(context, input) {
		const rows = await draftsOf(context, input.id);
		return { drafts: rows.map((row) => draftView(row, context.now)) };
	},
});

export const dueSends = operation(contract.dueSends)({
	may: maySystem,
	async run(context, input) {
		const rows = await context.tx
			.selectFrom("ticket_draft")
			.select(["ticket_id", "person_id"])
			.where("send_at", "<=", context.now)
			.orderBy("send_at")
			.limit(input.limit)
			.execute();
		return { sends: rows.map((row) => ({ id: row.ticket_id as TicketId, personId: row.person_id as PersonId })) };
	},
});
