import { deskZone } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/operation.ts";
import { refresh, runningClocks } from "./clocks.ts";

/**
 * An interim reply sent in time keeps the 15 days, and the day it announces is what is owed from then on (F25). Sent too
 * late, or announcing an earlier day than the one owed anyway, it changes nothing.
 */
export async function announceReply(context: Context, ticketId: string, on: Temporal.PlainDate): Promise<void> {
	const end = on.add({ days: 1 }).toZonedDateTime(deskZone).toInstant();
	const owed = (await runningClocks(context, ticketId, ["STATUTORY"])).filter(
		({ due_at }) =>
			due_at !== null &&
			Temporal.Instant.compare(context.now, due_at) <= 0 &&
			Temporal.Instant.compare(end, due_at) > 0,
	);
	for (const { id } of owed) {
		await context.tx.updateTable("clock").set({ announced_on: on }).where("id", "=", id).execute();
	}
	await refresh(
		context,
		owed.map((row) => ({ ...row, announced_on: on })),
		"INTERIM_REPLY",
	);
}
