import { sql } from "kysely";
import type { Tx } from "../../../platform/db/tx.ts";

/** Clocks whose time to be spoken of has come and who still wait, and since when the first of them; read in the index alone. */
export async function clockBacklog(
	tx: Tx,
	now: Temporal.Instant,
): Promise<{ readonly due: number; readonly since: Temporal.Instant | null }> {
	const row = await tx
		.selectFrom("clock")
		.select([sql<number>`count(*)`.as("due"), sql<Temporal.Instant | null>`min(next_at)`.as("since")])
		.where("next_at", "<=", now)
		.executeTakeFirstOrThrow();
	return row;
}
