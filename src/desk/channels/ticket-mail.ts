import { type ExpressionBuilder, sql } from "kysely";
import type { FileId } from "../../kernel/id.ts";
import type { Language, SupportSet } from "../../kernel/values.ts";
import type { DB, Tx } from "../../platform/db/tx.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { type MailAttachment, type MailToQueue, mailIdentity, queueMails } from "../../platform/mail/outbox.ts";
import { isOurs } from "../../platform/mail/tokens.ts";
import type { Context } from "../../platform/operation.ts";
import { catalogueInForce } from "../catalogue/read.ts";
import { clockRowsOf, escalationOf } from "../clocks/read.ts";
import type { Audience } from "../tickets/rules/codes.ts";
import { followUrl } from "../tickets/read/follow-token.ts";
import { subjectTag } from "../tickets/rules/ticket-number.ts";
import type { MailText } from "./notices.ts";
import { custodianOf, type PartOne, pathOf, personOf, termsOf } from "./read/second-level.ts";
import type { Thread } from "./rules/thread.ts";

/** What mails about a ticket say of it and whom they go to. */
export async function ticketForMail(context: Context, id: string): Promise<TicketForMail> {
	const ticket = (await ticketsForMail(context, [id])).get(id);
	if (!ticket) throw new Error(`a mail about a ticket that is not there: ${id}`);
	return ticket;
}

/** The same of many, by their ids. */
export async function ticketsForMail(context: Context, ids: readonly string[]): Promise<Map<string, TicketForMail>> {
	const rows = await ticketRows(context, ids);
	return new Map(rows.map((row) => [row.id, row]));
}

async function ticketRows(context: Context, ids: readonly string[]) {
	const rows = await context.tx
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
		.where("ticket.id", "=", sql<string>`any(${ids}::uuid[])`)
		.execute();
	return rows.map((row) => ({ ...row, language: row.language as Language, tag: subjectTag(row.number) }));
}

/**
 * Message-ID of the newest mail that came in to one conversation: what our next mail there answers. Of second level's, one of its
 * own rounds.
 */
const lastIncoming = (eb: ExpressionBuilder<DB, "ticket">, audience: Audience) =>
	eb
		.selectFrom("ticket_message")
		.where(
			audience === "SECOND_LEVEL" ? sql<boolean>`ticket_message.at >= ticket.handed_over_since` : sql<boolean>`true`,
		)
		.select("message_id")
		.whereRef("ticket_message.ticket_id", "=", "ticket.id")
		.where("audience", "=", audience)
		.where("direction", "=", "IN")
		.where("automatic", "=", false)
		.where("message_id", "is not", null)
		.orderBy("at", "desc")
		.limit(1);

export type TicketForMail = Awaited<ReturnType<typeof ticketRows>>[number];

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

export type TicketMail = {
	readonly ticket: TicketForMail;
	readonly to: string | null;
	readonly purpose: string;
	readonly mail: MailText;
	/** Replies come back to that conversation. */
	readonly thread: Thread | null;
	readonly more?: Partial<More>;
};

/** Mails about tickets, in one statement. Never to an address of our own: it would come in again. */
export async function queueTicketMails(context: Context, mails: readonly TicketMail[]): Promise<void> {
	const identity = mailIdentity(context.settings);
	const queued = mails.flatMap(({ ticket, to, purpose, mail, thread, more = {} }): MailToQueue[] => {
		if (to === null || isOurs(identity, to)) return [];
		const answered = thread === "u" ? ticket.answers_user : thread === "s" ? ticket.answers_second_level : null;
		return [
			{
				to,
				...mail,
				purpose,
				language: thread === "u" ? ticket.language : "sl",
				aboutId: ticket.id,
				...(thread === null ? {} : { replyToken: { thread, id: ticket.id } }),
				...(answered === null ? {} : { inReplyTo: `<${answered}>` }),
				...more,
			},
		];
	});
	if (queued.length === 0) return;
	await queueMails(context, queued);
	failpoint("before-outbox-commit");
}

/** One of them. */
export const queueTicketMail = (
	context: Context,
	ticket: TicketForMail,
	to: string | null,
	purpose: string,
	mail: MailText,
	thread: Thread | null,
	more: Partial<More> = {},
): Promise<void> => queueTicketMails(context, [{ ticket, to, purpose, mail, thread, more }]);

/** Words of one message of a ticket. */
export const messageOf = async (context: Context, ticketId: string, messageId: string) =>
	context.tx
		.selectFrom("ticket_message")
		.select(["body", "quoted_from", "channel", "audience", "automatic"])
		.where("ticket_id", "=", ticketId)
		.where("id", "=", messageId)
		.executeTakeFirstOrThrow();

/** What a target of the escalation path works by: the user's words without quoted history, the last hand-over, files, due times. */
export type HandedOver = {
	readonly request: string;
	readonly summary: string;
	readonly files: readonly MailAttachment[];
	readonly respondBy: Temporal.Instant | null;
	readonly resolveBy: Temporal.Instant | null;
};

