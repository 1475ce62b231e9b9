/** SM-7: a session of training for one set of one service. */
export const sessionStates = ["requested", "planned", "held", "evaluated", "cancelled"] as const;
export type SessionState = (typeof sessionStates)[number];

/** What made someone ask for training (SM-7). */
export const sessionReasons = ["agreement", "review", "change", "knowledgeGap", "other"] as const;

/** SM-7: what an adviser is for one set of one service. */
export const qualificationStates = ["none", "attended", "qualified", "refreshDue", "expired"] as const;
export type QualificationState = (typeof qualificationStates)[number];
