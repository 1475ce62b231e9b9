import declineWish from "../../desk/channels/operations/decline-wish.ts";
import acknowledge from "../../desk/tickets/operations/acknowledge.ts";
import propose from "../../desk/tickets/operations/propose.ts";
import returnToFirstLevel from "../../desk/tickets/operations/return-to-first-level.ts";
import solveAtSecondLevel from "../../desk/tickets/operations/solve-at-second-level.ts";
import { secondLevelAct } from "../../desk/channels/rules/second-level-words.ts";
import type { TicketRef } from "../../desk/tickets/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { DueArrival } from "../../platform/mail/inbox.ts";
import { door, type IntakeParts, keyOf } from "./intake-parts.ts";

/**
 * What a reply of second level does beyond standing in the side thread: the first one acknowledges, and the words of its first
 * line solve, return or ask. An act that the ticket's state does not allow is left and the sender told; the words are in the side
 * thread anyway.
 */
export async function secondLevelReply(
	{ perform }: IntakeParts,
	arrival: DueArrival,
	ticket: TicketRef,
	{ sender, fresh }: { readonly sender: string; readonly fresh: string },
): Promise<void> {
	let { version } = ticket;
	const subject = () => ({ id: ticket.id, version });
	if (ticket.state === "escalatedL2") {
		({ version } = await perform(acknowledge, door, subject(), keyOf(arrival, "acknowledge")));
	}
	const wish = secondLevelAct(fresh);
	try {
		switch (wish.act) {
			case "SOLVE":
				await perform(
					solveAtSecondLevel,
					door,
					{ ...subject(), solution: wish.text.slice(0, 20_000) },
					keyOf(arrival, "solve"),
				);
				break;
			case "RETURN":
				await perform(
					returnToFirstLevel,
					door,
					{ ...subject(), reason: wish.reason, explanation: wish.text.slice(0, 20_000) },
					keyOf(arrival, "return"),
				);
				break;
			case "ASK_USER":
				await perform(
					propose,
					door,
					{ ...subject(), kind: "QUESTION", body: wish.text.slice(0, 20_000) },
					keyOf(arrival, "propose"),
				);
				break;
			case "MESSAGE":
		}
	} catch (error) {
		if (!(error instanceof Refusal) || wish.act === "MESSAGE") throw error;
		const told = { id: arrival.id, ticketId: ticket.id, to: sender, wish: wish.act };
		await perform(declineWish, door, told, keyOf(arrival, "decline"));
	}
}
