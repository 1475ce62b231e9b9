import { sql } from "kysely";
import { prepared } from "../../../platform/db/prepared.ts";
import { json } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { clockMoved, type MoveReason } from "../facts.ts";
import { clockRows, type ClockRow, derive, type Derived, isSame, pausesByTicket } from "../read/clock-row.ts";
import { ofClock } from "../read/of-clock.ts";
import { isBreached } from "../rules/clock.ts";
import { canPause, type ClockKind, type Hours } from "../rules/kinds.ts";
import type { Allowance, Clause } from "../rules/targets.ts";
import { type Judged, recordBreach, recordVerdicts } from "./judge.ts";

export type Start = {
	readonly ticketId: string;
	readonly kind: ClockKind;
	readonly round: number;
	readonly agreementId?: string | null;
	readonly catalogueVersionId?: string | null;
	readonly hours: Hours;
	readonly clause: Clause;
	readonly allowance: Allowance;
	readonly warningShare: number;
	readonly startedAt: Temporal.Instant;
};

/** Starts clocks of one ticket; one that is there already for the same round stays as it is. */
export async function startClocks(context: Context, starts: readonly Start[]): Promise<ClockRow[]> {
	const [first] = starts;
	if (!first) return [];
	const canStandStill = starts.some(({ kind }) => canPause(kind));
	const pauses = canStandStill ? ((await pausesByTicket(context.tx, [first.ticketId])).get(first.ticketId) ?? []) : [];
	const rows: ClockRow[] = [];
	for (const start of starts) {
		const row = unstarted(context, start);
		rows.push({ ...row, ...withNext(row, await derive(context.tx, row, pauses)) });
	}
	for (const row of rows) {
		inserted.ahead(context.tx, {
			...row,
			clause: JSON.stringify(row.clause),
			allowance: JSON.stringify(row.allowance),
		});
	}
	return rows;
}

type Inserted = Omit<ClockRow, "clause" | "allowance"> & { readonly clause: string; readonly allowance: string };

const inserted = prepared((db, { clause, allowance, ...row }: Inserted) =>
	db
		.insertInto("clock")
		.values({ ...row, clause: sql`${clause}::jsonb`, allowance: sql`${allowance}::jsonb` })
		.onConflict((conflict) => conflict.constraint("clock_once").doNothing()),
);

const unstarted = (context: Context, start: Start): ClockRow => ({
	id: context.newId(),
	version: 1,
	ticket_id: start.ticketId,
	kind: start.kind,
	round: start.round,
	agreement_id: start.agreementId ?? null,
	catalogue_version_id: start.catalogueVersionId ?? null,
	hours: start.hours,
	clause: start.clause,
	allowance: start.allowance,
	warning_share: start.warningShare,
	started_at: start.startedAt,
	announced_on: null,
	state: "running",
	due_at: null,
	due_on: null,
	warn_at: null,
	amount_left: null,
	ended_at: null,
	warned_at: null,
	breached_at: null,
	settled_reason: null,
	next_at: null,
});

/** When the sweeper has to look at a clock again: at its warning, then just after it is due, then never. */
export function withNext(row: ClockRow, derived: Derived): Derived & Pick<ClockRow, "next_at"> {
	if (derived.state !== "running" || row.breached_at !== null) return { ...derived, next_at: null };
	return {
		...derived,
		next_at: row.warned_at === null ? derived.warn_at : (derived.due_at?.add({ milliseconds: 1 }) ?? null),
	};
}

/** The ticket's clocks of some kinds that have not ended, locked. */
export const runningClocks = (context: Context, ticketId: string, kinds: readonly ClockKind[]): Promise<ClockRow[]> =>
	clockRows(context.tx)
		.where("ticket_id", "=", ticketId)
		.where("kind", "in", kinds)
		.where("ended_at", "is", null)
		.orderBy("id")
		.forUpdate()
		.execute();

/** Ends clocks: met, or cancelled because nothing is owed any more. Judged by the one rule for a breach. */
export async function endClocks(
	context: Context,
	ticketId: string,
	kinds: readonly ClockKind[],
	state: "met" | "cancelled",
): Promise<void> {
	const rows = await runningClocks(context, ticketId, kinds);
	if (rows.length === 0) return;
	const pauses = (await pausesByTicket(context.tx, [ticketId])).get(ticketId) ?? [];
	const judged: Judged[] = [];
	for (const row of rows) {
		const at = context.now;
		const derived = await derive(context.tx, { ...row, state, ended_at: at }, pauses);
		const dueAt = derived.due_at!;
		const wasLate = isBreached({ state: "running", endedAt: null }, dueAt.epochMilliseconds, at.epochMilliseconds);
		judged.push({ row, dueAt, at });
		if (wasLate && row.breached_at === null) {
			await recordVerdicts(context, "BREACHED", [{ row, dueAt, at }]);
			recordBreach(context, { row, dueAt, at }, state === "met" ? at : null);
		}
		await context.tx
			.updateTable("clock")
			.set({
				...derived,
				state,
				version: row.version + 1,
				ended_at: at,
				breached_at: row.breached_at ?? (wasLate ? at : null),
				next_at: null,
			})
			.where("id", "=", row.id)
			.execute();
	}
	if (state === "met") await recordVerdicts(context, "MET", judged);
}

/** Writes anew what follows from pauses, terms and calendar, where it changed; `reason` null = a pause, which is no move. */
export async function refresh(
	context: Context,
	rows: readonly ClockRow[],
	reason: MoveReason | null,
): Promise<ClockRow[]> {
	const pauses = await pausesByTicket(context.tx, [...new Set(rows.map((row) => row.ticket_id))]);
	const changed: ClockRow[] = [];
	for (const row of rows) {
		const derived = withNext(row, await derive(context.tx, row, pauses.get(row.ticket_id) ?? []));
		if (isSame(row as Derived, derived) && row.next_at?.epochMilliseconds === derived.next_at?.epochMilliseconds)
			continue;
		const moved = row.due_at?.epochMilliseconds !== derived.due_at?.epochMilliseconds;
		if (reason !== null && moved) {
			const [from, to] = [row.due_at, derived.due_at].map((at) => at?.toString() ?? null) as [
				string | null,
				string | null,
			];
			context.record(clockMoved.of(row.id, row.version + 1, { ...ofClock(row), from, to, reason }));
		}
		changed.push({ ...row, ...derived, version: row.version + 1 });
	}
	await writeDerived(context, changed);
	return changed;
}

/** Writes what follows anew, in one statement for a whole batch. */
export async function writeDerived(context: Context, rows: readonly ClockRow[]): Promise<void> {
	if (rows.length === 0) return;
	const written = rows.map(({ id, version, state, due_at, due_on, warn_at, amount_left, ...row }) => {
		const { warned_at, breached_at, next_at } = row;
		return { id, version, state, due_at, due_on, warn_at, amount_left, warned_at, breached_at, next_at };
	});
	await sql`
		update clock set version = n.version, state = n.state, due_at = n.due_at, due_on = n.due_on, warn_at = n.warn_at,
			amount_left = n.amount_left, warned_at = n.warned_at, breached_at = n.breached_at, next_at = n.next_at
		from jsonb_to_recordset(${json(written)}) as n(id uuid, version integer, state text, due_at timestamptz, due_on date,
			warn_at timestamptz, amount_left bigint, warned_at timestamptz, breached_at timestamptz, next_at timestamptz)
		where clock.id = n.id`.execute(context.tx);
}
