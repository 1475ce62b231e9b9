import type { TicketState } from "./codes.ts";

/** What the user is told of the state; whether first or second level works on it is the desk's own matter. */
export const publicStates = ["RECEIVED", "IN_PROGRESS", "WAITING_FOR_USER", "ANSWERED", "CLOSED"] as const;
export type PublicState = (typeof publicStates)[number];

/** An answered ticket reads as answered even while second level works on (R11). */
export function publicState(state: TicketState, isAnswered: boolean): PublicState {
	if (state === "waitingUser") return "WAITING_FOR_USER";
	if (state === "closed") return "CLOSED";
	if (isAnswered) return "ANSWERED";
	return state === "received" || state === "spam" ? "RECEIVED" : "IN_PROGRESS";
}
