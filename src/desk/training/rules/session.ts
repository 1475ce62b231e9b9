import type { Obstacle } from "../../../kernel/refusal.ts";

/** SM-7: a session of training for one set of one service. */
export const sessionStates = ["requested", "planned", "held", "evaluated", "cancelled"] as const;
export type SessionState = (typeof sessionStates)[number];

/** What made someone ask for training (SM-7). */
export const sessionReasons = ["agreement", "review", "change", "knowledgeGap", "other"] as const;
export type SessionReason = (typeof sessionReasons)[number];

/** SM-7: what an adviser is for one set of one service. */
export const qualificationStates = ["none", "attended", "qualified", "refreshDue", "expired"] as const;
export type QualificationState = (typeof qualificationStates)[number];

export type Move = "plan" | "confirm" | "hold" | "evaluate" | "cancel";

/** From where each move may be made; the date is set by either side, a session is held once a lead has confirmed it. */
const from: Readonly<Record<Move, readonly SessionState[]>> = {
	plan: ["requested", "planned"],
	confirm: ["planned"],
	hold: ["planned"],
	evaluate: ["held"],
	cancel: ["requested", "planned"],
};

/** All that stands against a move of SM-7; none = it may be made. */
export function obstaclesTo(
	move: Move,
	session: { readonly state: SessionState; readonly isConfirmed: boolean },
): Obstacle[] {
	const { state, isConfirmed } = session;
	if (!from[move].includes(state)) return [{ code: "wrong-state", details: { state, needed: [...from[move]] } }];
	if (move === "confirm" && isConfirmed) return [{ code: "already-confirmed" }];
	return move === "hold" && !isConfirmed ? [{ code: "not-confirmed" }] : [];
}

/** What stands against an attestation: a lead attests what was trained and judged. */
export const obstaclesToAttest = (set: {
	readonly sessions: number;
	readonly qualified: number;
	readonly isAttested: boolean;
}): Obstacle[] => [
	...(set.isAttested ? [{ code: "already-attested" }] : []),
	...(set.sessions === 0 ? [{ code: "no-session-held" }] : []),
	...(set.qualified === 0 ? [{ code: "nobody-qualified" }] : []),
];
