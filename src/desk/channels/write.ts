import { type Selectable, sql } from "kysely";
import { Refusal } from "../../kernel/refusal.ts";
import { prepared } from "../../platform/db/prepared.ts";
import type { DB } from "../../platform/db/tx.ts";
import type { Context } from "../../platform/operation.ts";
import type { ArrivalId } from "./contract.ts";
import type { ArrivalOutcome } from "./facts.ts";

export type Settled = { readonly version: number; readonly channel: "EMAIL" | "WEB_FORM" };

/** Into quarantine, with its reason; refuses `already-settled` when somebody was quicker. */
export const setAside = (context: Context, id: ArrivalId, reason: string): Promise<Settled> =>
	settle(context, id, { state: "QUARANTINED", reason });

/** What it has become; refuses `already-settled` when somebody was quicker. */
export const takenIn = (context: Context, id: ArrivalId, outcome: ArrivalOutcome): Promise<Settled> =>
	settle(context, id, { state: "PROCESSED", outcome });

async function settle(
	context: Context,
	id: ArrivalId,
	to: { state: "QUARANTINED"; reason: string } | { state: "PROCESSED"; outcome: ArrivalOutcome },
): Promise<Settled> {
	const [row] = await settled(context.tx, { id, to: { reason: null, outcome: null, ...to }, at: context.now });
	if (row === undefined) throw new Refusal("conflict", "already-settled");
	return { version: row.version, channel: row.channel as Settled["channel"] };
}

type Settling = {
	readonly id: string;
	readonly to: Pick<Selectable<DB["inbox"]>, "state" | "reason" | "outcome">;
	readonly at: Temporal.Instant;
};

const settled = prepared((db, { id, to, at }: Settling) =>
	db
		.updateTable("inbox")
		.set((eb) => ({ ...to, settled_at: at, version: eb("version", "+", sql.lit(1)) }))
		.where("id", "=", id)
		.where("state", "=", sql.lit("WAITING"))
		.returning(["version", "channel"]),
);
