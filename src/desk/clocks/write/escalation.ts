import type { Selectable } from "kysely";
import type { SupportSet } from "../../../kernel/values.ts";
import type { DB } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { escalationMoved } from "../facts.ts";
import { bindingTermsOf, workingTimeOfClock } from "../read/terms.ts";
import { nextTarget, turnOf } from "../rules/escalation.ts";
import { type HandOverFacts, targetsFor } from "../rules/targets.ts";

export type HandOverRow = Selectable<DB["clock_hand_over"]>;

const factsOf = (row: HandOverRow): HandOverFacts => ({
	set: row.support_set as SupportSet,
	priority: row.priority as HandOverFacts["priority"],
	table: row.matrix_table as HandOverFacts["table"],
});

/** When the target after `order` has its turn by itself, for a ticket handed to the present one at `since`. */
export async function nextTurn(
	context: Context,
	row: HandOverRow,
	order: number,
	since: Temporal.Instant,
): Promise<Temporal.Instant | null> {
	const terms = await bindingTermsOf(context.tx, row.agreement_id);
	const target = nextTarget(terms.escalationPaths[row.support_set === "TECHNICAL" ? "technical" : "content"], order);
	if (!target) return null;
	const { response, runs } = targetsFor(terms.priorityScheme, factsOf(row));
	const hours = runs === "24x7" ? "ALWAYS" : row.support_set;
	const source = { hours, agreement_id: row.agreement_id, catalogue_version_id: null };
	const turn = turnOf(
		target,
		since.epochMilliseconds,
		response?.allowance ?? null,
		await workingTimeOfClock(context.tx, source),
	);
	return turn === null ? null : Temporal.Instant.fromEpochMilliseconds(turn);
}

/** Gives the ticket to the next target of its path and records it; false at the path's end. */
export async function moveEscalation(context: Context, row: HandOverRow, by: "AFTER" | "MANUAL"): Promise<boolean> {
	const terms = await bindingTermsOf(context.tx, row.agreement_id);
	const path = terms.escalationPaths[row.support_set === "TECHNICAL" ? "technical" : "content"];
	const target = nextTarget(path, row.target_order);
	await context.tx
		.updateTable("clock_hand_over")
		.set({
			target_order: target?.order ?? row.target_order,
			moves_at: target ? await nextTurn(context, row, target.order, context.now) : null,
		})
		.where("ticket_id", "=", row.ticket_id)
		.where("hand_over", "=", row.hand_over)
		.execute();
	if (!target) return false;
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
	return true;
}

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
