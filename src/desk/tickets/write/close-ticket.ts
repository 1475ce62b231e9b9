import type { Context } from "../../../platform/operation.ts";
import { ticketClosed } from "../facts.ts";
import { catalogueDays } from "../read/catalogue-days.ts";
import type { LoadedTicket } from "../read/ticket-row.ts";
import type { CloseReason } from "../rules/codes.ts";
import { reopenableUntil } from "../rules/silence.ts";
import { move, type Moved } from "../write.ts";
import { endPause, noSilence } from "./silence.ts";

/** Closes a ticket and with it its answered children; the guard has seen that none is still open. */
export async function closeTicket(
	context: Context,
	ticket: LoadedTicket,
	act: "close" | "closeForSilence",
	reason: CloseReason,
): Promise<Moved> {
	const { reopenDays } = await catalogueDays(context);
	const changes = {
		...noSilence,
		closed_at: context.now,
		close_reason: reason,
		reopenable_until: reopenableUntil(context.now, reopenDays),
	};
	if (ticket.situation.state === "waitingUser") await endPause(context, ticket.row.id);
	const moved = await move(context, ticket, act, changes);
	context.record(ticketClosed.of(moved.id, moved.version, { reason }));
	const children = await context.tx
		.updateTable("ticket")
		.set((eb) => ({ ...changes, close_reason: "WITH_PARENT", state: "closed", version: eb("version", "+", 1) }))
		.where("state", "=", "answered")
		.where("id", "in", (db) =>
			db.selectFrom("ticket_link").select("ticket_id").where("to_id", "=", moved.id).where("kind", "=", "CHILD"),
		)
		.returning(["id", "version"])
		.execute();
	for (const child of children) context.record(ticketClosed.of(child.id, child.version, { reason: "WITH_PARENT" }));
	return moved;
}
