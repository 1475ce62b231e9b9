import type { WorkingTime } from "../../calendars/rules/horizon.ts";
import type { Pause, Reckoning } from "./reckoning.ts";
import { reckon } from "./reckoning.ts";
import type { Allowance } from "./targets.ts";

/** What happened to one clock, in order; instants in UTC ms. Pauses come from the ticket and reach all its clocks that pause. */
export type ClockEvent =
	| { readonly kind: "started"; readonly at: number; readonly allowance: Allowance; readonly pauses: boolean }
	| { readonly kind: "paused"; readonly at: number }
	| { readonly kind: "resumed"; readonly at: number }
	| { readonly kind: "termsChanged"; readonly at: number; readonly allowance: Allowance }
	| { readonly kind: "met"; readonly at: number }
	| { readonly kind: "cancelled"; readonly at: number };

export type ClockState = "running" | "paused" | "met" | "cancelled";

/** A clock as its events leave it; due times are not in it, they follow (`standing`). */
export type Clock = {
	readonly state: ClockState;
	readonly startedAt: number;
	readonly endedAt: number | null;
	readonly allowance: Allowance;
	/** False for clocks of law: the user's silence stops neither the 15 days nor the hours of a notification. */
	readonly canPause: boolean;
	readonly pauses: readonly Pause[];
};

/**
 * Folds events into a clock; null before it started. A clock that ended takes no further event: what was judged stays
 * (`working-time.md` 10, 12).
 */
export const foldClock = (events: readonly ClockEvent[]): Clock | null =>
	events.reduce<Clock | null>((clock, event) => (clock ? applied(clock, event) : begun(event)), null);

const begun = (event: ClockEvent): Clock | null =>
	event.kind === "started"
		? {
				state: "running",
				startedAt: event.at,
				endedAt: null,
				allowance: event.allowance,
				canPause: event.pauses,
				pauses: [],
			}
		: null;

function applied(clock: Clock, event: ClockEvent): Clock {
	if (clock.endedAt !== null) return clock;
	switch (event.kind) {
		case "started":
			return clock;
		case "paused":
			return clock.canPause && clock.state === "running"
				? { ...clock, state: "paused", pauses: [...clock.pauses, { from: event.at, to: null }] }
				: clock;
		case "resumed":
			return clock.state === "paused" ? { ...clock, state: "running", pauses: ended(clock.pauses, event.at) } : clock;
		case "termsChanged":
			return { ...clock, allowance: event.allowance };
		case "met":
		case "cancelled":
			return { ...clock, state: event.kind, endedAt: event.at, pauses: ended(clock.pauses, event.at) };
	}
}

const ended = (pauses: readonly Pause[], at: number): Pause[] =>
	pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));

/** Due and warning time of a clock, or what is left of it while it is paused. */
export const standing = (time: WorkingTime, clock: Clock, warningShare?: number): Reckoning =>
	reckon(time, clock.startedAt, clock.allowance, clock.pauses, warningShare);

/**
 * The one rule for a breach: met later than due, or still running when due has passed. A paused or cancelled clock is not
 * in breach by itself. Source: `working-time.md` 11.
 */
export function isBreached(clock: Pick<Clock, "state" | "endedAt">, dueAt: number | null, now: number): boolean {
	if (dueAt === null) return false;
	if (clock.state === "met") return clock.endedAt !== null && clock.endedAt > dueAt;
	return clock.state === "running" && now > dueAt;
}
