import type { TicketView } from "../../../desk/tickets/contract.ts";

export type Mode = "reply" | "note" | "thread";
export type Send = "answer" | "askUser" | "interimReply";

type Can = Pick<TicketView, "can">;
const isOpen = (ticket: Can, act: keyof TicketView["can"]): boolean => ticket.can[act].length === 0;

/** What can be written to the user now. The plain answer always comes first, also when it is not open: its button says why. */
export const sendsOf = (ticket: Can): Send[] => [
	"answer",
	...(["askUser", "interimReply"] as const).filter((send) => isOpen(ticket, send)),
];

/** Tabs of the composer. A reply is offered also when it is not open; the side thread only once there is one. */
export const modesOf = (ticket: Can & Pick<TicketView, "state">): Mode[] => {
	const isOver = ticket.state === "closed" || ticket.state === "spam";
	return [
		...(isOver ? [] : (["reply"] as const)),
		...(isOpen(ticket, "note") ? (["note"] as const) : []),
		...(isOpen(ticket, "messageSecondLevel") ? (["thread"] as const) : []),
	];
};

/** Where an answer goes; null when the user has no address and is told by phone. */
export const recipientOf = (ticket: Pick<TicketView, "reporter">): string | null => ticket.reporter?.email ?? null;
