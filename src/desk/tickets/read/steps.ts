import type { z } from "zod";
import type { FactPayload } from "../../../kernel/fact.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { StepView } from "../contract.ts";

type View = z.input<typeof StepView>;

const stepRows = (tx: Tx, ticketId: string) =>
	tx
		.selectFrom("fact")
		.select(["at", "name", "actor_kind", "actor_id", "payload"])
		.where("aggregate", "=", "ticket")
		.where("aggregate_id", "=", ticketId)
		.orderBy("ordinal");

export type StepRow = Awaited<ReturnType<ReturnType<typeof stepRows>["executeTakeFirstOrThrow"]>>;

/** What goes on inside the contact centre only. */
const inside = ["personal-data-revealed", "sending-held-back", "ticket-assigned", "ticket-taken"];

/** The history of a ticket from its facts, in order. */
export const stepsOf = (tx: Tx, ticketId: string, isFirstLevel: boolean): Promise<StepRow[]> => {
	const query = stepRows(tx, ticketId);
	return (isFirstLevel ? query : query.where("name", "not in", inside)).execute();
};

export const stepView = (row: StepRow, names: ReadonlyMap<string, string>): View => ({
	at: row.at.toString(),
	name: row.name,
	by: { kind: row.actor_kind as View["by"]["kind"], name: (row.actor_id && names.get(row.actor_id)) || null },
	codes: row.payload as FactPayload as View["codes"],
});
