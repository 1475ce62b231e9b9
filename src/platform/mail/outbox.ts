import { type Insertable, type Selectable, sql } from "kysely";
import type { FileId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Language } from "../../kernel/values.ts";
import type { Settings } from "../config/settings.ts";
import { prepared } from "../db/prepared.ts";
import type { DB, Tx } from "../db/tx.ts";
import type { Context } from "../operation.ts";
import { strictAddress } from "./addresses.ts";
import { lifetime, settlementOf, type Attempt } from "./backoff.ts";
import { bodySafe, headerSafe } from "./headers.ts";
import { messageIdOf, replyAddress, type MailIdentity, type ReplyToken } from "./tokens.ts";

export type MailAttachment = { readonly file: FileId; readonly name: string; readonly type: string };

export type MailToQueue = {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** Already safe HTML; without it the mail is plain text. */
	readonly html?: string;
	/** Why it is sent, as a stable code (`RECEIPT`, `ANSWER`, `HAND_OVER` …). */
	readonly purpose: string;
	readonly language: Language;
	/** The ticket (or other object) it tells about. */
	readonly aboutId?: string;
	/** The conversation that a reply comes back to; without it replies come to the mailbox itself. */
	readonly replyToken?: ReplyToken;
	/** The Message-ID it answers. */
	readonly inReplyTo?: string;
	/** False only for words that a person wrote to this recipient; anything else says that a machine sent it. */
	readonly automatic?: boolean;
	/** Not before this instant: the sender may still take it back. */
	readonly sendAfter?: Temporal.Instant;
	readonly attachments?: readonly MailAttachment[];
};

/** The mailbox and the key of this desk's mail tokens; a desk that was started has a secret. */
export function mailIdentity(settings: Pick<Settings, "secret" | "mailFrom" | "mailDomain">): MailIdentity {
	if (settings.secret === null) throw new Error("no secret: the desk has not been started");
	return { secret: settings.secret, mailbox: settings.mailFrom.split("@")[0] ?? "", domain: settings.mailDomain };
}

/**
 * Writes one mail into the outbox, in the transaction of the change it tells about; gives the id of the row. Its Message-ID
 * follows from that id. Refuses `mail-address` for a recipient that is no address by the strict grammar.
 */
export async function queueMail(context: Context, mail: MailToQueue): Promise<string> {
	const [id] = await queueMails(context, [mail]);
	return id!;
}

/** The same for many, in one statement. */
export async function queueMails(context: Context, mails: readonly MailToQueue[]): Promise<string[]> {
	if (mails.length === 0) return [];
	const rows = mails.map((mail) => rowOf(context, mail));
	queued.ahead(context.tx, { rows: JSON.stringify(rows) });
	return rows.map(({ id }) => id);
}

const queued = prepared(
	(_, { rows }: { readonly rows: string }) => sql`
		insert into outbox (id, message_id, purpose, about_id, thread, language, recipient, domain, subject, body_text,
			body_html, attachments, reply_to, in_reply_to, automatic, queued_at, due_at, expires_at)
		select id, message_id, purpose, about_id, thread, language, recipient, domain, subject, body_text, body_html,
			attachments, reply_to, in_reply_to, automatic, queued_at, due_at, expires_at
		from jsonb_populate_recordset(null::outbox, ${rows}::jsonb)`,
);

function rowOf(context: Context, mail: MailToQueue) {
	const recipient = strictAddress(mail.to.trim());
	if (recipient === null) throw new Refusal("invalid", "mail-address");
	const identity = mailIdentity(context.settings);
	const id = context.newId();
	return {
		id,
		message_id: messageIdOf(identity, id),
		purpose: mail.purpose,
		about_id: mail.aboutId ?? null,
		thread: mail.replyToken?.thread ?? null,
		language: mail.language,
		recipient,
		domain: recipient.slice(recipient.lastIndexOf("@") + 1),
		subject: headerSafe(mail.subject),
		body_text: bodySafe(mail.text),
		body_html: mail.html ?? null,
		attachments: mail.attachments ?? [],
		reply_to: mail.replyToken ? replyAddress(identity, mail.replyToken) : null,
		in_reply_to: mail.inReplyTo ?? null,
		automatic: mail.automatic ?? true,
		queued_at: context.now,
		due_at: mail.sendAfter ?? context.now,
		expires_at: context.now.add(lifetime),
	};
}

export type OutboxRow = {
	id: string;
	message_id: string;
	recipient: string;
	domain: string;
	subject: string;
	body_text: string;
	body_html: string | null;
	attachments: readonly MailAttachment[];
	reply_to: string | null;
	in_reply_to: string | null;
	automatic: boolean;
	language: string;
};

