import { sql } from "kysely";
import type { TicketId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import { silent } from "../contract.ts";
import { maySystem } from "../policy.ts";

/** Longest due first, so that a backlog after an outage is worked off in order; a parent waits for its children. */
export default operation(silent)({
	may: maySystem,
	async run(context, input) {
		const rows = await context.tx
			.selectFrom("ticket")
			.select("id")
			.where("silence_check_at", "<=", context.now)
			.where(sql<boolean>`not exists (select from ticket_link join ticket child on child.id = ticket_link.ticket_id
				where ticket_link.to_id = ticket.id and ticket_link.kind = 'CHILD'
					and child.state not in ('answered', 'closed', 'spam'))`)
			.orderBy("silence_check_at")
			.limit(input.limit)
			.execute();
		return { ids: rows.map((row) => row.id as TicketId) };
	},
});
