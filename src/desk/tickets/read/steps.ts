import type { z } from "zod";
import type { FactPayload } from "../../../kernel/fact.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { StepView } from "../contract.ts";
import { ticketHandedOver, ticketReceived, ticketTriaged } from "../facts.ts";
import { stepForSecondLevel } from "../rules/second-level-history.ts";
import type { TicketRow } from "./ticket-row.ts";

type View = z.input<typeof StepView>;

const stepRows = (tx: Tx, ticketId: string) =>
	tx
		.selectFrom("fact")
		.select(["at", "name", "actor_kind", "actor_id", "payload"])
		.where("aggregate", "=", "ticket")
		.where("aggregate_id", "=", ticketId)
		.orderBy("ordinal");

export type StepRow = Awaited<ReturnType<ReturnType<typeof stepRows>["executeTakeFirstOrThrow"]>>;

/** The history of a ticket from its facts, in order, as first or second level sees it. */
export async function stepsOf(tx: Tx, ticket: TicketRow, isFirstLevel: boolean): Promise<StepRow[]> {
	const rows = await stepRows(tx, ticket.id).execute();
	return isFirstLevel ? rows : ofItsRounds(rows, ticket.handed_over_since).flatMap((row) => atSecondLevel(row) ?? []);
}

/** From the classification on that led to the hand-over; what came before, but the receipt, may be another client's. */
function ofItsRounds(rows: readonly StepRow[], since: Temporal.Instant | null): readonly StepRow[] {
	const isFirstOfThem = ({ name, at }: StepRow) =>
		name === ticketHandedOver.name && since !== null && Temporal.Instant.compare(at, since) >= 0;
	const handedOver = rows.findIndex(isFirstOfThem);
	const begin = rows.findLastIndex(({ name }, index) => name === ticketTriaged.name && index < handedOver);
	return rows.filter((row, index) => index >= begin || row.name === ticketReceived.name);
}

const atSecondLevel = (row: StepRow): StepRow | null =>
	stepForSecondLevel({ ...row, payload: row.payload as FactPayload });

export const stepView = (row: StepRow, names: ReadonlyMap<string, string>): View => ({
	at: row.at.toString(),
	name: row.name,
	by: { kind: row.actor_kind as View["by"]["kind"], name: (row.actor_id && names.get(row.actor_id)) || null },
	codes: row.payload as FactPayload as View["codes"],
});
