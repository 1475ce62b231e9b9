import { sql } from "kysely";
import type { TicketId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import { dueTickets } from "../contract.ts";
import { maySweep } from "../policy.ts";
import { batchSize } from "../write/sweep.ts";

/** Without locks and in no order: for whoever goes through them one by one. */
export default operation(dueTickets)({
	may: maySweep,
	async run({ tx, now }, { without }) {
		const { rows } = await sql<{ ticket_id: TicketId }>`
			select ticket_id from (
				select ticket_id from clock where next_at <= ${now} union select ticket_id from clock_hand_over where moves_at <= ${now}
			) due where ticket_id <> all(${without}::uuid[]) limit ${batchSize}`.execute(tx);
		return { ids: rows.map((row) => row.ticket_id) };
	},
});
