import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import { prepared } from "../db/prepared.ts";
import type { DB, Tx } from "../db/tx.ts";
import type { FileStore } from "../files/file-store.ts";
import { newId } from "../ids.ts";
import { pauseAfter } from "./backoff.ts";

export type ArrivedMail = {
	readonly raw: Uint8Array;
	/** SMTP return path; empty for reports. */
	readonly envelopeFrom: string;
	readonly envelopeTo: readonly string[];
};

// What the sender wrote; everything else may differ between two deliveries of one mail.
const writtenBySender =
	/^(?:message-id|from|date|subject|to|cc|in-reply-to|references|content-type|content-transfer-encoding):/i;

/** Runs before the mail is acknowledged, so that no header, however long, may hold up the door. */
const headerBytesMost = 256 * 1024;

/**
 * The key of a mail: SHA-256 over the header fields its sender wrote and the whole body. Two deliveries of one mail agree, a
 * mail without Message-ID has one, and a stranger who reuses a Message-ID suppresses nobody's mail.
 */
export function mailKey(raw: Uint8Array): { key: string; messageId: string | null } {
	const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
	const crlf = buffer.indexOf("\r\n\r\n");
	const lf = buffer.indexOf("\n\n");
	const end = [crlf, lf].filter((at) => at >= 0).sort((a, b) => a - b)[0] ?? buffer.length;
	const head = Math.min(end, headerBytesMost);
	const fields = buffer
		.subarray(0, end)
		.toString("latin1")
		.split(/\r?\n(?![ \t])/);
	const hash = createHash("sha256");
	for (const field of fields.filter((line) => writtenBySender.test(line)).sort()) hash.update(`${field}\n`);
	hash.update(buffer.subarray(head));
	const id = fields.find((line) => /^message-id:/i.test(line));
	return { key: hash.digest("hex"), messageId: /<[^<>\s]{3,400}>/.exec(id ?? "")?.[0] ?? null };
}

type Arrival = {
	readonly channel: "EMAIL" | "WEB_FORM";
	readonly key: string;
	readonly raw: Uint8Array;
	readonly messageId?: string | null;
	readonly envelopeFrom?: string;
	readonly envelopeTo?: readonly string[];
};

/** Keeps what arrived, raw; the same thing a second time is the same row and nothing more. Gives the row's id. */
export async function keepArrival(tx: Tx, store: FileStore, arrival: Arrival, now: Temporal.Instant): Promise<string> {
	const file = await store.put(tx, arrival.raw);
	const [inserted] = await added(tx, {
		id: newId(now),
		channel: arrival.channel,
		key: arrival.key,
		message_id: arrival.messageId ?? null,
		file,
		envelope_from: arrival.envelopeFrom ?? "",
		envelope_to: [...(arrival.envelopeTo ?? [])],
		received_at: now,
		due_at: now,
	});
	if (inserted) return inserted.id;
	const kept = await tx
		.selectFrom("inbox")
		.select("id")
		.where("channel", "=", arrival.channel)
		.where("key", "=", arrival.key)
		.executeTakeFirstOrThrow();
	return kept.id;
}

const added = prepared((db, arrival: Insertable<DB["inbox"]>) =>
	db
		.insertInto("inbox")
		.values(arrival)
		.onConflict((conflict) => conflict.columns(["channel", "key"]).doNothing())
		.returning("id"),
);

/** Keeps raw mail before it is acknowledged or read. */
export const keepMail = (tx: Tx, store: FileStore, mail: ArrivedMail, now: Temporal.Instant): Promise<string> =>
	keepArrival(tx, store, { channel: "EMAIL", ...mailKey(mail.raw), ...mail }, now);

/** Arrivals that are due, the oldest first. */
export const dueArrivals = (tx: Tx, now: Temporal.Instant, most: number) =>
	tx
		.selectFrom("inbox")
		.select(["id", "channel", "file", "envelope_from", "envelope_to", "received_at", "attempts", "version"])
		.where("state", "=", "WAITING")
		.where("due_at", "<=", now)
		.orderBy("due_at")
		.orderBy("id")
		.limit(most)
		.execute();

export type DueArrival = Awaited<ReturnType<typeof dueArrivals>>[number];

/** After a fault (the world's or ours, not the mail's) the arrival is tried again later, by the pauses of `backoff.ts`. */
export async function deferArrival(tx: Tx, id: string, attempts: number, now: Temporal.Instant): Promise<void> {
	await tx
		.updateTable("inbox")
		.set({ attempts: attempts + 1, due_at: now.add({ milliseconds: pauseAfter(attempts + 1) }) })
		.where("id", "=", id)
		.where("state", "=", "WAITING")
		.execute();
}
