import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { AddressInfo } from "node:net";
import { strictAddress } from "../../platform/mail/addresses.ts";
import type { ArrivedMail } from "../../platform/mail/inbox.ts";
import { isOurs, type MailIdentity } from "../../platform/mail/tokens.ts";

export type SmtpDoorParts = {
	readonly port: number;
	readonly host: string;
	readonly identity: MailIdentity;
	/** Commits the raw mail; only when this resolves is the mail acknowledged with 250. */
	readonly keep: (mail: ArrivedMail) => Promise<unknown>;
	readonly onFault: (error: unknown) => void;
	readonly mostBytes?: number;
};

export type SmtpDoor = { readonly port: number; close(): Promise<void> };

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

const addressesPerMail = 50;

/**
 * Opens the door for mail: only addresses of ours, only mails of a size we keep (552 otherwise, so that the sender's server
 * tells the sender), 250 only after the commit, 451 when it failed, so that the sender's server tries again.
 */
export function openSmtpDoor(parts: SmtpDoorParts): Promise<SmtpDoor> {
	const mostBytes = parts.mostBytes ?? 25 * 1024 * 1024;
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		authOptional: true,
		disableReverseLookup: true,
		size: mostBytes,
		maxClients: 200,
		socketTimeout: 60_000,
		closeTimeout: 2_000,
		banner: "Dogovor",
		logger: false,
		onRcptTo(address, session, done) {
			if (session.envelope.rcptTo.length >= addressesPerMail) return done(refusal(452, "4.5.3 Too many recipients"));
			const recipient = strictAddress(address.address);
			if (recipient === null || !isOurs(parts.identity, recipient))
				return done(refusal(550, "5.1.1 No such address here"));
			return done();
		},
		onData(stream, session, done) {
			const envelope = session.envelope;
			collect(stream, mostBytes)
				.then(async (raw) => {
					if (raw === null) throw refusal(552, `5.3.4 Mail is larger than ${mostBytes} bytes`);
					await parts.keep({
						raw,
						envelopeFrom: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
						envelopeTo: envelope.rcptTo.map((recipient) => recipient.address),
					});
				})
				.then(
					() => done(null, "2.0.0 Kept"),
					(error: Error & { responseCode?: number }) => {
						if (error.responseCode !== undefined) return done(error);
						parts.onFault(error);
						return done(refusal(451, "4.3.0 Not kept, please try again"));
					},
				);
		},
	});
	server.on("error", (error) => {
		if (!isNetwork(error)) parts.onFault(error);
	});
	return new Promise((resolve, reject) => {
		server.server.once("error", reject);
		server.listen(parts.port, parts.host, () => {
			server.server.removeListener("error", reject);
			resolve({
				port: (server.server.address() as AddressInfo).port,
				close: () => new Promise((closed) => void server.close(() => closed())),
			});
		});
	});
}

/** A client that hangs up or speaks badly is its own trouble; the server goes on. */
const isNetwork = (error: Error & { code?: string }): boolean =>
	["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED"].includes(error.code ?? "");

/** All bytes, or null when there are too many; the rest is read and dropped, so that the client hears the answer. */
async function collect(stream: SMTPServerDataStream, mostBytes: number): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += (chunk as Buffer).byteLength;
		if (size <= mostBytes) chunks.push(chunk as Buffer);
	}
	return stream.sizeExceeded || size > mostBytes ? null : Buffer.concat(chunks);
}
