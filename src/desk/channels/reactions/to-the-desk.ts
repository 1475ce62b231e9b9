import { dateText, momentText } from "../../../kernel/slovenian.ts";
import { type Context, on } from "../../../platform/operation.ts";
import { catalogueInForce } from "../../catalogue/read.ts";
import { userDeadlineAtRisk } from "../../clocks/facts.ts";
import { holdersOf } from "../../identity/read.ts";
import { messageAdded, ticketRestricted, ticketReturned, ticketSolved } from "../../tickets/facts.ts";
import { mailBounced, mailFailed } from "../facts.ts";
import {
	contentElsewhere,
	proposedMail,
	returnedMail,
	securityMail,
	solvedMail,
	undeliveredMail,
	userDeadlineMail,
} from "../notices-second-level.ts";
import {
	adviserAddress,
	custodianAddress,
	deskLink,
	messageOf,
	queueTicketMail,
	secondLevelLink,
	type TicketForMail,
	ticketForMail,
} from "../ticket-mail.ts";

const wordsOf = async (context: Context, ticket: TicketForMail, messageId: string): Promise<string> =>
	ticket.restricted ? contentElsewhere : (await messageOf(context, ticket.id, messageId)).body;

const solved = on(ticketSolved, async (context, fact) => {
	if (fact.payload.level !== 2) return;
	const ticket = await ticketForMail(context, fact.id);
	const mail = solvedMail(deskLink(context, ticket), await wordsOf(context, ticket, fact.payload.messageId));
	await queueTicketMail(context, ticket, await adviserAddress(context, ticket), "SOLVED", mail, null);
});

const returned = on(ticketReturned, async (context, fact) => {
	const ticket = await ticketForMail(context, fact.id);
	const body = await wordsOf(context, ticket, fact.payload.messageId);
	const mail = returnedMail(deskLink(context, ticket), fact.payload.reason, body);
	await queueTicketMail(context, ticket, await adviserAddress(context, ticket), "RETURNED", mail, null);
});

const proposed = on(messageAdded, async (context, fact) => {
	const { kind, messageId } = fact.payload;
	if (kind !== "PROPOSED_ANSWER" && kind !== "PROPOSED_QUESTION") return;
	const ticket = await ticketForMail(context, fact.id);
	const mail = proposedMail(deskLink(context, ticket), kind, await wordsOf(context, ticket, messageId));
	await queueTicketMail(context, ticket, await adviserAddress(context, ticket), "PROPOSED", mail, null);
});

/** Told at once, whatever the calendar (§2.1). */
const security = on(ticketRestricted, async (context, fact) => {
	const ticket = await ticketForMail(context, fact.id);
	const contact = (await catalogueInForce(context.tx))?.content.securityContact.email ?? null;
	const mail = securityMail(deskLink(context, ticket), fact.payload.personalDataBreachSuspected);
	await queueTicketMail(context, ticket, contact, "SECURITY", mail, null);
});

/** Attention of the set's lead and custodian, not another priority. */
const deadlineAtRisk = on(userDeadlineAtRisk, async (context, { payload }) => {
	const ticket = await ticketForMail(context, payload.ticketId);
	const set = payload.set === "CONTENT" ? "CONTENT" : "TECHNICAL";
	const userDeadline = dateText("sl", Temporal.PlainDate.from(payload.userDeadline));
	const dueAt = momentText("sl", Temporal.Instant.from(payload.dueAt));
	const leads = await holdersOf(context.tx, set === "CONTENT" ? "ekc_content_lead" : "ekc_tech_lead", context.today);
	const ours = userDeadlineMail(deskLink(context, ticket), userDeadline, dueAt);
	for (const lead of leads.filter(({ isDeputy }) => !isDeputy)) {
		await queueTicketMail(context, ticket, lead.email, "USER_DEADLINE", ours, null);
	}
	const theirs = userDeadlineMail(secondLevelLink(context, ticket), userDeadline, dueAt);
	await queueTicketMail(context, ticket, await custodianAddress(context, ticket, set), "USER_DEADLINE", theirs, "s");
});

/** Mails whose loss leaves somebody untold; a notice about a notice would never end. */
const owedMails = ["RECEIPT", "ANSWER", "QUESTION", "INTERIM_REPLY", "HAND_OVER", "NEXT_TARGET", "SIDE_THREAD"];

async function tellUndelivered(
	context: Context,
	mailId: string,
	{ purpose, aboutId }: { purpose: string; aboutId: string | null },
) {
	if (aboutId === null || !owedMails.includes(purpose)) return;
	const ticket = await ticketForMail(context, aboutId);
	const { recipient } = await context.tx
		.selectFrom("outbox")
		.select("recipient")
		.where("id", "=", mailId)
		.executeTakeFirstOrThrow();
	const mail = undeliveredMail(deskLink(context, ticket), purpose, recipient);
	await queueTicketMail(context, ticket, await adviserAddress(context, ticket), "UNDELIVERED", mail, null);
}

const failed = on(mailFailed, (context, fact) => tellUndelivered(context, fact.id, fact.payload));
const bounced = on(mailBounced, (context, fact) => tellUndelivered(context, fact.id, fact.payload));

export const toTheDesk = [failed, bounced, solved, returned, proposed, security, deadlineAtRisk];
