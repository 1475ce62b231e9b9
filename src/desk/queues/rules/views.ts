/** The lists everybody has; counted for the rail (product, Console 1). */
export const systemViews = ["mine", "unassigned", "secondLevel", "dueSoon", "late", "waiting"] as const;
export type SystemView = (typeof systemViews)[number];

/** States of SM-2 in which second level has the ticket, waits counted apart. */
export const atSecondLevel = ["escalatedL2", "acknowledgedL2", "inProgressL2"] as const;
export const waitingStates = ["waitingUser", "waitingOtherBody"] as const;
export const atFirstLevel = ["received", "triaged", "inProgressL1"] as const;
