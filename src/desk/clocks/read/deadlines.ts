import { sql } from "kysely";
import type { z } from "zod";
import type { SupportSet } from "../../../kernel/values.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { parentsOf } from "../../tickets/read/pauses.ts";
import type { EscalationView } from "../contract.ts";
import { ClockKind, secondLevelKinds } from "../rules/kinds.ts";
import { setKeyOf } from "../../agreements/rules/terms-values.ts";
import { nextTarget } from "../rules/escalation.ts";
import { bindingTermsOf } from "./terms.ts";
import { type ClockRow, clockRows } from "./clock-row.ts";

/** The clocks of each ticket in the order they began; a child has its parent's clocks at second level (SM-2). */
export async function clockRowsOf(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, ClockRow[]>> {
	const found = new Map<string, ClockRow[]>(ticketIds.map((id) => [id, []]));
	if (ticketIds.length === 0) return found;
	const parents = await parentsOf(tx, ticketIds);
	const rows = await clockRows(tx)
		.where("ticket_id", "in", [...ticketIds, ...parents.map(({ parentId }) => parentId)])
		.execute();
	rows.sort((a, b) => Temporal.Instant.compare(a.started_at, b.started_at) || orderOf(a) - orderOf(b));
	for (const row of rows) found.get(row.ticket_id)?.push(row);
	for (const { ticketId, parentId } of parents) {
		found
			.get(ticketId)
			?.push(...rows.filter(({ ticket_id, kind }) => ticket_id === parentId && isSecondLevel(kind as ClockKind)));
	}
	return found;
}

const orderOf = (row: ClockRow) => ClockKind.options.indexOf(row.kind as ClockKind);

const isSecondLevel = (kind: ClockKind) => (secondLevelKinds as readonly ClockKind[]).includes(kind);

/** What a queue shows of a ticket and is ordered by. */
export type NextDue = {
	readonly clockId: string;
	readonly kind: ClockKind;
	readonly state: "running" | "paused";
	/** Null while paused. */
	readonly dueAt: Temporal.Instant | null;
	readonly warnAt: Temporal.Instant | null;
	/** First late instant seen by the sweeper; whether it is late now, `dueAt` says. */
	readonly isBreached: boolean;
};

/**
 * The clock that comes first of each ticket: the earliest due of those that run, else one that is paused; a ticket on which
 * nothing is owed is absent. Notifications by law are not among them: they stand on the ticket's own panel.
 */
export async function nextDue(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, NextDue>> {
	const found = new Map<string, NextDue>();
	for (const [ticketId, rows] of await clockRowsOf(tx, ticketIds)) {
		const open = rows.filter(
			({ ended_at, hours, kind }) => ended_at === null && (hours !== "ALWAYS" || isSecondLevel(kind as ClockKind)),
		);
		const running = open.filter(({ state }) => state === "running");
		const first =
			running.toSorted((a, b) => Temporal.Instant.compare(a.due_at!, b.due_at!))[0] ??
			open.find(({ state }) => state === "paused");
		if (first) found.set(ticketId, asNextDue(first));
	}
	return found;
}

const asNextDue = (row: ClockRow): NextDue => ({
	clockId: row.id,
	kind: row.kind as ClockKind,
	state: row.state as "running" | "paused",
	dueAt: row.due_at,
	warnAt: row.warn_at,
	isBreached: row.breached_at !== null,
});

/** How far second level's path has got on the hand-over it works on; null when it has none. */
export const escalationOf = async (tx: Tx, ticketId: string) =>
	(await escalationsOf(tx, [ticketId])).get(ticketId) ?? null;

/** The same of many tickets; one that second level does not have is absent. */
export async function escalationsOf(tx: Tx, ticketIds: readonly string[]) {
	const rows = await tx
		.selectFrom("clock_hand_over")
		.select([
			"ticket_id",
			"hand_over",
			"target_order",
			"moves_at",
			"after_user_deadline",
			"agreement_id",
			"support_set",
		])
		.where("ticket_id", "=", sql<string>`any(${ticketIds}::uuid[])`)
		.where("ended_at", "is", null)
		.orderBy("hand_over")
		.execute();
	return new Map(rows.map((row) => [row.ticket_id, row]));
}

export async function escalationView(
	tx: Tx,
	row: NonNullable<Awaited<ReturnType<typeof escalationOf>>>,
): Promise<z.input<typeof EscalationView>> {
	const { escalationPaths, nameOf } = await bindingTermsOf(tx, row.agreement_id);
	const path = escalationPaths[setKeyOf(row.support_set as SupportSet)];
	const next = nextTarget(path, row.target_order);
	const present = path.find(({ order }) => order === row.target_order);
	return {
		handOver: row.hand_over,
		targetOrder: row.target_order,
		targetName: present ? nameOf(present) : "",
		next: next && { order: next.order, name: nameOf(next) },
		movesAt: row.moves_at?.toString() ?? null,
		isAfterUserDeadline: row.after_user_deadline,
	};
}
