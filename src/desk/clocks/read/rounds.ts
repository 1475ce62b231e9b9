import type { Tx } from "../../../platform/db/tx.ts";

/** How many answers were owed on a ticket so far. */
export async function roundOf(tx: Tx, ticketId: string): Promise<number> {
	const { round } = await tx
		.selectFrom("clock")
		.select(({ fn }) => fn.max("round").as("round"))
		.where("ticket_id", "=", ticketId)
		.where("kind", "=", "STATUTORY")
		.executeTakeFirstOrThrow();
	return Number(round ?? 0);
}

/** When the first letter of a ticket reached us: what its first statutory clock began with. */
export async function receivedAtOf(tx: Tx, ticketId: string): Promise<Temporal.Instant> {
	const { started_at } = await tx
		.selectFrom("clock")
		.select("started_at")
		.where("ticket_id", "=", ticketId)
		.where("kind", "=", "STATUTORY")
		.orderBy("round")
		.limit(1)
		.executeTakeFirstOrThrow();
	return started_at;
}
