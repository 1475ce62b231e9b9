import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../../platform/db/tx.ts";
import type { MessageView } from "../contract.ts";
import { maskName } from "../rules/names.ts";
import { maskedFor, maskPersonalData } from "../rules/personal-data.ts";
import type { TicketRow } from "./ticket-row.ts";

type View = z.input<typeof MessageView>;
type AttachmentJson = { id: string; name: string; contentType: string; sizeBytes: number; fileId: string };

const messageRows = (tx: Tx, ticketId: string) =>
	tx
		.selectFrom("ticket_message")
		.selectAll("ticket_message")
		.select(
			sql<AttachmentJson[]>`coalesce((select json_agg(json_build_object('id', attachment.id, 'name', attachment.name,
				'contentType', attachment.content_type, 'sizeBytes', file.size_bytes, 'fileId', attachment.file_id)
				order by attachment.id)
				from ticket_attachment attachment join file on file.sha256 = attachment.file_id
				where attachment.ticket_id = ticket_message.ticket_id and attachment.message_id = ticket_message.id), '[]')`.as(
				"attachments",
			),
		)
		.where("ticket_id", "=", ticketId)
		.orderBy("ordinal");

export type MessageRow = Awaited<ReturnType<ReturnType<typeof messageRows>["executeTakeFirstOrThrow"]>>;

/** The messages of a ticket in the order they came, as first level or the second level that has it may read them. */
export async function conversationOf(tx: Tx, row: TicketRow, isFirstLevel: boolean): Promise<MessageRow[]> {
	const rows = await messageRows(tx, row.id).execute();
	return isFirstLevel ? rows : rows.filter((message) => isForSecondLevel(message, row.handed_over_since));
}

/** What was said to and by the user; of the side thread what belongs to its own rounds; no note of the contact centre. */
export const isForSecondLevel = (
	message: { readonly audience: string; readonly at: Temporal.Instant },
	handedOverSince: Temporal.Instant | null,
): boolean =>
	message.audience === "USER" ||
	(message.audience === "SECOND_LEVEL" &&
		handedOverSince !== null &&
		Temporal.Instant.compare(message.at, handedOverSince) >= 0);

/** One message for a reader: personal numbers covered, for second level also the user's name and addresses. */
export function messageView(
	row: MessageRow,
	reader: {
		readonly isFirst: boolean;
		readonly reporterName: string | null;
		readonly names: ReadonlyMap<string, string>;
	},
): View {
	// Second level's own words come back to it as it wrote them.
	const isTheirOwn = !reader.isFirst && row.audience === "SECOND_LEVEL" && row.direction === "IN";
	const cover = (text: string) => {
		const masked = maskPersonalData(text, isTheirOwn ? [] : maskedFor(reader.isFirst));
		return reader.isFirst || isTheirOwn ? masked : { ...masked, text: maskName(masked.text, reader.reporterName) };
	};
	// Covering changes lengths, so what is quoted is covered apart: the place where it begins stays right.
	const fresh = cover(row.body.slice(0, row.quoted_from ?? undefined));
	const quoted = row.quoted_from === null ? null : cover(row.body.slice(row.quoted_from));
	const kinds = new Set([...fresh.kinds, ...(quoted?.kinds ?? [])]);
	return {
		id: row.id,
		at: row.at.toString(),
		kind: row.kind as View["kind"],
		audience: row.audience as View["audience"],
		direction: row.direction as View["direction"],
		channel: row.channel as View["channel"],
		authorName: reader.isFirst || !isUsers(row) ? authorOf(row, reader.names) : null,
		body: `${fresh.text}${quoted?.text ?? ""}`,
		html: reader.isFirst && kinds.size === 0 ? row.html : null,
		quotedFrom: quoted && fresh.text.length,
		isAutomatic: row.automatic,
		isShortened: row.original !== null,
		hasOriginal: reader.isFirst && row.original !== null,
		masked: [...kinds],
		attachments: row.attachments,
	};
}

const isUsers = ({ audience, direction }: MessageRow): boolean => audience === "USER" && direction === "IN";

const authorOf = (row: MessageRow, names: ReadonlyMap<string, string>): string | null =>
	(row.author_id === null ? row.author_name : names.get(row.author_id)) ?? null;
