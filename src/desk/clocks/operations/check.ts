import { Refusal } from "../../../kernel/refusal.ts";
import { readCursor, writeCursor } from "../../../kernel/page.ts";
import { operation } from "../../../platform/operation.ts";
import { check } from "../contract.ts";
import { mayCheckClocks } from "../policy.ts";
import { checkClocks } from "../read/check.ts";

/** A page of tickets that have clocks, by their ids. */
export default operation(check)({
	may: mayCheckClocks,
	async run({ tx }, { after, limit }) {
		const [from] = after === undefined ? [null] : (readCursor(after) ?? [undefined]);
		if (from === undefined || typeof from === "number") throw new Refusal("invalid", "bad-cursor");
		let query = tx
			.selectFrom("clock")
			.select("ticket_id")
			.distinct()
			.orderBy("ticket_id")
			.limit(limit + 1);
		if (from !== null) query = query.where("ticket_id", ">", from);
		const ids = (await query.execute()).map(({ ticket_id }) => ticket_id);
		const page = ids.slice(0, limit);
		const last = page.at(-1);
		return {
			tickets: page.length,
			differences: await checkClocks(tx, page),
			next: ids.length > limit && last !== undefined ? writeCursor([last]) : null,
		};
	},
});
