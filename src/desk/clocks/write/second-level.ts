import { deskZone } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/operation.ts";
import { isAfterUserDeadline } from "../../tickets/rules/priority.ts";
import { userDeadlineAtRisk } from "../facts.ts";
import type { ClockRow } from "../read/clock-row.ts";
import { ofClock } from "../read/of-clock.ts";
import { bindingTermsOf } from "../read/terms.ts";
import { warningShareOf } from "../read/first-level.ts";
import type { HandOver } from "../read/effects.ts";
import { secondLevelKinds } from "../rules/kinds.ts";
import type { Target, Targets } from "../rules/targets.ts";
import { targetsFor } from "../rules/targets.ts";
import { type Start, startClocks } from "./clocks.ts";
import { type HandOverRow, nextTurn } from "./escalation.ts";

/** Binds the ticket to the pinned version: second level's clocks start on its hours, its path begins (A-42, SM-2). */
export async function startSecondLevel(context: Context, id: string, payload: HandOver): Promise<void> {
	const handedOverAt = Temporal.Instant.from(payload.handedOverAt);
	const row: HandOverRow = {
		ticket_id: id,
		hand_over: payload.handOver,
		after_user_deadline: false,
		agreement_id: payload.agreementId,
		support_set: payload.set,
		matrix_table: payload.table,
		priority: payload.priority,
		handed_over_at: handedOverAt,
		ended_at: null,
		target_order: payload.targetOrder,
		target_since: handedOverAt,
		moves_at: null,
	};
	await context.tx
		.insertInto("clock_hand_over")
		.values({ ...row, moves_at: await nextTurn(context, row) })
		.execute();
	const started = await startClocks(context, await startsOf(context, row));
	await compareWithUserDeadline(context, row, started, payload.userDeadline);
}

/** Priority stays as it is; the lead and the custodian are to know. */
async function compareWithUserDeadline(
	context: Context,
	row: HandOverRow,
	started: readonly ClockRow[],
	userDeadline: string | null,
): Promise<void> {
	const resolution = started.find(({ kind }) => kind === "RESOLUTION");
	if (userDeadline === null || !resolution?.due_at) return;
	if (!isAfterUserDeadline(resolution.due_at, Temporal.PlainDate.from(userDeadline), deskZone)) return;
	await context.tx
		.updateTable("clock_hand_over")
		.set({ after_user_deadline: true })
		.where("ticket_id", "=", row.ticket_id)
		.where("hand_over", "=", row.hand_over)
		.execute();
	const dueAt = resolution.due_at.toString();
	context.record(userDeadlineAtRisk.of(resolution.id, 1, { ...ofClock(resolution), dueAt, userDeadline }));
}

export async function startsOf(context: Context, row: HandOverRow): Promise<Start[]> {
	const { priorityScheme } = await bindingTermsOf(context.tx, row.agreement_id);
	const targets = targetsFor(priorityScheme, {
		set: row.support_set as "TECHNICAL" | "CONTENT",
		priority: row.priority as "P1" | null,
		table: row.matrix_table as "solo" | null,
	});
	const warningShare = await warningShareOf(context);
	return secondLevelKinds.flatMap((kind) => {
		const target = targetOf(targets, kind);
		if (!target) return [];
		return [
			{
				ticketId: row.ticket_id,
				kind,
				round: row.hand_over,
				agreementId: row.agreement_id,
				hours: targets.runs === "24x7" ? "ALWAYS" : (row.support_set as "TECHNICAL" | "CONTENT"),
				...target,
				warningShare,
				startedAt: row.handed_over_at,
			},
		];
	});
}

const targetOf = (targets: Targets, kind: (typeof secondLevelKinds)[number]): Target | null =>
	kind === "RESPONSE" ? targets.response : targets.resolution;
