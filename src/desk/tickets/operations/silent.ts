import type { TicketId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import { silent } from "../contract.ts";
import { maySystem } from "../policy.ts";

/** Longest due first, so that a backlog after an outage is worked off in order. */
export default operation(silent)({
	may: maySystem,
	async run(context, input) {
		const rows = await context.tx
			.selectFrom("ticket")
			.select("id")
			.where("silence_check_at", "<=", context.now)
			.orderBy("silence_check_at")
			.limit(input.limit)
			.execute();
		return { ids: rows.map((row) => row.id as TicketId) };
	},
});
