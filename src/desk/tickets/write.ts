import { type Insertable, sql } from "kysely";
import type { z } from "zod";
import type { FileId, TicketId } from "../../kernel/id.ts";
import { prepared } from "../../platform/db/prepared.ts";
import { refusing } from "../../platform/db/stale.ts";
import type { DB } from "../../platform/db/tx.ts";
import type { Context } from "../../platform/operation.ts";
import { searchTokens } from "../../platform/text/search-tokens.ts";
import type { IncomingFile, Reporter, TicketRef } from "./contract.ts";
import { ticketReceived } from "./facts.ts";
import type { LoadedTicket, TicketRow } from "./read/ticket-row.ts";
import type { Audience, Channel, Direction, MessageKind, TicketState } from "./rules/codes.ts";
import { type TicketAct, transitionOf } from "./rules/life-cycle.ts";

type Columns = Partial<{ [Column in keyof DB["ticket"]]: TicketRow[Column & keyof TicketRow] }>;

/** What a step left behind: the answer of every act, and the version that its fact carries. */
export type Moved = z.input<typeof TicketRef> & { readonly id: TicketId; readonly version: number };

/**
 * One step of SM-2 on a locked ticket: next state, next version, and the columns that the act changes. A waiting ticket
 * remembers the state it goes back to, which the act must give as `resume_state`.
 */
export async function move(
	context: Context,
	ticket: LoadedTicket,
	act: TicketAct,
	changes: Columns = {},
): Promise<Moved> {
	const { row } = ticket;
	const transition = transitionOf(act, row.state as TicketState, row.resume_state as TicketState | null);
	if (!transition) throw new Error(`no ${act} from ${row.state}`);
	const isWaiting = transition.to === "waitingUser" || transition.to === "waitingOtherBody";
	const version = row.version + 1;
	await refusing(unknownService, () =>
		context.tx
			.updateTable("ticket")
			.set({
				...changes,
				version,
				state: transition.to,
				resume_state: isWaiting ? (changes.resume_state ?? row.resume_state) : null,
			})
			.where("id", "=", row.id)
			.execute(),
	);
	return { id: row.id as TicketId, number: row.number, version, state: transition.to };
}

/** The next version of a ticket that something happened to, whatever its state. */
export async function bump(context: Context, { row }: LoadedTicket, changes: Columns = {}): Promise<Moved> {
	const version = row.version + 1;
	await context.tx
		.updateTable("ticket")
		.set({ ...changes, version })
		.where("id", "=", row.id)
		.execute();
	return { id: row.id as TicketId, number: row.number, version, state: row.state as TicketState };
}

/** The loaded ticket as it stands after a step, for a second step of the same act. */
export const after = (ticket: LoadedTicket, moved: Moved, changes: Columns = {}): LoadedTicket => ({
	...ticket,
	row: { ...ticket.row, ...changes, version: moved.version, state: moved.state },
});

export type NewMessage = {
	readonly kind: MessageKind;
	readonly audience: Audience;
	readonly direction: Direction;
	readonly channel?: Channel | null;
	readonly body: string;
	readonly html?: string | null;
	readonly quotedFrom?: number | null;
	readonly authorName?: string | null;
	readonly messageId?: string | null;
	/** The whole mail, where the message shows less of it. */
	readonly original?: FileId | null;
	readonly isAutomatic?: boolean;
	readonly attachments?: readonly z.output<typeof IncomingFile>[];
	readonly at?: Temporal.Instant;
};

const messageRow = (context: Context, ticketId: string, id: string, message: NewMessage) => ({
	ticket_id: ticketId,
	id,
	at: message.at ?? context.now,
	kind: message.kind,
	audience: message.audience,
	direction: message.direction,
	channel: message.channel ?? null,
	author_id: context.actor.kind === "person" ? context.actor.personId : null,
	author_name: message.authorName ?? null,
	body: message.body,
	html: message.html ?? null,
	quoted_from: message.quotedFrom ?? null,
	message_id: message.messageId ?? null,
	original: message.original ?? null,
	automatic: message.isAutomatic ?? false,
});

