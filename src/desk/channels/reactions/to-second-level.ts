import { on } from "../../../platform/operation.ts";
import { messageAdded, ticketHandedOver, ticketResumed } from "../../tickets/facts.ts";
import { sideThreadMail, userAnsweredMail, userWroteMail } from "../notices-second-level.ts";
import {
	currentTarget,
	freshOf,
	handedOver,
	messageOf,
	queueTicketMail,
	secondLevelLink,
	secondLevelOf,
	setOf,
	targetOf,
	ticketForMail,
} from "../ticket-mail.ts";
import { filesFor, masked, targetMail } from "./target-mail.ts";

const handOver = on(ticketHandedOver, async (context, fact) => {
	const ticket = await ticketForMail(context, fact.id);
	const target = targetOf(await secondLevelOf(context, ticket), setOf(ticket), fact.payload.targetOrder);
	const given = (await handedOver(context, [ticket.id])).get(ticket.id)!;
	const mail = targetMail(context, ticket, given, null);
	await queueTicketMail(context, ticket, target?.email ?? null, "HAND_OVER", mail, "s", filesFor(ticket, given));
});

/** First level writes in the side thread: whoever has the ticket reads it by mail as well. */
const sideThread = on(messageAdded, async (context, fact) => {
	const { audience, direction, kind, messageId } = fact.payload;
	if (audience !== "SECOND_LEVEL" || direction !== "OUT" || kind !== "REPLY") return;
	const ticket = await ticketForMail(context, fact.id);
	if (ticket.restricted) return;
	const target = await currentTarget(context, ticket);
	const { body } = await messageOf(context, fact.id, messageId);
	const mail = sideThreadMail(secondLevelLink(context, ticket), body);
	await queueTicketMail(context, ticket, target?.email ?? null, "SIDE_THREAD", mail, "s", { automatic: false });
});

const atSecondLevel = ["escalatedL2", "acknowledgedL2", "inProgressL2", "waitingOtherBody"];

const userAnswered = on(ticketResumed, async (context, fact) => {
	const { by, to, messageId } = fact.payload;
	if (by !== "ANSWER" || messageId === null || !atSecondLevel.includes(to)) return;
	const ticket = await ticketForMail(context, fact.id);
	if (ticket.restricted) return;
	const target = await currentTarget(context, ticket);
	const body = masked(freshOf(await messageOf(context, fact.id, messageId)), ticket);
	const mail = userAnsweredMail(secondLevelLink(context, ticket), body);
	await queueTicketMail(context, ticket, target?.email ?? null, "USER_ANSWERED", mail, "s");
});

/** A further word of a person while second level works on it: it may be what the solution hangs on. */
const userWrote = on(messageAdded, async (context, fact) => {
	const { audience, direction, kind, messageId } = fact.payload;
	if (audience !== "USER" || direction !== "IN" || kind !== "REPLY") return;
	const ticket = await ticketForMail(context, fact.id);
	if (ticket.restricted || !atSecondLevel.includes(ticket.state)) return;
	const message = await messageOf(context, fact.id, messageId);
	if (message.automatic) return;
	const target = await currentTarget(context, ticket);
	const body = masked(freshOf(message), ticket);
	const mail = userWroteMail(secondLevelLink(context, ticket), body);
	await queueTicketMail(context, ticket, target?.email ?? null, "USER_WROTE", mail, "s");
});

export const toSecondLevel = [handOver, sideThread, userAnswered, userWrote];
