import { failpoint } from "../../../platform/failpoint.ts";
import { type Context, on } from "../../../platform/operation.ts";
import {
	interimReplySent,
	ticketAnswered,
	ticketClosed,
	ticketPaused,
	ticketReceived,
	userReminded,
} from "../../tickets/facts.ts";
import { replyBy } from "../../tickets/read/reply-by.ts";
import { taggedSubject } from "../../tickets/rules/ticket-number.ts";
import { answerMail, interimMail, questionMail, receiptMail, reminderMail, unansweredMail } from "../notices.ts";
import { isFlooded } from "../read/flood.ts";
import { automaticDoor } from "../rules/thread.ts";
import { messageOf, queueTicketMail, ticketForMail, userLink } from "../ticket-mail.ts";

/** One confirmation per ticket, none to machines; a caller who gave an address gets the link to follow the ticket by. */
const receipt = on(ticketReceived, async (context, fact) => {
	failpoint("before-ticket-commit");
	const isAutomatic = context.actor.kind === "system" && context.actor.name === automaticDoor.name;
	if (isAutomatic) return;
	const ticket = await ticketForMail(context, fact.id);
	if (ticket.email === null || (await isFlooded(context, ticket.email, "RECEIPT"))) return;
	const until = await replyBy(context.tx, ticket.received_at);
	const mail = receiptMail(ticket.language, userLink(context, ticket), until);
	await queueTicketMail(context, ticket, ticket.email, "RECEIPT", mail, "u");
});

/** What a person wrote to the user; null when it was said by phone or there is no address. */
async function wordsTo(context: Context, ticketId: string, messageId: string) {
	const ticket = await ticketForMail(context, ticketId);
	const message = await messageOf(context, ticketId, messageId);
	if (ticket.email === null || message.channel === "PHONE") return null;
	const subject = taggedSubject(ticket.number, ticket.subject);
	return { ticket, said: { subject, body: message.body, link: userLink(context, ticket).link } };
}

const byPerson = { automatic: false } as const;

const answer = on(ticketAnswered, async (context, fact) => {
	const words = await wordsTo(context, fact.id, fact.payload.messageId);
	if (words === null) return;
	const { ticket, said } = words;
	await queueTicketMail(context, ticket, ticket.email, "ANSWER", answerMail(ticket.language, said), "u", byPerson);
});

const question = on(ticketPaused, async (context, fact) => {
	const words = await wordsTo(context, fact.id, fact.payload.messageId);
	if (words === null) return;
	const { ticket, said } = words;
	await queueTicketMail(context, ticket, ticket.email, "QUESTION", questionMail(ticket.language, said), "u", byPerson);
});

const interimReply = on(interimReplySent, async (context, fact) => {
	const words = await wordsTo(context, fact.id, fact.payload.messageId);
	if (words === null) return;
	const { ticket, said } = words;
	const mail = interimMail(ticket.language, said, Temporal.PlainDate.from(fact.payload.expectedOn));
	await queueTicketMail(context, ticket, ticket.email, "INTERIM_REPLY", mail, "u", byPerson);
});

const reminder = on(userReminded, async (context, fact) => {
	const ticket = await ticketForMail(context, fact.id);
	if (ticket.state !== "waitingUser") return;
	const mail = reminderMail(ticket.language, userLink(context, ticket));
	await queueTicketMail(context, ticket, ticket.email, "REMINDER", mail, "u");
});

/** Closed for silence: the way back stands in the mail. An answered ticket that closes quietly needs no word. */
const unanswered = on(ticketClosed, async (context, fact) => {
	if (fact.payload.reason !== "NO_ANSWER_FROM_USER") return;
	const ticket = await ticketForMail(context, fact.id);
	const mail = unansweredMail(ticket.language, userLink(context, ticket));
	await queueTicketMail(context, ticket, ticket.email, "CLOSED_UNANSWERED", mail, "u");
});

export const toUsers = [receipt, answer, question, interimReply, reminder, unanswered];