/** Longer than any attempt lasts: a row whose sender died is free again after this. */
const leaseSeconds = 180;

/**
 * Takes rows that are due, at most `perDomain` of one recipient domain, so that a domain that hangs holds up no other.
 * Leases run on the database's clock, so that two nodes agree about them.
 */
export async function claimDue(tx: Tx, now: Temporal.Instant, most: number, perDomain: number): Promise<OutboxRow[]> {
	const isFree = sql`outbox.state = 'QUEUED' and (outbox.leased_until is null or outbox.leased_until < clock_timestamp())`;
	const claimed = await sql<OutboxRow>`
		with recursive domains as (
			(select domain from outbox where state = 'QUEUED' order by domain limit 1)
			union all
			select (select min(outbox.domain) from outbox where state = 'QUEUED' and outbox.domain > domains.domain)
			from domains where domains.domain is not null
		), due as (
			select mail.id, mail.due_at, row_number() over (partition by domains.domain order by mail.due_at, mail.id) as place
			from domains cross join lateral (
				select id, due_at from outbox where outbox.domain = domains.domain and due_at <= ${now} and ${isFree}
				order by due_at, id limit ${perDomain}
			) mail
		), taken as (
			select outbox.id from outbox join due using (id) where ${isFree}
			order by due.place, due.due_at limit ${most} for update of outbox skip locked
		)
		update outbox set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
		from taken where outbox.id = taken.id
		returning outbox.id, message_id, recipient, domain, subject, body_text, body_html, attachments, reply_to, in_reply_to,
			automatic, language`.execute(tx);
	return claimed.rows;
}

export type SettledMail<State extends string = "QUEUED" | "SENT" | "FAILED"> = {
	readonly id: string;
	readonly state: State;
	readonly purpose: string;
	readonly aboutId: string | null;
	readonly attempts: number;
};

/** Keeps what the attempt brought and decides what becomes of the mail; null when it was settled meanwhile. */
export async function settleAttempt(
	tx: Tx,
	id: string,
	attempt: Attempt,
	now: Temporal.Instant,
): Promise<SettledMail | null> {
	const [row] = await attempted(tx, { id });
	if (row === undefined) return null;
	const settlement = settlementOf(attempt, row.attempts, now, row.expires_at);
	noted.ahead(tx, {
		outbox_id: id,
		attempt: row.attempts,
		at: now,
		outcome: attempt.outcome,
		response: headerSafe(attempt.response, 500),
	});
	settled.ahead(tx, {
		id,
		state: settlement.state,
		due_at: settlement.state === "QUEUED" ? settlement.dueAt : row.due_at,
		failure: settlement.state === "FAILED" ? settlement.failure : null,
		settled_at: settlement.state === "QUEUED" ? null : now,
	});
	return { id, state: settlement.state, purpose: row.purpose, aboutId: row.about_id, attempts: row.attempts };
}

const attempted = prepared((db, { id }: { readonly id: string }) =>
	db
		.selectFrom("outbox")
		.select(["id", "attempts", "expires_at", "due_at", "purpose", "about_id"])
		.where("id", "=", id)
		.where("state", "=", sql.lit("QUEUED"))
		.forUpdate(),
);

const noted = prepared((db, delivery: Insertable<DB["delivery"]>) =>
	db
		.insertInto("delivery")
		.values(delivery)
		.onConflict((conflict) => conflict.doNothing()),
);

type Settlement = Pick<Selectable<DB["outbox"]>, "id" | "state" | "due_at" | "failure" | "settled_at">;

const settled = prepared((db, { id, ...columns }: Settlement) =>
	db
		.updateTable("outbox")
		.set({ ...columns, leased_until: null })
		.where("id", "=", id),
);

/**
 * Keeps that a mail came back. It counts only for a mail that we sent to that recipient; null for any other and for one that
 * came back before.
 */
export async function recordBounce(
	tx: Tx,
	id: string,
	recipient: string,
	status: string,
	now: Temporal.Instant,
): Promise<SettledMail<"BOUNCED"> | null> {
	const row = await tx
		.updateTable("outbox")
		.set({ state: "BOUNCED", failure: "BOUNCED", settled_at: now })
		.where("id", "=", id)
		.where("recipient", "=", recipient)
		.where("state", "=", "SENT")
		.returning(["purpose", "about_id", "attempts"])
		.executeTakeFirst();
	if (row === undefined) return null;
	await tx
		.insertInto("delivery")
		.values({ outbox_id: id, attempt: row.attempts, at: now, outcome: "BOUNCED", response: headerSafe(status, 500) })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return { id, state: "BOUNCED", purpose: row.purpose, aboutId: row.about_id, attempts: row.attempts };
}
