import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";

export type SmtpSink = {
	readonly url: string;
	readonly received: { to: string; raw: string }[];
	/** What the server answers to a recipient: a code from 400 up refuses. */
	answer: (recipient: string) => number;
	close(): Promise<void>;
};

/** A mail server outside the desk: keeps what it is given and refuses whom the test tells it to. */
export function openSmtpSink(): Promise<SmtpSink> {
	const received: SmtpSink["received"] = [];
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		disableReverseLookup: true,
		logger: false,
		onRcptTo(address, _, done) {
			const code = sink.answer(address.address);
			done(code < 400 ? null : Object.assign(new Error(`${code} told so`), { responseCode: code }));
		},
		async onData(stream, session, done) {
			const chunks: Buffer[] = [];
			for await (const chunk of stream) chunks.push(chunk as Buffer);
			for (const { address } of session.envelope.rcptTo)
				received.push({ to: address, raw: Buffer.concat(chunks).toString() });
			done();
		},
	});
	const sink: SmtpSink = {
		url: "",
		received,
		answer: () => 250,
		close: () => new Promise((closed) => void server.close(() => closed())),
	};
	return new Promise((resolve) => {
		server.listen(0, "127.0.0.1", () => {
			resolve(Object.assign(sink, { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }));
		});
	});
}