export async function handedOver({ tx }: Context, ids: readonly string[]): Promise<Map<string, HandedOver>> {
	const words = await tx
		.selectFrom("ticket_message")
		.select(["ticket_id", "kind", "body", "quoted_from"])
		.where("ticket_id", "=", sql<string>`any(${ids}::uuid[])`)
		.where("kind", "in", ["REQUEST", "HAND_OVER"])
		.orderBy("ordinal")
		.execute();
	const ofTicket = Map.groupBy(words, ({ ticket_id }) => ticket_id);
	const files = await filesOfUsers(tx, ids);
	const clocks = await clockRowsOf(tx, ids);
	const dueOf = (id: string, kind: "RESPONSE" | "RESOLUTION") =>
		clocks.get(id)?.find((row) => row.kind === kind && row.state === "running")?.due_at ?? null;
	return new Map(
		ids.map((id) => {
			const request = ofTicket.get(id)?.find(({ kind }) => kind === "REQUEST");
			const summary = ofTicket.get(id)?.findLast(({ kind }) => kind === "HAND_OVER");
			return [
				id,
				{
					request: request ? freshOf(request) : "",
					summary: summary?.body ?? "",
					files: fitting(files.get(id) ?? []),
					respondBy: dueOf(id, "RESPONSE"),
					resolveBy: dueOf(id, "RESOLUTION"),
				},
			];
		}),
	);
}

/** Larger mails are refused by many servers; what does not fit is in the workspace. */
const attachedBytesMost = 10 * 1024 * 1024;
const attachedMost = 20;

/** Files that users sent, the same that second level sees in the workspace. */
async function filesOfUsers(tx: Tx, ids: readonly string[]) {
	const rows = await tx
		.selectFrom("ticket_attachment as attachment")
		.innerJoin("ticket_message as message", (join) =>
			join.onRef("message.ticket_id", "=", "attachment.ticket_id").onRef("message.id", "=", "attachment.message_id"),
		)
		.innerJoin("file", "file.sha256", "attachment.file_id")
		.select(["attachment.ticket_id", "attachment.file_id", "attachment.name", "attachment.content_type"])
		.select("file.size_bytes")
		.where("attachment.ticket_id", "=", sql<string>`any(${ids}::uuid[])`)
		.where("message.audience", "=", "USER")
		.where("message.direction", "=", "IN")
		.orderBy("attachment.id")
		.execute();
	return Map.groupBy(rows, ({ ticket_id }) => ticket_id);
}

type FileOfUser = { file_id: string; name: string; content_type: string; size_bytes: number };

/** As far as they fit into a mail. */
function fitting(rows: readonly FileOfUser[]): MailAttachment[] {
	let room = attachedBytesMost;
	return rows.slice(0, attachedMost).flatMap((row) => {
		if (row.size_bytes > room) return [];
		room -= row.size_bytes;
		return [{ file: row.file_id as FileId, name: row.name, type: row.content_type }];
	});
}

export const freshOf = (row: { body: string; quoted_from: number | null }): string =>
	row.quoted_from === null ? row.body : row.body.slice(0, row.quoted_from).trimEnd();

/** Who works with the ticket at the contact centre. */
export const adviserAddress = async (context: Context, ticket: TicketForMail): Promise<string | null> =>
	addressAtDesk(await mailboxesOf(context), ticket);

type Mailboxes = { readonly advisers: string | null; readonly security: string | null };

/** Of the catalogue: where it says whom a mail reaches that is nobody's own. */
export async function mailboxesOf({ tx }: Context): Promise<Mailboxes> {
	const content = (await catalogueInForce(tx))?.content;
	return { advisers: content?.adviserMailbox ?? null, security: content?.securityContact.email ?? null };
}

/** The owner, else the advisers' mailbox; of a restricted ticket the security contact, for advisers do not see it. */
export const addressAtDesk = (of: Mailboxes, ticket: TicketForMail): string | null =>
	ticket.owner_email ?? (ticket.restricted ? of.security : of.advisers);

/** Part I of the version pinned to the ticket: who second level is. */
export const secondLevelOf = (context: Context, ticket: TicketForMail): Promise<PartOne | null> =>
	termsOf(context, ticket.agreement_id);

export const setOf = (ticket: TicketForMail): SupportSet =>
	ticket.support_set === "CONTENT" ? "CONTENT" : "TECHNICAL";

/** A step of the escalation path with the address that the version pinned to the ticket gives it; null = reached otherwise. */
export function targetOf(partI: PartOne | null, set: SupportSet, order: number | null) {
	const target = partI && pathOf(partI, set).find((step) => step.order === order);
	if (!partI || !target) return null;
	const person = target.kind === "person" ? personOf(partI, target.target) : null;
	return { name: person?.name ?? target.target, email: target.email ?? person?.email ?? null };
}

export const custodianEmail = (partI: PartOne | null, set: SupportSet): string | null =>
	partI && custodianOf(partI, set).email;

/** The step of the path that has the ticket now, as far as it has got by itself or by hand. */
export async function currentTarget(context: Context, ticket: TicketForMail) {
	const order = (await escalationOf(context.tx, ticket.id))?.target_order ?? ticket.target_order;
	return targetOf(await secondLevelOf(context, ticket), setOf(ticket), order);
}

export const custodianAddress = async (context: Context, ticket: TicketForMail, set: SupportSet) =>
	custodianEmail(await secondLevelOf(context, ticket), set);
