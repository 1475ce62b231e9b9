import { json } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import type { MoveReason } from "../facts.ts";
import type { ClockRow } from "../read/clock-row.ts";
import type { Rebinding } from "../read/effects.ts";
import { secondLevelKinds } from "../rules/kinds.ts";
import { endClocks, refresh, runningClocks, type Start, startClocks } from "./clocks.ts";
import { currentHandOver, type HandOverRow, nextTurn } from "./escalation.ts";
import { startsOf } from "./second-level.ts";

/**
 * Another priority, table or version for the hand-over under way: running clocks take its targets from the same beginning;
 * what ran out or was met stays as it was judged (A-39, `working-time.md` 12).
 */
export async function bindAnew(
	context: Context,
	ticketId: string,
	binding: Rebinding,
	reason: MoveReason,
): Promise<void> {
	const handOver = await currentHandOver(context, ticketId);
	if (!handOver) return;
	const { agreementId = handOver.agreement_id, table = handOver.matrix_table } = binding;
	const priority = binding.priority === undefined ? handOver.priority : binding.priority;
	const row: HandOverRow = { ...handOver, agreement_id: agreementId, matrix_table: table, priority };
	const starts = await startsOf(context, row);
	const running = await runningClocks(context, ticketId, secondLevelKinds);
	for (const kind of secondLevelKinds) {
		if (!starts.some((start) => start.kind === kind)) await endClocks(context, ticketId, [kind], "cancelled");
	}
	const bound: ClockRow[] = [];
	for (const clock of running) {
		const start = starts.find(({ kind }) => kind === clock.kind);
		if (start && clock.breached_at === null) bound.push(await bindClock(context, clock, start));
	}
	await refresh(context, bound, reason);
	await startClocks(context, starts);
	const moves_at = row.moves_at && (await nextTurn(context, row));
	await context.tx
		.updateTable("clock_hand_over")
		.set({ agreement_id: agreementId, matrix_table: table, priority, moves_at })
		.where("ticket_id", "=", ticketId)
		.where("hand_over", "=", row.hand_over)
		.execute();
}

async function bindClock(context: Context, clock: ClockRow, start: Start): Promise<ClockRow> {
	const { clause, allowance, hours } = start;
	const agreement_id = start.agreementId ?? null;
	await context.tx
		.updateTable("clock")
		.set({ agreement_id, hours, clause: json(clause), allowance: json(allowance) })
		.where("id", "=", clock.id)
		.execute();
	return { ...clock, agreement_id, hours, clause, allowance };
}
