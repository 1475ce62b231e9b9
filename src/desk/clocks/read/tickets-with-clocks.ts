import { cursorValues, writeCursor } from "../../../kernel/page.ts";
import type { Tx } from "../../../platform/db/tx.ts";

/** A page of tickets that have clocks, by their ids; refuses `bad-cursor`. */
export async function ticketsWithClocks(
	tx: Tx,
	after: string | undefined,
	limit: number,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> {
	const [from] = cursorValues(after, ["id"]) ?? [];
	let query = tx
		.selectFrom("clock")
		.select("ticket_id")
		.distinct()
		.orderBy("ticket_id")
		.limit(limit + 1);
	if (from !== undefined) query = query.where("ticket_id", ">", from);
	const found = (await query.execute()).map(({ ticket_id }) => ticket_id);
	const last = found[limit - 1];
	return { ids: found.slice(0, limit), next: found.length > limit && last !== undefined ? writeCursor([last]) : null };
}
