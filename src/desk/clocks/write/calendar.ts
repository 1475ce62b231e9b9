import { sql } from "kysely";
import type { SupportSet } from "../../../kernel/values.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/operation.ts";

/** Whose hours were corrected: everybody's who keeps work-free days, the contact centre's own, second level's of one set. */
export type Corrected = "all" | "own" | { readonly serviceId: string; readonly set: SupportSet };

/**
 * What hours were on a date became known later: clocks that run over it are put before the sweeper, which computes them anew
 * in batches before it says anything about them. A paused clock gets its due time when it resumes, a late one keeps it.
 */
export async function dueForRecheck(context: Context, day: Temporal.PlainDate, whose: Corrected): Promise<void> {
	const start = day.toZonedDateTime(deskZone).toInstant();
	// A window of this date may run into the next one.
	const end = day.add({ days: 2 }).toZonedDateTime(deskZone).toInstant();
	await context.tx
		.updateTable("clock")
		.set({ next_at: context.now })
		.where("state", "=", "running")
		.where(runsOn(whose))
		.where("started_at", "<", end)
		.where("due_at", ">=", start)
		.where("breached_at", "is", null)
		.execute();
	if (whose === "own") return;
	await context.tx
		.updateTable("clock_hand_over")
		.set({ moves_at: context.now })
		.where(
			whose === "all" ? sql<boolean>`true` : sql<boolean>`support_set = ${whose.set} and ${ofService(whose.serviceId)}`,
		)
		.where("target_since", "<", end)
		.where("moves_at", ">=", start)
		.execute();
}

function runsOn(whose: Corrected) {
	if (whose === "all") return sql<boolean>`hours <> 'ALWAYS'`;
	if (whose === "own") return sql<boolean>`hours = 'OPENING_HOURS'`;
	return sql<boolean>`hours = ${whose.set} and ${ofService(whose.serviceId)}`;
}

const ofService = (id: string) => sql<boolean>`agreement_id in (select id from agreement where service_id = ${id})`;
