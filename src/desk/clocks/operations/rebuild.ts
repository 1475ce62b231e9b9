import { operation } from "../../../platform/operation.ts";
import { rebuild } from "../contract.ts";
import { clocksChecked } from "../facts.ts";
import { mayRebuildClocks } from "../policy.ts";
import { checkClocks } from "../read/check.ts";
import { clockRows } from "../read/clock-row.ts";
import { ticketsWithClocks } from "../read/tickets-with-clocks.ts";
import { refresh } from "../write/clocks.ts";

/** Due times are a cache: those of clocks that have not ended are written anew. What still differs then is no cache. */
export default operation(rebuild)({
	may: mayRebuildClocks,
	async run(context, { after, limit }) {
		const { ids, next } = await ticketsWithClocks(context.tx, after, limit);
		const rows =
			ids.length === 0
				? []
				: await clockRows(context.tx)
						.where("ticket_id", "in", ids)
						.where("ended_at", "is", null)
						.orderBy("id")
						.forUpdate()
						.execute();
		const rewritten = (await refresh(context, rows, "REBUILT")).length;
		context.record(clocksChecked.of("desk", 1, { count: rows.length }));
		return { tickets: ids.length, rewritten, differences: await checkClocks(context.tx, ids), next };
	},
});
