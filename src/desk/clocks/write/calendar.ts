import { deskZone } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/operation.ts";

/**
 * A work-free day was recorded: clocks that run over it are put before the sweeper, which computes them anew in batches
 * before it says anything about them. A paused clock gets its due time when it resumes.
 */
export async function dueForRecheck(context: Context, day: Temporal.PlainDate): Promise<void> {
	const start = day.toZonedDateTime(deskZone).toInstant();
	const end = day.add({ days: 1 }).toZonedDateTime(deskZone).toInstant();
	await context.tx
		.updateTable("clock")
		.set({ next_at: context.now })
		.where("state", "=", "running")
		.where("hours", "<>", "ALWAYS")
		.where("started_at", "<", end)
		.where("due_at", ">=", start)
		.where("breached_at", "is", null)
		.execute();
	await context.tx
		.updateTable("clock_hand_over")
		.set({ moves_at: context.now })
		.where("target_since", "<", end)
		.where("moves_at", ">=", start)
		.execute();
}
