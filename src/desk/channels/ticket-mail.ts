import type { ExpressionBuilder } from "kysely";
import type { FileId } from "../../kernel/id.ts";
import type { Language, SupportSet } from "../../kernel/values.ts";
import type { DB } from "../../platform/db/tx.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { type MailAttachment, type MailToQueue, mailIdentity, queueMail } from "../../platform/mail/outbox.ts";
import { isOurs } from "../../platform/mail/tokens.ts";
import type { Context } from "../../platform/operation.ts";
import { catalogueInForce } from "../catalogue/read.ts";
import { clockRowsOf, escalationOf } from "../clocks/read.ts";
import type { Audience } from "../tickets/rules/codes.ts";
import { followUrl } from "../tickets/read/follow-token.ts";
import { subjectTag } from "../tickets/rules/ticket-number.ts";
import type { MailText } from "./notices.ts";
import { custodianOf, pathOf, personOf, termsOf } from "./read/second-level.ts";
import type { Thread } from "./rules/thread.ts";

/** What mails about a ticket say of it and whom they go to. */
export async function ticketForMail(context: Context, id: string) {
	const row = await context.tx
		.selectFrom("ticket")
		.leftJoin("ticket_reporter", "ticket_reporter.ticket_id", "ticket.id")
		.leftJoin("service", "service.id", "ticket.service_id")
		.leftJoin("person", "person.id", "ticket.owner_id")
		.select(["ticket.id", "number", "subject", "ticket.language", "state", "restricted", "agreement_id", "support_set"])
		.select(["category", "category_label", "priority", "target_order", "received_at"])
		.select(["ticket_reporter.email", "ticket_reporter.name as user_name", "service.name as service_name"])
		.select("person.email as owner_email")
		.select((eb) => [
			lastIncoming(eb, "USER").as("answers_user"),
			lastIncoming(eb, "SECOND_LEVEL").as("answers_second_level"),
		])
		.where("ticket.id", "=", id)
		.executeTakeFirstOrThrow();
	return { ...row, language: row.language as Language, tag: subjectTag(row.number) };
}

/** Message-ID of the newest mail that came in to one conversation: what our next mail there answers. */
const lastIncoming = (eb: ExpressionBuilder<DB, "ticket">, audience: Audience) =>
	eb
		.selectFrom("ticket_message")
		.select("message_id")
		.whereRef("ticket_message.ticket_id", "=", "ticket.id")
		.where("audience", "=", audience)
		.where("direction", "=", "IN")
		.where("automatic", "=", false)
		.where("message_id", "is not", null)
		.orderBy("at", "desc")
		.limit(1);

export type TicketForMail = Awaited<ReturnType<typeof ticketForMail>>;

export const userLink = (context: Context, ticket: TicketForMail) => ({
	tag: ticket.tag,
	number: ticket.number,
	link: followUrl(context.settings, ticket.id),
});
export const deskLink = (context: Context, ticket: TicketForMail) => ({
	tag: ticket.tag,
	number: ticket.number,
	link: `${context.settings.baseUrl}/app/tickets/${ticket.id}`,
});
export const secondLevelLink = (context: Context, ticket: TicketForMail) => ({
	tag: ticket.tag,
	number: ticket.number,
	link: `${context.settings.baseUrl}/app/second-level/${ticket.id}`,
});

type More = Pick<MailToQueue, "automatic" | "language" | "attachments">;

/** One mail about a ticket; `thread` = replies come back to that conversation. Never to an address of our own: it would come in again. */
export async function queueTicketMail(
	context: Context,
	ticket: TicketForMail,
	to: string | null,
	purpose: string,
	mail: MailText,
	thread: Thread | null,
	more: Partial<More> = {},
): Promise<void> {
	if (to === null || isOurs(mailIdentity(context.settings), to)) return;
	const answered = thread === "u" ? ticket.answers_user : thread === "s" ? ticket.answers_second_level : null;
	await queueMail(context, {
		to,
		...mail,
		purpose,
		language: thread === "u" ? ticket.language : "sl",
		aboutId: ticket.id,
		...(thread === null ? {} : { replyToken: { thread, id: ticket.id } }),
		...(answered === null ? {} : { inReplyTo: `<${answered}>` }),
		...more,
	});
	failpoint("before-outbox-commit");
}

