import { sql } from "kysely";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { mayKeepCanned, mayReadCanned } from "../policy.ts";
import { cannedRows, cannedView, offeredOn } from "../read/canned-replies.ts";
import { ticketInScope } from "../read/ticket-row.ts";

export const cannedReplies = operation(contract.cannedReplies)({
	load: async (context, { ticketId }) => (ticketId === undefined ? null : ticketInScope(context, ticketId)),
	may: mayReadCanned,
	async run({ tx, actor }, input, ticket) {
		const after = cursorValues(input.after, ["text", "id"]);
		let query = cannedRows(tx);
		if (ticket) query = query.where(offeredOn(ticket.row));
		if (after) {
			query = query.where(sql<boolean>`(canned_reply.name, canned_reply.id) > (${after[0]}, ${after[1]}::uuid)`);
		}
		const rows = await query
			.orderBy("canned_reply.name")
			.orderBy("canned_reply.id")
			.limit(input.limit + 1)
			.execute();
		const page = pageFrom(rows, input.limit, cannedView, (row) => [row.name, row.id]);
		return { ...page, can: { keep: mayKeepCanned(actor) } };
	},
});
