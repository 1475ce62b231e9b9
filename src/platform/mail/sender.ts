import type { Clock } from "../clock.ts";
import type { Settings } from "../config/settings.ts";
import type { Database } from "../db/database.ts";
import { failpoint } from "../failpoint.ts";
import type { FileStore } from "../files/file-store.ts";
import type { Attempt } from "./backoff.ts";
import { compose } from "./compose.ts";
import { claimDue, type OutboxRow } from "./outbox.ts";
import type { Transport } from "./transport.ts";

export type SenderParts = {
	readonly database: Database;
	readonly store: FileStore;
	readonly clock: Clock;
	readonly settings: Pick<Settings, "mailFrom">;
	readonly transport: Transport;
	/** The name that stands before our address. */
	readonly senderName: string;
	/** Keeps the outcome in its own transaction (an operation, so that a fact tells of it). */
	readonly settle: (outboxId: string, attempt: Attempt) => Promise<void>;
};

const batch = 20;
const perDomain = 4;

/**
 * Sends what is due, once; gives how many mails were tried. A mail is claimed and counted, sent outside any transaction and then
 * settled: a sender that dies in between sends it again under the same Message-ID after the lease. Rejects only when the
 * database does.
 */
export async function sendDue(parts: SenderParts): Promise<number> {
	const rows = await parts.database.write((tx) => claimDue(tx, parts.clock.now(), batch, perDomain));
	const results = await Promise.allSettled(rows.map((row) => sendOne(parts, row)));
	const failed = results.find((result) => result.status === "rejected");
	if (failed) throw failed.reason;
	return rows.length;
}

async function sendOne(parts: SenderParts, row: OutboxRow): Promise<void> {
	const attachments = row.attachments.length === 0 ? [] : await attachmentsOf(parts, row);
	const now = parts.clock.now();
	const raw = await compose(row, { name: parts.senderName, address: parts.settings.mailFrom }, attachments, now);
	const attempt = await parts.transport.send(row.id, { from: parts.settings.mailFrom, to: row.recipient }, raw, now);
	if (attempt.outcome === "ACCEPTED") failpoint("after-smtp-250");
	await parts.settle(row.id, attempt);
}

const attachmentsOf = ({ database, store }: SenderParts, row: OutboxRow) =>
	database.read(async (tx) => {
		const found = [];
		for (const { file, name, type } of row.attachments) found.push({ name, type, bytes: await store.get(tx, file) });
		return found;
	});
