import { sql } from "kysely";
import type { TicketId } from "../../../kernel/id.ts";
import type { Context } from "../../../platform/operation.ts";
import { clockMoved, clockWarned } from "../facts.ts";
import { type ClockRow, clockRows, derive, type Derived, isSame, pausesByTicket } from "../read/clock-row.ts";
import { ofClock } from "../read/of-clock.ts";
import { isBreached } from "../rules/clock.ts";
import { withNext, writeDerived } from "./clocks.ts";
import { type HandOverRow, moveEscalations, nextTurn, writeTurns } from "./escalation.ts";
import { type Judged, recordBreach, recordVerdicts } from "./judge.ts";

/** Small enough for one short transaction with the notices that other areas write for each fact. */
export const batchSize = 100;

export type Due = {
	readonly clocks: readonly ClockRow[];
	readonly handOvers: readonly HandOverRow[];
	readonly isMore: boolean;
};

/**
 * A batch: whole tickets, so that whoever is told of one hears once what is to be said of it. Their rows are locked; what
 * another node or an act works on is passed over and comes in the next tick.
 *
 * After a standstill those not yet due come first, by due time, then the overdue, newest first: a warning in time helps
 * more than a late one. Tickets of which only the next target's turn has come are taken when no clock waits.
 */
export async function dueNow(context: Context, which: Which): Promise<Due> {
	const picked = which.only === undefined ? await pickedIds(context, which.without) : [which.only];
	const ids = [...new Set(picked)];
	if (ids.length === 0) return { clocks: [], handOvers: [], isMore: false };
	const place = new Map(ids.map((id, at) => [id, at]));
	const clocks = await clockRows(context.tx)
		.where("ticket_id", "=", sql<string>`any(${ids}::uuid[])`)
		.where("next_at", "<=", context.now)
		.orderBy("due_at", "desc")
		.forUpdate()
		.skipLocked()
		.execute();
	const handOvers = await context.tx
		.selectFrom("clock_hand_over")
		.selectAll()
		.where("ticket_id", "=", sql<string>`any(${ids}::uuid[])`)
		.forUpdate()
		.skipLocked()
		.execute();
	const turns = handOvers.filter(({ moves_at }) => moves_at && Temporal.Instant.compare(moves_at, context.now) <= 0);
	const byPlace = (a: { ticket_id: string }, b: { ticket_id: string }) =>
		place.get(a.ticket_id)! - place.get(b.ticket_id)!;
	return { clocks: clocks.sort(byPlace), handOvers: turns.sort(byPlace), isMore: picked.length === batchSize };
}

type Which = { readonly only?: TicketId | undefined; readonly without: readonly TicketId[] };

/** The tickets of a batch, locked; one may come twice. */
export async function pickedIds(context: Context, without: readonly TicketId[]): Promise<string[]> {
	const picked = await soonDue(context, batchSize, without);
	if (picked.length < batchSize) picked.push(...(await overdue(context, batchSize - picked.length, without)));
	if (picked.length < batchSize) picked.push(...(await turnsAlone(context, batchSize - picked.length, without)));
	return picked;
}

/** Nothing in the statement where nothing is left out, so that the usual one keeps its plan. */
const isNoneOf = (without: readonly TicketId[]) =>
	without.length === 0 ? sql<boolean>`true` : sql<boolean>`ticket.id <> all(${without}::uuid[])`;

/** Enough that other nodes find some of their own among them. */
const candidates = 3 * batchSize;

/** Told before their due time: few, unless a correction of the calendar put all that run before the sweeper. */
async function soonDue(context: Context, most: number, without: readonly TicketId[]): Promise<string[]> {
	const due = context.tx
		.selectFrom("clock")
		.select(["ticket_id", "due_at"])
		.where("next_at", "<=", context.now)
		.where("due_at", ">=", context.now)
		.orderBy("due_at")
		.limit(candidates);
	const rows = await context.tx
		.selectFrom(due.as("due"))
		.innerJoin("ticket", "ticket.id", "due.ticket_id")
		.select("ticket.id")
		.where(isNoneOf(without))
		.orderBy("due.due_at")
		.limit(most)
		.forNoKeyUpdate("ticket")
		.skipLocked()
		.execute();
	return rows.map(({ id }) => id);
}

/** As many as a standstill leaves; walked along the index from now backwards, so that none sorts the rest. */
async function overdue(context: Context, most: number, without: readonly TicketId[]): Promise<string[]> {
	const rows = await context.tx
		.selectFrom("clock")
		.innerJoin("ticket", "ticket.id", "clock.ticket_id")
		.select("ticket.id")
		.where("next_at", "<=", context.now)
		.where("due_at", "<", context.now)
		.where(isNoneOf(without))
		.orderBy("due_at", "desc")
		.limit(most)
		.forNoKeyUpdate()
		.skipLocked()
		.execute();
	return rows.map(({ id }) => id);
}

async function turnsAlone(context: Context, most: number, without: readonly TicketId[]): Promise<string[]> {
	const rows = await context.tx
		.selectFrom("clock_hand_over")
		.innerJoin("ticket", "ticket.id", "clock_hand_over.ticket_id")
		.select("ticket.id")
		.where("moves_at", "<=", context.now)
		.where(isNoneOf(without))
		.orderBy("moves_at", "desc")
		.limit(most)
		.forNoKeyUpdate()
		.skipLocked()
		.execute();
	return rows.map(({ id }) => id);
}

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

/** Calls the next target where its turn has come, computed anew before anybody is called; gives how many were called. */
export async function sweepEscalations(context: Context, rows: readonly HandOverRow[]): Promise<number> {
	const due: HandOverRow[] = [];
	const later: HandOverRow[] = [];
	for (const row of rows) {
		const moves_at = await nextTurn(context, row);
		const isDue = moves_at !== null && Temporal.Instant.compare(moves_at, context.now) <= 0;
		(isDue ? due : later).push({ ...row, moves_at });
	}
	await writeTurns(context, later);
	return moveEscalations(context, due, "AFTER");
}
