import type { Tx } from "../../../platform/db/tx.ts";

/** When tickets waited for their users, in order; `until` null = one still does. */
export const pausesOf = (tx: Tx, ticketIds: readonly string[]) =>
	tx
		.selectFrom("ticket_pause")
		.select(["ticket_id as ticketId", "since", "until"])
		.where("ticket_id", "in", ticketIds)
		.orderBy("since")
		.execute();

/** The parents of child tickets, whose clocks at second level the children follow. */
export const parentsOf = (tx: Tx, ticketIds: readonly string[]) =>
	tx
		.selectFrom("ticket_link")
		.select(["ticket_id as ticketId", "to_id as parentId"])
		.where("ticket_id", "in", ticketIds)
		.where("kind", "=", "CHILD")
		.execute();
