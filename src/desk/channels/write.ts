import type { Context } from "../../platform/operation.ts";
import type { ArrivalId } from "./contract.ts";
import type { ArrivalOutcome } from "./facts.ts";

/** Into quarantine, with its reason. Gives the arrival's new version; 0 when it was settled meanwhile. */
export const setAside = (context: Context, id: ArrivalId, reason: string): Promise<number> =>
	settle(context, id, { state: "QUARANTINED", reason });

export const takenIn = (context: Context, id: ArrivalId, outcome: ArrivalOutcome): Promise<number> =>
	settle(context, id, { state: "PROCESSED", outcome });

async function settle(
	context: Context,
	id: ArrivalId,
	to: { state: "QUARANTINED"; reason: string } | { state: "PROCESSED"; outcome: ArrivalOutcome },
): Promise<number> {
	const row = await context.tx
		.updateTable("inbox")
		.set((eb) => ({ ...to, settled_at: context.now, version: eb("version", "+", 1) }))
		.where("id", "=", id)
		.where("state", "=", "WAITING")
		.returning("version")
		.executeTakeFirst();
	return row?.version ?? 0;
}