/** Words of one message of a ticket. */
export const messageOf = async (context: Context, ticketId: string, messageId: string) =>
	context.tx
		.selectFrom("ticket_message")
		.select(["body", "quoted_from", "channel", "audience"])
		.where("ticket_id", "=", ticketId)
		.where("id", "=", messageId)
		.executeTakeFirstOrThrow();

/** The words that opened the ticket, without quoted history. */
export async function requestOf(context: Context, ticketId: string): Promise<string> {
	const row = await context.tx
		.selectFrom("ticket_message")
		.select(["body", "quoted_from"])
		.where("ticket_id", "=", ticketId)
		.where("kind", "=", "REQUEST")
		.orderBy("at")
		.limit(1)
		.executeTakeFirst();
	return row ? freshOf(row) : "";
}

/** Larger mails are refused by many servers; what does not fit is in the workspace. */
const attachedBytesMost = 10 * 1024 * 1024;

/** Files that the user sent, the same that second level sees in the workspace, as far as they fit into a mail. */
export async function filesOfUser(context: Context, ticketId: string): Promise<MailAttachment[]> {
	const rows = await context.tx
		.selectFrom("ticket_attachment as attachment")
		.innerJoin("ticket_message as message", (join) =>
			join.onRef("message.ticket_id", "=", "attachment.ticket_id").onRef("message.id", "=", "attachment.message_id"),
		)
		.innerJoin("file", "file.sha256", "attachment.file_id")
		.select(["attachment.file_id", "attachment.name", "attachment.content_type", "file.size_bytes"])
		.where("attachment.ticket_id", "=", ticketId)
		.where("message.audience", "=", "USER")
		.where("message.direction", "=", "IN")
		.orderBy("attachment.id")
		.limit(20)
		.execute();
	let room = attachedBytesMost;
	return rows.flatMap((row) => {
		if (row.size_bytes > room) return [];
		room -= row.size_bytes;
		return [{ file: row.file_id as FileId, name: row.name, type: row.content_type }];
	});
}

export const freshOf = (row: { body: string; quoted_from: number | null }): string =>
	row.quoted_from === null ? row.body : row.body.slice(0, row.quoted_from).trimEnd();

/** Who works with the ticket at the contact centre: its owner, else the advisers' mailbox of the catalogue. */
export async function adviserAddress(context: Context, ticket: TicketForMail): Promise<string | null> {
	return ticket.owner_email ?? (await catalogueInForce(context.tx))?.content.adviserMailbox ?? null;
}

/** A step of the escalation path with the address that the version pinned to the ticket gives it; null = reached otherwise. */
export async function targetOf(context: Context, ticket: TicketForMail, order: number) {
	const partI = await termsOf(context, ticket.agreement_id);
	const target = partI && pathOf(partI, ticket.support_set).find((step) => step.order === order);
	if (!partI || !target) return null;
	const person = target.kind === "person" ? personOf(partI, target.target) : null;
	return { name: person?.name ?? target.target, email: target.email ?? person?.email ?? null };
}

/** The step of the path that has the ticket now, as far as it has got by itself or by hand. */
export async function currentTarget(context: Context, ticket: TicketForMail) {
	const order = (await escalationOf(context.tx, ticket.id))?.target_order ?? ticket.target_order;
	return order === null ? null : targetOf(context, ticket, order);
}

/** What second level owes on the ticket now, as far as something is promised and the clock does not stand still. */
export async function secondLevelDue(context: Context, ticketId: string) {
	const rows = (await clockRowsOf(context.tx, [ticketId])).get(ticketId) ?? [];
	const dueOf = (kind: "RESPONSE" | "RESOLUTION") =>
		rows.find((row) => row.kind === kind && row.state === "running")?.due_at ?? null;
	return { respondBy: dueOf("RESPONSE"), resolveBy: dueOf("RESOLUTION") };
}

export async function custodianAddress(
	context: Context,
	ticket: TicketForMail,
	set: SupportSet,
): Promise<string | null> {
	const partI = await termsOf(context, ticket.agreement_id);
	return partI && custodianOf(partI, set).email;
}
