import type { Tx } from "../../../platform/db/tx.ts";

/** Times in which the user was asked, of many tickets at once; `until` null = still asked. */
export async function pausesOf(
	tx: Tx,
	ticketIds: readonly string[],
): Promise<{ readonly ticketId: string; readonly since: Temporal.Instant; readonly until: Temporal.Instant | null }[]> {
	const rows = await tx
		.selectFrom("ticket_pause")
		.selectAll()
		.where("ticket_id", "in", [...ticketIds])
		.orderBy("since")
		.execute();
	return rows.map((row) => ({ ticketId: row.ticket_id, since: row.since, until: row.until }));
}

/** The parents of those tickets that are somebody's children. */
export async function parentsOf(
	tx: Tx,
	ticketIds: readonly string[],
): Promise<{ readonly ticketId: string; readonly parentId: string }[]> {
	const rows = await tx
		.selectFrom("ticket_link")
		.select(["ticket_id", "to_id"])
		.where("ticket_id", "in", [...ticketIds])
		.where("kind", "=", "CHILD")
		.execute();
	return rows.map((row) => ({ ticketId: row.ticket_id, parentId: row.to_id }));
}

/** Tickets that follow this one as its children. */
export async function childrenOf(tx: Tx, ticketId: string): Promise<string[]> {
	const rows = await tx
		.selectFrom("ticket_link")
		.select("ticket_id")
		.where("to_id", "=", ticketId)
		.where("kind", "=", "CHILD")
		.execute();
	return rows.map((row) => row.ticket_id);
}
