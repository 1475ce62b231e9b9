import type { Insertable } from "kysely";
import { createTransport } from "nodemailer";
import type { Database } from "../db/database.ts";
import { prepared } from "../db/prepared.ts";
import type { DB } from "../db/tx.ts";
import type { Attempt } from "./backoff.ts";

export type Envelope = { readonly from: string; readonly to: string };

/** Takes one composed mail; never throws, says what the other side said. */
export type Transport = {
	send(outboxId: string, envelope: Envelope, raw: Buffer, now: Temporal.Instant): Promise<Attempt>;
	close(): void;
};

/** Reply codes 5xx are for good; everything else (4xx, no connection, time-out, wrong sign-in) is tried again. */
const attemptOf = (error: unknown): Attempt => {
	const { responseCode, response, message } = error as { responseCode?: number; response?: string; message?: string };
	const isSignIn = responseCode === 535 || responseCode === 530;
	const isFinal = responseCode !== undefined && responseCode >= 500 && !isSignIn;
	return { outcome: isFinal ? "REFUSED" : "DEFERRED", response: response ?? message ?? "no answer" };
};

/** Mail over SMTP to the server of the settings (`smtp://user:password@host:port`), pooled connections, STARTTLS when offered. */
export function smtpTransport(url: string): Transport {
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: 8,
		connectionTimeout: 20_000,
		greetingTimeout: 20_000,
		socketTimeout: 60_000,
	});
	return {
		async send(_, envelope, raw) {
			try {
				const { response } = await transport.sendMail({ envelope: { from: envelope.from, to: [envelope.to] }, raw });
				return { outcome: "ACCEPTED", response: response ?? "250" };
			} catch (error) {
				return attemptOf(error);
			}
		},
		close: () => transport.close(),
	};
}

/** The sink of demo and test desks: the mail is kept in `sent_mail`, once however often it is sent, and goes nowhere (IMP-18). */
export const sinkTransport = (database: Database): Transport => ({
	async send(outboxId, _, raw, now) {
		await database.write(async (tx) => kept.ahead(tx, { outbox_id: outboxId, at: now, raw }));
		return { outcome: "ACCEPTED", response: "250 kept in the sink" };
	},
	close: () => {},
});

const kept = prepared((db, mail: Insertable<DB["sent_mail"]>) =>
	db
		.insertInto("sent_mail")
		.values(mail)
		.onConflict((conflict) => conflict.doNothing()),
);

/** A demo, and a desk without an outgoing server, mails nobody. */
export const transportOf = (
	settings: { readonly demo: boolean; readonly outgoingSmtpUrl: string | null },
	database: Database,
): Transport =>
	settings.demo || settings.outgoingSmtpUrl === null
		? sinkTransport(database)
		: smtpTransport(settings.outgoingSmtpUrl);
