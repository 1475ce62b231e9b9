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

type Words = { readonly sender: string; readonly fresh: string; readonly isProven: boolean };

/**
 * What a reply of second level does beyond standing in the side thread: the first one acknowledges, and the words of its first
 * line solve, return or ask. An act that the ticket's state does not allow is left and the sender told; so is everything in a
 * mail that carries no mark of ours, because a sender and a number can be made up. The words are in the side thread anyway.
 */
export async function secondLevelReply(
	{ perform }: IntakeParts,
	arrival: DueArrival,
	ticket: TicketRef,
	{ sender, fresh, isProven }: Words,
): Promise<void> {
	const wish = secondLevelAct(fresh);
	const decline = (reason: "STATE" | "NO_REPLY") =>
		perform(
			declineWish,
			door,
			{ id: arrival.id, ticketId: ticket.id, to: sender, wish: wish.act, reason },
			keyOf(arrival, "decline"),
		);
	if (!isProven) {
		if (wish.act !== "MESSAGE") await decline("NO_REPLY");
		return;
	}
	let { version } = ticket;
	const subject = () => ({ id: ticket.id, version });
	if (ticket.state === "escalatedL2") {
		({ version } = await perform(acknowledge, door, subject(), keyOf(arrival, "acknowledge")));
	}
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
		await decline("STATE");
	}
}
