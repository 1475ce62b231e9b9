import { factKind } from "../../kernel/fact.ts";
import type { ClockKind } from "./rules/kinds.ts";

/** All below are of the aggregate `clock` (id = the clock's), written once each; instants in payloads are ISO text in UTC. */
const clock = "clock";

type OfClock = {
	ticketId: string;
	kind: ClockKind;
	/** Number of the hand-over, or of the round of answering. */
	round: number;
	agreementId: string | null;
	set: "TECHNICAL" | "CONTENT" | null;
};

/** The agreed share of the allowance has passed: one notice to whoever has the ticket. */
export const clockWarned = factKind<OfClock & { dueAt: string }>()("clock-warned", clock);
/** Ran out, or was met late (`metAt`). The verdict with its terms stands in the record that nothing rewrites. */
export const clockBreached = factKind<OfClock & { dueAt: string; metAt: string | null }>()("clock-breached", clock);
/**
 * What else than a pause moves a due time. `CALENDAR` = a correction of fact; `TERMS` = an amended version that says open
 * tickets move; `OTHER_BODIES` = another body joined; `REBUILT` = what was stored did not follow from the facts.
 */
export type MoveReason = "CALENDAR" | "PRIORITY" | "INTERIM_REPLY" | "TERMS" | "OTHER_BODIES" | "REBUILT";

/** A due time moved for a reason other than a pause; null = the clock stands still. */
export const clockMoved = factKind<OfClock & { from: string | null; to: string | null; reason: MoveReason }>()(
	"clock-moved",
	clock,
);
/** Clocks were computed anew and nothing about them had changed (aggregate `clocks`, one for the whole desk). */
export const clocksChecked = factKind<{ count: number }>()("clocks-checked", "clocks");
/** A person decided about a suggested notification by law. */
export const legalClockSettled = factKind<OfClock & { outcome: "REPORTED" | "NOT_REQUIRED" }>()(
	"legal-clock-settled",
	clock,
);

/** Second level's due time falls after the user's own legal deadline: for the lead's and the custodian's attention. */
export const userDeadlineAtRisk = factKind<OfClock & { dueAt: string; userDeadline: string }>()(
	"user-deadline-at-risk",
	clock,
);

/** The next target of the escalation path has its turn (aggregate `escalation`, id = the ticket's, version = its order). */
export const escalationMoved = factKind<{
	handOver: number;
	agreementId: string;
	set: "TECHNICAL" | "CONTENT";
	fromOrder: number;
	toOrder: number;
	/** `AFTER` = its time came, `MANUAL` = a person called on it. */
	by: "AFTER" | "MANUAL";
}>()("escalation-moved", "escalation");
