import { sql } from "kysely";
import type { Context } from "../../../platform/operation.ts";
import { clockMoved, clockWarned } from "../facts.ts";
import { type ClockRow, clockRows, derive, type Derived, isSame, pausesByTicket } from "../read/clock-row.ts";
import { ofClock } from "../read/of-clock.ts";
import { isBreached } from "../rules/clock.ts";
import { withNext, writeDerived } from "./clocks.ts";
import { type HandOverRow, moveEscalation, nextTurn, writeTurn } from "./escalation.ts";
import { type Judged, recordBreach, recordVerdicts } from "./judge.ts";

/** Small enough for one short transaction with the notices that other areas write for each fact. */
export const batchSize = 100;

/**
 * Clocks that have something to say, locked; rows that another node works on are passed over. After a standstill those not
 * yet due come first, by due time, then the overdue, newest first: a warning in time helps more than a late one.
 */
export const clocksToSweep = (context: Context): Promise<ClockRow[]> =>
	clockRows(context.tx)
		.where("next_at", "<=", context.now)
		.orderBy(sql`due_at < ${context.now}`)
		.orderBy(sql`case when due_at < ${context.now} then ${context.now} - due_at else due_at - ${context.now} end`)
		.limit(batchSize)
		.forUpdate()
		.skipLocked()
		.execute();

/** Says what is to be said of each clock once, after computing it anew; gives how often it said what. */
export async function sweepClocks(context: Context, rows: readonly ClockRow[]) {
	const pauses = await pausesByTicket(context.tx, [...new Set(rows.map((row) => row.ticket_id))]);
	const breached: Judged[] = [];
	const written: ClockRow[] = [];
	let [warned, moved] = [0, 0];
	for (const row of rows) {
		const now = { ...row, ...(await derive(context.tx, row, pauses.get(row.ticket_id) ?? [])) };
		if (hasMoved(row, now)) {
			moved++;
			recordMove(context, row, now);
		}
		const isLate = isBreached(
			{ state: now.state, endedAt: null },
			now.due_at?.epochMilliseconds ?? null,
			context.now.epochMilliseconds,
		);
		const isSoon = !isLate && now.warn_at !== null && Temporal.Instant.compare(now.warn_at, context.now) <= 0;
		if (isLate && row.breached_at === null) breached.push({ row, dueAt: now.due_at!, at: context.now });
		if (isSoon && row.warned_at === null) {
			warned++;
			recordWarning(context, row, now.due_at!);
		}
		const said: ClockRow = {
			...now,
			version: row.version + 1,
			// A warning that comes after the breach would tell nothing.
			warned_at: row.warned_at ?? (isSoon || isLate ? context.now : null),
			breached_at: row.breached_at ?? (isLate ? context.now : null),
		};
		written.push({ ...said, ...withNext(said, said as Derived) });
	}
	await recordVerdicts(context, "BREACHED", breached);
	for (const judged of breached) recordBreach(context, judged, null);
	await writeDerived(context, written);
	return { warned, moved, breached: breached.length };
}

const hasMoved = (row: ClockRow, now: Derived): boolean =>
	!isSame(row as Derived, now) && row.due_at?.epochMilliseconds !== now.due_at?.epochMilliseconds;

const recordMove = (context: Context, row: ClockRow, now: Derived): void =>
	context.record(
		clockMoved.of(row.id, row.version + 1, {
			...ofClock(row),
			from: row.due_at?.toString() ?? null,
			to: now.due_at?.toString() ?? null,
			reason: "CALENDAR",
		}),
	);

const recordWarning = (context: Context, row: ClockRow, dueAt: Temporal.Instant): void =>
	context.record(clockWarned.of(row.id, row.version + 1, { ...ofClock(row), dueAt: dueAt.toString() }));

/** Tickets whose next target's turn has come, computed anew before anybody is called. */
export async function sweepEscalations(context: Context): Promise<{ looked: number; escalated: number }> {
	const rows: HandOverRow[] = await context.tx
		.selectFrom("clock_hand_over")
		.selectAll()
		.where("moves_at", "<=", context.now)
		.orderBy("moves_at")
		.limit(batchSize)
		.forUpdate()
		.skipLocked()
		.execute();
	let escalated = 0;
	for (const row of rows) {
		const moves_at = await nextTurn(context, row);
		const isDue = moves_at !== null && Temporal.Instant.compare(moves_at, context.now) <= 0;
		if (isDue && (await moveEscalation(context, row, "AFTER"))) escalated++;
		else await writeTurn(context, { ...row, moves_at: isDue ? null : moves_at });
	}
	return { looked: rows.length, escalated };
}
