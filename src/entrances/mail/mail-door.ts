import { keepMail } from "../../platform/mail/inbox.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { mailIdentity } from "../../platform/mail/outbox.ts";
import { openMailParser } from "../../platform/mail/parse.ts";
import { transportOf } from "../../platform/mail/transport.ts";
import type { Desk, Perform } from "../perform.ts";
import { sendMail } from "../worker/send-mail.ts";
import { openSmtpDoor } from "./smtp-door.ts";
import { takeInDue } from "./take-in.ts";

export type MailDoor = {
	/** Port that was taken. */
	readonly smtpPort: number;
	/** One round of taking in what waits; true = there may be more at once. */
	takeIn(): Promise<boolean>;
	/** One round of sending what is due; true = there may be more at once. */
	send(): Promise<boolean>;
	close(): Promise<void>;
};

export type MailDoorParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly onFault: (error: unknown) => void;
	/** Told after each mail that was kept; the intake loop wakes up on it. */
	readonly onArrival?: () => void;
};

/** Opens the mail door: SMTP in, the reading thread, and the way out that the settings name. */
export async function openMailDoor({ desk, perform, onFault, onArrival = () => {} }: MailDoorParts): Promise<MailDoor> {
	const { settings, database, store, clock } = desk;
	const transport = transportOf(settings, database);
	const parser = openMailParser();
	const smtp = await openSmtpDoor({
		port: settings.smtpPort,
		host: settings.host,
		identity: mailIdentity(settings),
		onFault,
		async keep(mail) {
			await database.write((tx) => keepMail(tx, store, mail, clock.now()));
			failpoint("after-inbox-commit");
			onArrival();
		},
	});
	return {
		smtpPort: smtp.port,
		takeIn: async () => (await takeInDue({ desk, perform, parser, onFault })) > 0,
		send: async () => (await sendMail(desk, perform, transport)) > 0,
		async close() {
			await smtp.close();
			transport.close();
			await parser.close();
		},
	};
}
