import { type Selectable, sql } from "kysely";
import type { Actor } from "../../../kernel/actor.ts";
import { notFound } from "../../../kernel/refusal.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { DB, Tx } from "../../../platform/db/tx.ts";
import { workFreeDates } from "../../calendars/read.ts";
import { statutoryReply } from "../../calendars/rules/statutory-reply.ts";
import { pausesOf } from "../../tickets/read/pauses.ts";
import { visibleTo } from "../../tickets/read/scope.ts";
import type { Clock, ClockState } from "../rules/clock.ts";
import { standing } from "../rules/clock.ts";
import type { ClockKind } from "../rules/kinds.ts";
import { canPause } from "../rules/kinds.ts";
import type { Pause, Reckoning } from "../rules/reckoning.ts";
import type { Allowance } from "../rules/targets.ts";
import { workingTimeOfClock } from "./terms.ts";

export type ClockRow = Selectable<DB["clock"]>;

export const clockRows = (tx: Tx) => tx.selectFrom("clock").selectAll();

/** A clock of a ticket in the actor's scope. A hidden one answers in the same words as one that does not exist. */
export async function clockInScope(tx: Tx, actor: Actor, id: string): Promise<ClockRow> {
	const row = await clockRows(tx)
		.where("id", "=", id)
		.where(sql<boolean>`exists (select from ticket where ticket.id = clock.ticket_id and ${visibleTo(actor)})`)
		.executeTakeFirst();
	if (!row) throw notFound("clock");
	return row;
}

/** The columns that follow from facts, terms and calendar, as they would be written now. */
export type Derived = Pick<ClockRow, "due_at" | "due_on" | "warn_at" | "amount_left"> & {
	readonly state: ClockState;
};

/** A row as the rules see it: instants in milliseconds, the ticket's pauses cut off where the clock ended. */
export const clockOf = (row: ClockRow, pauses: readonly Pause[]): Clock => ({
	state: row.state as ClockState,
	startedAt: row.started_at.epochMilliseconds,
	endedAt: row.ended_at?.epochMilliseconds ?? null,
	allowance: row.allowance as Allowance,
	canPause: canPause(row.kind as ClockKind),
	pauses: canPause(row.kind as ClockKind) ? cutOff(pauses, row.ended_at?.epochMilliseconds ?? null) : [],
});

const cutOff = (pauses: readonly Pause[], end: number | null): Pause[] =>
	end === null
		? [...pauses]
		: pauses
				.filter(({ from }) => from < end)
				.map(({ from, to }) => ({ from, to: to === null ? end : Math.min(to, end) }));

/** Pauses of many tickets at once, as the rules see them. */
export async function pausesByTicket(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Pause[]>> {
	const rows = ticketIds.length === 0 ? [] : await pausesOf(tx, ticketIds);
	const pauses = new Map<string, Pause[]>();
	for (const { ticketId, since, until } of rows) {
		const list = pauses.get(ticketId) ?? [];
		list.push({ from: since.epochMilliseconds, to: until?.epochMilliseconds ?? null });
		pauses.set(ticketId, list);
	}
	return pauses;
}

/**
 * Due and warning time of a row by the terms and the calendar as they are now. A clock whose allowance ran out before the
 * pause began does not stand still: it is late. One that was found late keeps the due time it was judged by.
 */
export async function derive(tx: Tx, row: ClockRow, pauses: readonly Pause[]): Promise<Derived> {
	if (row.breached_at !== null && row.due_at !== null) return asJudged(row);
	if (row.hours === "CALENDAR_DAYS") return calendarDays(tx, row);
	const time = await workingTimeOfClock(tx, row);
	return derivedOf(row, standing(time, clockOf(row, pauses), row.warning_share), null);
}

const asJudged = ({ state, due_at, due_on, warn_at }: ClockRow): Derived => ({
	state: state as ClockState,
	due_at,
	due_on,
	warn_at,
	amount_left: null,
});

function derivedOf(row: ClockRow, found: Reckoning, dueOn: Temporal.PlainDate | null): Derived {
	const hasEnded = row.ended_at !== null;
	return "dueAt" in found
		? {
				state: hasEnded ? (row.state as ClockState) : "running",
				due_at: Temporal.Instant.fromEpochMilliseconds(found.dueAt),
				due_on: dueOn,
				warn_at: Temporal.Instant.fromEpochMilliseconds(found.warnAt),
				amount_left: null,
			}
		: { state: "paused", due_at: null, due_on: null, warn_at: null, amount_left: found.left.amount };
}

/** The statutory reply, or the day that an interim reply sent in time announced (F25). */
async function calendarDays(tx: Tx, row: ClockRow): Promise<Derived> {
	const announced = row.announced_on;
	const { lastDay, dueAt } =
		announced === null
			? statutoryReply(row.started_at, deskZone, await workFreeDates(tx))
			: { lastDay: announced, dueAt: announced.add({ days: 1 }).toZonedDateTime(deskZone).toInstant() };
	const start = row.started_at.epochMilliseconds;
	const share = Math.floor(((dueAt.epochMilliseconds - start) * row.warning_share) / 100);
	return derivedOf(row, { dueAt: dueAt.epochMilliseconds, warnAt: start + share }, lastDay);
}

/** Whether two derivations say the same, so that only what changed is written. */
export const isSame = (row: Derived, other: Derived): boolean =>
	row.state === other.state &&
	row.amount_left === other.amount_left &&
	row.due_at?.epochMilliseconds === other.due_at?.epochMilliseconds &&
	row.warn_at?.epochMilliseconds === other.warn_at?.epochMilliseconds &&
	row.due_on?.toString() === other.due_on?.toString();
