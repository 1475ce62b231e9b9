import { momentText } from "../../../kernel/slovenian.ts";
import { type Context, on } from "../../../platform/operation.ts";
import { escalationMoved } from "../../clocks/facts.ts";
import { messageAdded, ticketHandedOver, ticketResumed } from "../../tickets/facts.ts";
import { maskName } from "../../tickets/rules/names.ts";
import { maskedForSecondLevel, maskPersonalData } from "../../tickets/rules/personal-data.ts";
import {
	contentElsewhere,
	custodianMail,
	handOverMail,
	sideThreadMail,
	userAnsweredMail,
} from "../notices-second-level.ts";
import {
	currentTarget,
	custodianAddress,
	filesOfUser,
	freshOf,
	messageOf,
	queueTicketMail,
	requestOf,
	secondLevelDue,
	secondLevelLink,
	targetOf,
	type TicketForMail,
	ticketForMail,
} from "../ticket-mail.ts";

/** Personal numbers, addresses and the user's name covered (§2.2 rule 3). */
const masked = (text: string, ticket: TicketForMail): string =>
	maskName(maskPersonalData(text, maskedForSecondLevel).text, ticket.user_name);

async function mailTarget(
	context: Context,
	ticket: TicketForMail,
	order: number,
	summary: string,
	isNextTarget: boolean,
) {
	const target = await targetOf(context, ticket, order);
	if (!target?.email) return;
	const { respondBy, resolveBy } = await secondLevelDue(context, ticket.id);
	const mail = handOverMail({
		...secondLevelLink(context, ticket),
		service: ticket.service_name ?? "",
		category: `${ticket.category} ${ticket.category_label ?? ""}`.trim(),
		priority: ticket.priority ?? "NONE",
		respondBy: respondBy && momentText("sl", respondBy),
		resolveBy: resolveBy && momentText("sl", resolveBy),
		summary: ticket.restricted ? contentElsewhere : masked(summary, ticket),
		request: ticket.restricted ? null : masked(await requestOf(context, ticket.id), ticket),
		isNextTarget,
	});
	const attachments = ticket.restricted ? [] : await filesOfUser(context, ticket.id);
	const purpose = isNextTarget ? "NEXT_TARGET" : "HAND_OVER";
	await queueTicketMail(context, ticket, target.email, purpose, mail, "s", { attachments });
}

const handOver = on(ticketHandedOver, async (context, fact) => {
	const ticket = await ticketForMail(context, fact.id);
	const { body } = await messageOf(context, fact.id, fact.payload.messageId);
	await mailTarget(context, ticket, fact.payload.targetOrder, body, false);
});

const nextTarget = on(escalationMoved, async (context, fact) => {
	const ticket = await ticketForMail(context, fact.id);
	const { toOrder, set } = fact.payload;
	const summary = await lastHandOver(context, fact.id);
	await mailTarget(context, ticket, toOrder, summary, true);
	const target = await targetOf(context, ticket, toOrder);
	const custodian = await custodianAddress(context, ticket, set);
	if (custodian === target?.email) return; // it is his turn: he has the ticket itself
	const mail = custodianMail(secondLevelLink(context, ticket), target?.name ?? "", toOrder);
	await queueTicketMail(context, ticket, custodian, "ESCALATION", mail, "s");
});

async function lastHandOver(context: Context, ticketId: string): Promise<string> {
	const row = await context.tx
		.selectFrom("ticket_message")
		.select("body")
		.where("ticket_id", "=", ticketId)
		.where("kind", "=", "HAND_OVER")
		.orderBy("at", "desc")
		.limit(1)
		.executeTakeFirst();
	return row?.body ?? "";
}

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

export const toSecondLevel = [handOver, nextTarget, sideThread, userAnswered];