/** Adds a message with its files; gives its id. */
export async function addMessage(context: Context, ticketId: string, message: NewMessage): Promise<string> {
	const id = context.newId();
	await refusing({ ticket_message_once: "message-repeated" }, () =>
		context.tx
			.insertInto("ticket_message")
			.values(messageRow(context, ticketId, id, message))
			.execute(),
	);
	await attach(context, ticketId, id, message.attachments ?? []);
	return id;
}

async function attach(
	context: Context,
	ticketId: string,
	messageId: string,
	files: readonly { readonly fileId: FileId; readonly name: string; readonly contentType: string }[],
): Promise<void> {
	if (files.length === 0) return;
	const rows = files.map((file) => ({
		ticket_id: ticketId,
		id: context.newId(),
		message_id: messageId,
		file_id: file.fileId,
		name: file.name,
		content_type: file.contentType,
	}));
	await context.tx.insertInto("ticket_attachment").values(rows).execute();
}

export type NewTicket = {
	readonly channel: Channel;
	readonly reporter: z.output<typeof Reporter>;
	readonly subject: string;
	readonly language: "sl" | "en";
	readonly serviceId: string | null;
	readonly receivedAt: Temporal.Instant;
	readonly ownerId?: string | null;
	readonly followUpOf?: string | null;
	readonly message: Omit<NewMessage, "kind" | "audience" | "direction" | "channel">;
};

/** Opens a ticket with its first message and records that it was received; one statement, two with files. */
export async function openTicket(context: Context, wish: NewTicket): Promise<Moved> {
	const id = context.newId();
	const messageId = context.newId();
	const message: NewMessage = {
		...wish.message,
		kind: "REQUEST",
		audience: "USER",
		direction: "IN",
		channel: wish.channel,
		at: wish.receivedAt,
	};
	const { number } = await insertTicket(context, wish, id, messageRow(context, id, messageId, message));
	await attach(context, id, messageId, message.attachments ?? []);
	context.record(
		ticketReceived.of(id, 1, {
			number,
			channel: wish.channel,
			group: wish.reporter.group,
			serviceId: wish.serviceId,
			receivedAt: wish.receivedAt.toString(),
			language: wish.language,
			followUpOf: wish.followUpOf ?? null,
			messageId,
		}),
	);
	return { id: id as TicketId, number, version: 1, state: "received" };
}

/** Ticket, reporter and first message in one statement; an unknown service is refused by its foreign key, without a question before. */
async function insertTicket(
	context: Context,
	wish: NewTicket,
	id: string,
	message: ReturnType<typeof messageRow>,
): Promise<{ number: number }> {
	const { name, email, phone, group } = wish.reporter;
	const ticket = {
		id,
		version: 1,
		state: "received",
		channel: wish.channel,
		language: wish.language,
		user_group: group,
		subject: wish.subject,
		received_at: wish.receivedAt,
		service_id: wish.serviceId,
		owner_id: wish.ownerId ?? null,
	};
	const reporter = { ticket_id: id, name, email, phone };
	const values = { ticket, tokens: searchTokens(wish.subject), reporter, message };
	const [opened] = await refusing(unknownService, () => inserted(context.tx, values));
	if (!opened) throw new Error("an insertion gives its row");
	return opened;
}

type Opening = {
	readonly ticket: Omit<Insertable<DB["ticket"]>, "search">;
	readonly tokens: readonly string[];
	readonly reporter: Insertable<DB["ticket_reporter"]>;
	readonly message: ReturnType<typeof messageRow>;
};

const inserted = prepared((db, { ticket, tokens, reporter, message }: Opening) =>
	db
		.with("opened", (one) =>
			one
				.insertInto("ticket")
				.values({ ...ticket, search: sql`array_to_tsvector(${tokens}::text[])` })
				.returning("number"),
		)
		.with("asked", (one) => one.insertInto("ticket_reporter").values(reporter))
		.with("said", (one) => one.insertInto("ticket_message").values(message))
		.selectFrom("opened")
		.select("number"),
);

const unknownService = { ticket_service_known: "unknown-service" };
