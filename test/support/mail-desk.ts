import { createTransport } from "nodemailer";
import { type MailDoor, openMailDoor } from "../../src/entrances/mail/mail-door.ts";
import { openTestDesk, type TestDesk } from "./desk.ts";

export type Wish = {
	from?: string;
	to?: string;
	subject?: string;
	/** Further header lines, parted by CRLF. */
	headers?: string;
	body?: string;
	/** The whole mail instead of the parts above. */
	raw?: Buffer | string;
	envelopeFrom?: string;
};

export type MailDesk = TestDesk & {
	readonly door: MailDoor;
	/** What went wrong in the loops since the last look. */
	readonly faults: unknown[];
	/** One mail over real SMTP to the desk's door; rejects with the server's code. */
	hand(wish: Wish): Promise<void>;
	/** Rounds of intake and sending until nothing is left to do. */
	work(): Promise<void>;
	outbox(): Promise<OutboxMail[]>;
};

type OutboxMail = {
	id: string;
	recipient: string;
	purpose: string;
	subject: string;
	body_text: string;
	reply_to: string | null;
	in_reply_to: string | null;
	message_id: string;
	about_id: string | null;
	state: string;
	automatic: boolean;
};

/** A desk with its mail door open on a free port; mail that goes out ends in the sink. */
export async function openMailDesk(at?: string): Promise<MailDesk> {
	const desk = await openTestDesk({ settings: { SMTP_PORT: "0" }, ...(at === undefined ? {} : { at }) });
	const faults: unknown[] = [];
	const door = await openMailDoor({
		desk: desk.desk,
		perform: desk.perform,
		onFault: (error) => faults.push(error),
	});
	let count = 0;
	return {
		...desk,
		door,
		faults,
		async hand({ from = "ana@example.si", to = "ekc@desk.example", ...wish }) {
			const transport = createTransport({ host: "127.0.0.1", port: door.smtpPort, ignoreTLS: true });
			count += 1;
			const lines = [
				`From: ${from}`,
				`To: ${to}`,
				`Subject: ${wish.subject ?? "Pomoc"}`,
				`Message-ID: <m${count}@example.si>`,
				"Content-Type: text/plain; charset=utf-8",
				...(wish.headers ? [wish.headers] : []),
				"",
				wish.body ?? "Ne morem se prijaviti.",
				"",
			];
			try {
				const envelope = { from: wish.envelopeFrom ?? from, to: [to] };
				await transport.sendMail({ envelope, raw: wish.raw ?? lines.join("\r\n") });
			} finally {
				transport.close();
			}
		},
		async work() {
			while (await door.takeIn());
			while (await door.send());
		},
		outbox: () =>
			desk.database.read((tx) =>
				tx
					.selectFrom("outbox")
					.select(["id", "recipient", "purpose", "subject", "body_text", "reply_to", "in_reply_to"])
					.select(["message_id", "about_id", "state", "automatic"])
					.orderBy("queued_at")
					.orderBy("id")
					.execute(),
			),
		async close() {
			await door.close();
			await desk.close();
		},
	};
}
