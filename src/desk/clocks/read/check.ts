import type { FactPayload } from "../../../kernel/fact.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { secondLevelRebound, ticketHandedOver } from "../../tickets/facts.ts";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import type { Clock } from "../rules/clock.ts";
import type { ClockKind } from "../rules/kinds.ts";
import { clocksOfFacts, type PastFact, type Terms } from "./rebuild.ts";
import type { Allowance } from "../rules/targets.ts";
import { clockOf, type ClockRow, clockRows, derive, type Derived, isSame } from "./clock-row.ts";
import { bindingTermsOf } from "./terms.ts";

/** One stored clock that is not what its facts say; `what` names the first column that differs. */
export type Difference = {
	readonly ticketId: string;
	readonly kind: ClockKind;
	readonly round: number;
	readonly what: "missing" | "unknown" | "state" | "startedAt" | "endedAt" | "allowance" | "dueAt";
};

/** Holds the stored clocks of tickets against their facts, terms and calendar; gives what differs, nothing when all is well. */
export async function checkClocks(tx: Tx, ticketIds: readonly string[]): Promise<Difference[]> {
	if (ticketIds.length === 0) return [];
	const stored = Map.groupBy(await clockRows(tx).where("ticket_id", "in", ticketIds).execute(), (row) => row.ticket_id);
	const facts = await factsOf(tx, ticketIds);
	const found: Difference[] = [];
	for (const ticketId of ticketIds) {
		found.push(...(await differences(tx, ticketId, facts.get(ticketId) ?? [], stored.get(ticketId) ?? [])));
	}
	return found;
}

async function factsOf(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, PastFact[]>> {
	const clocks = tx.selectFrom("clock").select("id").where("ticket_id", "in", ticketIds);
	const rows = await tx
		.selectFrom("fact")
		.select(["aggregate", "aggregate_id", "name", "at", "payload"])
		.where((eb) =>
			eb.or([
				eb.and([eb("aggregate", "=", "ticket"), eb("aggregate_id", "in", ticketIds)]),
				eb.and([
					eb("aggregate", "=", "clock"),
					eb("name", "=", "legal-clock-settled"),
					eb(
						"aggregate_id",
						"in",
						eb.selectFrom(clocks.as("c")).select((c) => c.cast<string>("c.id", "text").as("id")),
					),
				]),
			]),
		)
		.orderBy("ordinal")
		.execute();
	const facts = new Map<string, PastFact[]>();
	for (const { aggregate, aggregate_id, name, at, payload } of rows) {
		const of = aggregate === "ticket" ? aggregate_id : (payload as { ticketId: string }).ticketId;
		const list = facts.get(of) ?? [];
		list.push({ name, at: at.epochMilliseconds, payload: payload as FactPayload });
		facts.set(of, list);
	}
	return facts;
}

async function differences(
	tx: Tx,
	ticketId: string,
	facts: readonly PastFact[],
	rows: readonly ClockRow[],
): Promise<Difference[]> {
	const terms = await termsOf(tx, facts, rows);
	const rebuilt = clocksOfFacts(facts, terms);
	const differ: Difference[] = [];
	const say = (kind: ClockKind, round: number, what: Difference["what"]) =>
		differ.push({ ticketId, kind, round, what });
	for (const { kind, round, clock } of rebuilt) {
		const row = rows.find((each) => each.kind === kind && each.round === round);
		const what = row ? await firstDifference(tx, row, clock) : "missing";
		if (what) say(kind, round, what);
	}
	for (const { kind, round } of rows) {
		if (!rebuilt.some((each) => each.kind === kind && each.round === round)) say(kind as ClockKind, round, "unknown");
	}
	return differ;
}

async function termsOf(tx: Tx, facts: readonly PastFact[], rows: readonly ClockRow[]): Promise<Terms> {
	const schemes = new Map<string, PriorityScheme>();
	for (const { name, payload } of facts) {
		if (name !== ticketHandedOver.name && name !== secondLevelRebound.name) continue;
		const id = payload.agreementId as string;
		schemes.set(id, (await bindingTermsOf(tx, id)).priorityScheme);
	}
	return {
		schemeOf: (id) => schemes.get(id)!,
		ownTarget: (kind, round) =>
			(rows.find((row) => row.kind === kind && row.round === round)?.allowance as Allowance | undefined) ?? null,
	};
}

async function firstDifference(tx: Tx, row: ClockRow, clock: Clock): Promise<Difference["what"] | null> {
	const stored = clockOf(row, clock.pauses);
	const derived = await derive(tx, row, clock.pauses);
	// A clock that ran out before the pause stays running: it is late, not waiting.
	const state = clock.state === "paused" ? derived.state : clock.state;
	if (stored.state !== state) return "state";
	if (stored.startedAt !== clock.startedAt) return "startedAt";
	if (stored.endedAt !== clock.endedAt) return "endedAt";
	// One that ran out keeps the allowance it was judged by, whatever second level was bound to since.
	if (row.breached_at !== null) return null;
	if (JSON.stringify(sorted(stored.allowance)) !== JSON.stringify(sorted(clock.allowance))) return "allowance";
	if (row.ended_at === null && !isSame(row as Derived, derived)) return "dueAt";
	return null;
}

const sorted = (allowance: Allowance) => Object.entries(allowance).toSorted(([a], [b]) => (a < b ? -1 : 1));
