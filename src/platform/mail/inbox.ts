import { createHash } from "node:crypto";
import type { Tx } from "../db/tx.ts";
import type { FileStore } from "../files/file-store.ts";
import { newId } from "../ids.ts";

export type ArrivedMail = {
	readonly raw: Uint8Array;
	/** SMTP return path; empty for reports. */
	readonly envelopeFrom: string;
	readonly envelopeTo: readonly string[];
};

// What the sender wrote; everything else may differ between two deliveries of one mail.
const writtenBySender =
	/^(?:message-id|from|date|subject|to|cc|in-reply-to|references|content-type|content-transfer-encoding):/i;

/**
 * The key of a mail: SHA-256 over the header fields its sender wrote and the whole body. Two deliveries of one mail agree, a
 * mail without Message-ID has one, and a stranger who reuses a Message-ID suppresses nobody's mail.
 */
export function mailKey(raw: Uint8Array): { key: string; messageId: string | null } {
	const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
	const crlf = buffer.indexOf("\r\n\r\n");
	const lf = buffer.indexOf("\n\n");
	const end = [crlf, lf].filter((at) => at >= 0).sort((a, b) => a - b)[0] ?? buffer.length;
	const fields = buffer
		.subarray(0, end)
		.toString("latin1")
		.split(/\r?\n(?![ \t])/);
	const hash = createHash("sha256");
	for (const field of fields.filter((line) => writtenBySender.test(line)).sort()) hash.update(`${field}\n`);
	hash.update(buffer.subarray(end));
	const id = fields.find((line) => /^message-id:/i.test(line));
	return { key: hash.digest("hex"), messageId: /<[^<>\s]{3,400}>/.exec(id ?? "")?.[0] ?? null };
}

/** Keeps raw mail before it is acknowledged or read; the same mail delivered again is the same row. Gives the row's id. */
export async function keepMail(
	tx: Tx,
	store: FileStore,
	mail: ArrivedMail,
	now: Temporal.Instant,
): Promise<string | null> {
	const { key, messageId } = mailKey(mail.raw);
	const file = await store.put(tx, mail.raw);
	const id = newId(now);
	const row = await tx
		.insertInto("inbox")
		.values({
			id,
			key,
			message_id: messageId,
			file,
			envelope_from: mail.envelopeFrom,
			envelope_to: [...mail.envelopeTo],
			received_at: now,
			due_at: now,
		})
		.onConflict((conflict) => conflict.column("key").doNothing())
		.returning("id")
		.executeTakeFirst();
	return row?.id ?? null;
}
