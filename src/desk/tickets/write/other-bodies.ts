import type { Context } from "../../../platform/operation.ts";

/** Keeps the names of other bodies that a ticket needs; those that are known already stay as they are. */
export async function nameOtherBodies(context: Context, ticketId: string, names: readonly string[]): Promise<void> {
	if (names.length === 0) return;
	const known = await context.tx
		.selectFrom("ticket_other_body")
		.select("name")
		.where("ticket_id", "=", ticketId)
		.execute();
	const missing = [...new Set(names)].filter((name) => known.every((row) => row.name !== name));
	if (missing.length === 0) return;
	await context.tx
		.insertInto("ticket_other_body")
		.values(missing.map((name) => ({ ticket_id: ticketId, id: context.newId(), name })))
		.execute();
}

/** Notes that a body was asked now; a name from triage is used, otherwise entered. Gives its id. */
export async function markAsked(context: Context, ticketId: string, name: string): Promise<string> {
	const named = await context.tx
		.updateTable("ticket_other_body")
		.set({ asked_at: context.now })
		.where("ticket_id", "=", ticketId)
		.where("name", "=", name)
		.where("asked_at", "is", null)
		.returning("id")
		.executeTakeFirst();
	if (named) return named.id;
	const id = context.newId();
	await context.tx
		.insertInto("ticket_other_body")
		.values({ ticket_id: ticketId, id, name, asked_at: context.now })
		.execute();
	return id;
}
