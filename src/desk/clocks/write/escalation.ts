import { type Selectable, sql } from "kysely";
import type { SupportSet } from "../../../kernel/values.ts";
import { type DB, json } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { setKeyOf } from "../../agreements/rules/terms-values.ts";
import { escalationMoved } from "../facts.ts";
import { type BindingTerms, bindingTermsOf, workingTimeOfClock } from "../read/terms.ts";
import { nextTarget, turnOf } from "../rules/escalation.ts";
import { type HandOverFacts, targetsFor } from "../rules/targets.ts";

export type HandOverRow = Selectable<DB["clock_hand_over"]>;

const factsOf = (row: HandOverRow): HandOverFacts => ({
	set: row.support_set as SupportSet,
	priority: row.priority as HandOverFacts["priority"],
	table: row.matrix_table as HandOverFacts["table"],
});

/** When the next target has its turn by itself, by the terms and the calendar as they are now; null = never by itself. */
export async function nextTurn(context: Context, row: HandOverRow): Promise<Temporal.Instant | null> {
	const terms = await bindingTermsOf(context.tx, row.agreement_id);
	const target = nextTarget(pathOf(terms, row), row.target_order);
	if (!target) return null;
	const { response, runs } = targetsFor(terms.priorityScheme, factsOf(row));
	const hours = runs === "24x7" ? "ALWAYS" : row.support_set;
	const time = await workingTimeOfClock(context.tx, {
		hours,
		agreement_id: row.agreement_id,
		catalogue_version_id: null,
	});
	const turn = turnOf(target, row.target_since.epochMilliseconds, response?.allowance ?? null, time);
	return turn === null ? null : Temporal.Instant.fromEpochMilliseconds(turn);
}

/** Gives tickets to the next target of their path and records it; gives how many, the rest is at its path's end. */
export async function moveEscalations(
	context: Context,
	rows: readonly HandOverRow[],
	by: "AFTER" | "MANUAL",
): Promise<number> {
	const written: HandOverRow[] = [];
	let called = 0;
	for (const row of rows) {
		const target = nextTarget(pathOf(await bindingTermsOf(context.tx, row.agreement_id), row), row.target_order);
		if (!target) {
			written.push({ ...row, moves_at: null });
			continue;
		}
		called++;
		const moved: HandOverRow = { ...row, target_order: target.order, target_since: context.now };
		written.push({ ...moved, moves_at: await nextTurn(context, moved) });
		context.record(
			escalationMoved.of(row.ticket_id, target.order, {
				handOver: row.hand_over,
				agreementId: row.agreement_id,
				set: row.support_set as SupportSet,
				fromOrder: row.target_order,
				toOrder: target.order,
				by,
			}),
		);
	}
	await writeTurns(context, written);
	return called;
}

/** Where paths have got to, in one statement for a whole batch. */
export async function writeTurns(context: Context, rows: readonly HandOverRow[]): Promise<void> {
	if (rows.length === 0) return;
	const written = rows.map(({ ticket_id, hand_over, target_order, target_since, moves_at }) => {
		return { ticket_id, hand_over, target_order, target_since, moves_at };
	});
	await sql`
		update clock_hand_over set target_order = n.target_order, target_since = n.target_since, moves_at = n.moves_at
		from jsonb_to_recordset(${json(written)}) as n(ticket_id uuid, hand_over smallint, target_order smallint,
			target_since timestamptz, moves_at timestamptz)
		where clock_hand_over.ticket_id = n.ticket_id and clock_hand_over.hand_over = n.hand_over`.execute(context.tx);
}

const pathOf = (terms: BindingTerms, row: HandOverRow) =>
	terms.escalationPaths[setKeyOf(row.support_set as SupportSet)];

/** Nobody further is called: second level has answered the call, or no longer has the ticket. */
export const settleEscalation = (context: Context, ticketId: string, ended: boolean) =>
	context.tx
		.updateTable("clock_hand_over")
		.set({ moves_at: null, ...(ended ? { ended_at: context.now } : {}) })
		.where("ticket_id", "=", ticketId)
		.where("ended_at", "is", null)
		.execute();

/** The hand-over that second level works on now, locked; null when it has none. */
export const currentHandOver = async (context: Context, ticketId: string): Promise<HandOverRow | null> =>
	(await context.tx
		.selectFrom("clock_hand_over")
		.selectAll()
		.where("ticket_id", "=", ticketId)
		.where("ended_at", "is", null)
		.orderBy("hand_over", "desc")
		.limit(1)
		.forUpdate()
		.executeTakeFirst()) ?? null;
