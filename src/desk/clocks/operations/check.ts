import { operation } from "../../../platform/operation.ts";
import { check } from "../contract.ts";
import { mayCheckClocks } from "../policy.ts";
import { checkClocks } from "../read/check.ts";
import { ticketsWithClocks } from "../read/tickets-with-clocks.ts";

/** A page of tickets that have clocks, by their ids. */
export default operation(check)({
	may: mayCheckClocks,
	async run({ tx }, { after, limit }) {
		const { ids, next } = await ticketsWithClocks(tx, after, limit);
		return { tickets: ids.length, differences: await checkClocks(tx, ids), next };
	},
});
