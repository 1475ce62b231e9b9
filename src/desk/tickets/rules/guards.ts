import type { Obstacle } from "../../../kernel/refusal.ts";
import type { Channel, PriorityCode, TicketState, TicketType } from "./codes.ts";
import { type Guard, type TicketAct, transitionOf } from "./life-cycle.ts";

/** All of a ticket that its next steps depend on. */
export type Situation = {
	readonly state: TicketState;
	/** What a waiting ticket goes back to. */
	readonly resumeState: TicketState | null;
	readonly channel: Channel;
	readonly hasMailAddress: boolean;
	readonly type: TicketType | null;
	readonly hasService: boolean;
	readonly hasCategory: boolean;
	readonly hasEffect: boolean;
	readonly priority: PriorityCode | null;
	readonly isAnswered: boolean;
	readonly wasHandedOver: boolean;
	/** Numbers of child tickets that are neither answered nor closed. */
	readonly openChildren: readonly number[];
	/** Until when it may be opened again, null while it was never answered or closed. */
	readonly reopenableUntil: Temporal.Instant | null;
	/** Orders of the escalation path for its set in the version in force, null = no active agreement. */
	readonly pathTargets: readonly number[] | null;
};

/**
 * Everything that stands against an act on a ticket in this situation; none = SM-2 allows it. Whether the actor may is
 * another question (`policy.ts`).
 */
export function obstaclesTo(act: TicketAct, situation: Situation, now: Temporal.Instant): Obstacle[] {
	const transition = transitionOf(act, situation.state, situation.resumeState);
	if (!transition) return [{ code: "wrong-state", details: { state: situation.state } }];
	return transition.guards.flatMap((guard) => guards[guard](situation, now));
}

const obstacle = (stands: boolean, code: string, more: Omit<Obstacle, "code"> = {}): Obstacle[] =>
	stands ? [{ code, ...more }] : [];

const firstLevelStates: ReadonlySet<TicketState> = new Set(["received", "triaged", "inProgressL1"]);
export const secondLevelStates: ReadonlySet<TicketState> = new Set(["escalatedL2", "acknowledgedL2", "inProgressL2"]);

/** Who works on it: a waiting ticket counts where it goes back to. */
export const holderOf = (situation: Pick<Situation, "state" | "resumeState">): 1 | 2 | null => {
	const state = situation.resumeState ?? situation.state;
	return secondLevelStates.has(state) ? 2 : firstLevelStates.has(state) ? 1 : null;
};

const guards: Readonly<Record<Guard, (situation: Situation, now: Temporal.Instant) => Obstacle[]>> = {
	activeAgreement: ({ pathTargets, type }) =>
		obstacle(pathTargets === null && type !== "OUT_OF_SCOPE", "no-active-agreement"),
	handOverComplete: handOverObstacles,
	replyAddress: ({ hasMailAddress, channel }) =>
		obstacle(!hasMailAddress && channel !== "PHONE", "no-reply-address", { at: "reporter.email" }),
	heldByFirstLevel: (situation) => obstacle(holderOf(situation) !== 1, "held-by-second-level"),
	heldBySecondLevel: (situation) => obstacle(holderOf(situation) === 1, "held-by-first-level"),
	wasHandedOver: ({ wasHandedOver }) => obstacle(!wasHandedOver, "never-handed-over"),
	userAnswered: ({ isAnswered }) => obstacle(!isAnswered, "not-answered"),
	childrenDone: ({ openChildren }) =>
		obstacle(openChildren.length > 0, "children-open", { details: { numbers: openChildren.map(String) } }),
	withinReopening: ({ reopenableUntil }, now) =>
		obstacle(
			reopenableUntil === null || Temporal.Instant.compare(now, reopenableUntil) > 0,
			"reopening-over",
			reopenableUntil ? { details: { until: reopenableUntil.toString() } } : {},
		),
	notPhoneNote: ({ channel }) => obstacle(channel === "PHONE", "phone-note-is-no-spam"),
	hasPriority: ({ hasEffect }) => obstacle(!hasEffect, "effect-missing", { at: "effect" }),
};

/** SM-2, hand over: "category + facts complete; path target exists"; out of scope goes to the competent body instead. */
function handOverObstacles(situation: Situation): Obstacle[] {
	return [
		...obstacle(situation.type === null, "type-missing", { at: "type" }),
		...obstacle(situation.type === "OUT_OF_SCOPE", "out-of-scope", { at: "type" }),
		...obstacle(!situation.hasService, "service-missing", { at: "serviceId" }),
		...obstacle(!situation.hasCategory, "category-missing", { at: "category" }),
		...obstacle(!situation.hasEffect, "effect-missing", { at: "effect" }),
		...obstacle(situation.hasService && situation.pathTargets === null, "no-active-agreement", { at: "serviceId" }),
		...obstacle(situation.pathTargets?.length === 0, "no-path-target", { at: "targetOrder" }),
	];
}
