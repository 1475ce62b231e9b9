import type { TicketView } from "../../../desk/tickets/contract.ts";
import type { SendKind } from "../../../desk/tickets/rules/codes.ts";
import type { Speech } from "../../text/speech.ts";

export type Mode = "reply" | "note" | "thread";
export type Send = SendKind;

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

const withSecondLevel = ["escalatedL2", "acknowledgedL2", "inProgressL2", "waitingOtherBody"];

/** Whom one most likely writes to: second level while it works on the ticket, the user otherwise, nobody but us at the end. */
export const firstModeOf = (ticket: Can & Pick<TicketView, "state" | "targetOrder">): Mode => {
	const modes = modesOf(ticket);
	const isWithSecondLevel = ticket.targetOrder !== null && withSecondLevel.includes(ticket.state);
	return isWithSecondLevel && modes.includes("thread") ? "thread" : (modes[0] ?? "note");
};

export type Recipient = { readonly isPhoneAlone: boolean } & (
	| { readonly by: "MAIL"; readonly address: string }
	| { readonly by: "PHONE"; readonly phone: string | null }
	| { readonly by: "PAGE" }
);

/**
 * How a reply reaches the user: by mail, by phone where it was said so or nothing else is known, else on the page that the
 * user follows the ticket by. `isSaid` null = not chosen yet: a caller without an address is told by phone.
 */
export const recipientOf = (ticket: Pick<TicketView, "reporter" | "channel">, isSaid: boolean | null): Recipient => {
	const { email = null, phone = null } = ticket.reporter ?? {};
	const isPhoneAlone = email === null && ticket.channel === "PHONE";
	if (isPhoneAlone || isSaid === true) return { by: "PHONE", phone, isPhoneAlone };
	return email === null ? { by: "PAGE", isPhoneAlone } : { by: "MAIL", address: email, isPhoneAlone };
};

/** The button names who reads it (screens.md §7.7). */
export const sendButton = (recipient: Recipient, say: Speech): string => {
	switch (recipient.by) {
		case "MAIL":
			return say.t("ticket.sendTo", { address: recipient.address });
		case "PHONE":
			return recipient.phone === null
				? say.t("ticket.sayByPhone")
				: say.t("ticket.sayByPhoneTo", { phone: recipient.phone });
		case "PAGE":
			return say.t("ticket.publish");
	}
};
