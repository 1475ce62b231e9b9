import type { TicketView } from "../../../desk/tickets/contract.ts";

export type Check = { readonly name: "category" | "effect" | "solution" | "answer"; readonly isDone: boolean };

const solvedStates: readonly string[] = ["solved", "answered", "closed"];

/** What stands between a ticket and its closing, as a check-list; an effect is asked only of what can be disturbed. */
export const checksOf = (
	ticket: Pick<TicketView, "type" | "category" | "effect" | "state" | "solvedLevel">,
): Check[] => {
	const needsEffect = ticket.type === "INCIDENT" || ticket.type === "SECURITY_INCIDENT";
	return [
		{ name: "category", isDone: ticket.category !== null },
		...(needsEffect ? [{ name: "effect", isDone: ticket.effect !== null } as const] : []),
		{ name: "solution", isDone: ticket.solvedLevel !== null || solvedStates.includes(ticket.state) },
		{ name: "answer", isDone: ticket.state === "answered" || ticket.state === "closed" },
	];
};
