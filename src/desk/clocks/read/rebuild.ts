import type { FactPayload } from "../../../kernel/fact.ts";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import { statutoryReplyDays } from "../../calendars/rules/statutory-reply.ts";
import { type Clock, type ClockEvent, foldClock } from "../rules/clock.ts";
import { type ClockEffect, clockEffects, type HandOver, type Rebinding } from "./effects.ts";
import {
	canPause,
	type ClockKind,
	firstLevelKinds,
	legalAllowances,
	legalKinds,
	secondLevelKinds,
} from "../rules/kinds.ts";
import { type Allowance, type Targets, targetsFor } from "../rules/targets.ts";

/** A fact as the journal keeps it; `at` in UTC ms. */
export type PastFact = { readonly name: string; readonly at: number; readonly payload: FactPayload };

/** What facts do not say themselves: the terms that were signed, and what the catalogue promised in a round. */
export type Terms = {
	schemeOf(agreementId: string): PriorityScheme;
	ownTarget(kind: ClockKind, round: number): Allowance | null;
};

export type Rebuilt = { readonly kind: ClockKind; readonly round: number; readonly clock: Clock };

type Entry = { readonly kind: ClockKind; readonly round: number; readonly events: ClockEvent[] };
type Ticket = { entries: Entry[]; round: number; receivedAt: number; handOver: HandOver | null };

const effectsByName = new Map(clockEffects.map(({ kind, effects }) => [kind.name, effects]));

/**
 * The clocks of one ticket folded from its facts alone (in their order), to hold stored clocks against. Days that an interim
 * reply announced are no part of it: they follow from the calendar of that day.
 */
export function clocksOfFacts(facts: readonly PastFact[], terms: Terms): Rebuilt[] {
	const ticket: Ticket = { entries: [], round: 0, receivedAt: 0, handOver: null };
	for (const { name, at, payload } of facts) {
		for (const effect of effectsByName.get(name)?.(payload as never) ?? []) take(ticket, effect, at, terms);
		if (name === "legal-clock-settled") {
			end(ticket, [payload.kind as ClockKind], payload.outcome === "REPORTED" ? "met" : "cancelled", at);
		}
	}
	return ticket.entries.map(({ kind, round, events }) => ({ kind, round, clock: foldClock(events)! }));
}

function take(ticket: Ticket, effect: ClockEffect, at: number, terms: Terms): void {
	switch (effect.effect) {
		case "oweReply":
			ticket.receivedAt = Temporal.Instant.from(effect.receivedAt).epochMilliseconds;
			return oweReply(ticket, ticket.receivedAt, terms);
		case "oweNextReply":
			return oweReply(ticket, effect.from === "receipt" ? ticket.receivedAt : at, terms);
		case "bindSecondLevel":
			ticket.handOver = effect.handOver;
			return bind(ticket, effect.handOver, targetsOf(effect.handOver, terms));
		case "rebind":
			return rebind(ticket, effect.binding, at, terms);
		case "suggestNotifications":
			for (const kind of legalKinds) {
				if (kind === "GDPR_AUTHORITY" && !effect.isPersonalData) continue;
				begin(ticket, kind, 1, ticket.receivedAt, { unit: "ms", ms: legalAllowances[kind].ms });
			}
			return;
		case "pause":
		case "resume": {
			const kind = effect.effect === "pause" ? "paused" : "resumed";
			for (const { events } of ticket.entries) events.push({ kind, at });
			return;
		}
		case "end":
			return end(ticket, effect.kinds, effect.state, at);
		case "announceReply":
			return;
		case "settlePath":
			if (effect.isOver) ticket.handOver = null;
	}
}

function oweReply(ticket: Ticket, since: number, terms: Terms): void {
	ticket.round++;
	begin(ticket, "STATUTORY", ticket.round, since, { unit: "days", days: statutoryReplyDays, daysDueAt: "closing" });
	for (const kind of firstLevelKinds) {
		const own = terms.ownTarget(kind, ticket.round);
		if (own) begin(ticket, kind, ticket.round, since, own);
	}
}

const targetsOf = (handOver: HandOver, terms: Terms): Targets =>
	targetsFor(terms.schemeOf(handOver.agreementId), handOver);

const allowanceOf = (targets: Targets, kind: (typeof secondLevelKinds)[number]): Allowance | null =>
	(kind === "RESPONSE" ? targets.response : targets.resolution)?.allowance ?? null;

function bind(ticket: Ticket, { handOver, handedOverAt }: HandOver, targets: Targets): void {
	for (const kind of secondLevelKinds) {
		const allowance = allowanceOf(targets, kind);
		if (allowance) begin(ticket, kind, handOver, Temporal.Instant.from(handedOverAt).epochMilliseconds, allowance);
	}
}

function rebind(ticket: Ticket, binding: Rebinding, at: number, terms: Terms): void {
	if (!ticket.handOver) return;
	ticket.handOver = { ...ticket.handOver, ...binding };
	const targets = targetsOf(ticket.handOver, terms);
	for (const kind of secondLevelKinds) {
		const allowance = allowanceOf(targets, kind);
		if (!allowance) end(ticket, [kind], "cancelled", at);
		for (const { events } of ticket.entries.filter((entry) => entry.kind === kind)) {
			if (allowance) events.push({ kind: "termsChanged", at, allowance });
		}
	}
	bind(ticket, ticket.handOver, targets);
}

/** A clock that is there already for the same round stays as it is. */
function begin(ticket: Ticket, kind: ClockKind, round: number, at: number, allowance: Allowance): void {
	if (ticket.entries.some((entry) => entry.kind === kind && entry.round === round)) return;
	ticket.entries.push({ kind, round, events: [{ kind: "started", at, allowance, pauses: canPause(kind) }] });
}

function end(ticket: Ticket, kinds: readonly ClockKind[], state: "met" | "cancelled", at: number): void {
	for (const { kind, events } of ticket.entries) if (kinds.includes(kind)) events.push({ kind: state, at });
}
