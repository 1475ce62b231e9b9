import quarantineArrival from "../../desk/channels/operations/quarantine-arrival.ts";
import recordBounce from "../../desk/channels/operations/record-bounce.ts";
import routeMail from "../../desk/channels/operations/route-mail.ts";
import settleArrival from "../../desk/channels/operations/settle-arrival.ts";
import { automaticDoor } from "../../desk/channels/rules/thread.ts";
import receive from "../../desk/tickets/operations/receive.ts";
import receiveReply from "../../desk/tickets/operations/receive-reply.ts";
import { numberInSubject } from "../../desk/tickets/rules/ticket-number.ts";
import type { FileId } from "../../kernel/id.ts";
import { failpoint } from "../../platform/failpoint.ts";
import type { DueArrival } from "../../platform/mail/inbox.ts";
import { mailIdentity } from "../../platform/mail/outbox.ts";
import type { Mail, MailPart } from "../../platform/mail/parse.ts";
import { threadClues } from "../../platform/mail/threading.ts";
import { isOurs, readMessageId } from "../../platform/mail/tokens.ts";
import type { Desk } from "../perform.ts";
import { door, type IntakeParts, keyOf } from "./intake-parts.ts";
import { secondLevelReply } from "./second-level-reply.ts";

const unthreaded = { to: "NEW", suggestion: null } as const;

/** Reads one mail and makes it what it is: a delivery report, a reply, a new ticket, or a case for quarantine. */
export async function takeInMail(parts: IntakeParts, arrival: DueArrival): Promise<void> {
	const { desk, perform } = parts;
	const raw = await desk.database.read((tx) => desk.store.get(tx, arrival.file as FileId));
	const parsed = await parts.parser.parse(raw, arrival.envelope_from);
	const putAside = (reason: string) => perform(quarantineArrival, door, { id: arrival.id, reason });
	if (!parsed.ok) return void (await putAside(parsed.reason));
	const { mail } = parsed;
	const identity = mailIdentity(desk.settings);
	if (mail.automatic === "DELIVERY_REPORT") return takeInReport(parts, arrival, mail, putAside);
	if (isOurs(identity, mail.from.address)) return void (await putAside("sender-is-this-desk"));

	const recipients = [...arrival.envelope_to, ...mail.recipients];
	const clues = threadClues(identity, { ...mail, recipients }, numberInSubject);
	const route = clues.length === 0 ? unthreaded : await perform(routeMail, door, { sender: mail.from.address, clues });
	const about = route.to === "TICKET" ? route.ticketId : (route.suggestion?.ticketId ?? null);
	if (mail.automatic !== null && about !== null) {
		return void (await perform(settleArrival, door, { id: arrival.id, outcome: "AUTOMATIC_REPLY", ticketId: about }));
	}
	const message = await incomingOf(parts, arrival, mail);
	if (route.to === "NEW") {
		const ticket = await perform(
			receive,
			mail.automatic === null ? door : automaticDoor,
			newTicket(mail, message),
			keyOf(arrival, "new"),
		);
		failpoint("after-ticket-commit");
		const { suggestion } = route;
		await perform(settleArrival, door, { id: arrival.id, outcome: "NEW_TICKET", ticketId: ticket.id, suggestion });
		return;
	}
	const isUser = route.thread === "u";
	const reply = {
		id: route.ticketId,
		from: isUser ? "USER" : "SECOND_LEVEL",
		channel: "EMAIL",
		senderName: nameOf(mail),
		...message,
	};
	const { ticket } = await perform(receiveReply, door, reply, keyOf(arrival, "reply"));
	if (!isUser) await secondLevelReply(parts, arrival, ticket, { sender: mail.from.address, fresh: mail.fresh });
	failpoint("after-ticket-commit");
	const outcome = isUser ? "USER_REPLY" : "SECOND_LEVEL_REPLY";
	await perform(settleArrival, door, { id: arrival.id, outcome, ticketId: ticket.id });
}

async function takeInReport(
	{ desk, perform }: IntakeParts,
	arrival: DueArrival,
	{ report }: Mail,
	putAside: (reason: string) => Promise<unknown>,
): Promise<void> {
	const id = readMessageId(mailIdentity(desk.settings), report?.messageId ?? "");
	if (report === null || id === null) return void (await putAside("foreign-report"));
	if (report.action === "failed") {
		await perform(
			recordBounce,
			door,
			{ id, recipient: report.recipient, status: report.status },
			keyOf(arrival, "bounce"),
		);
	}
	await perform(settleArrival, door, { id: arrival.id, outcome: "DELIVERY_REPORT", ticketId: null });
}

type Incoming = Awaited<ReturnType<typeof incomingOf>>;

const keepParts = ({ database, store }: Desk, parts: readonly MailPart[]) =>
	database.write(async (tx) => {
		const files = [];
		for (const { bytes, name, type } of parts) {
			files.push({ fileId: await store.put(tx, bytes), name, contentType: type });
		}
		return files;
	});

async function incomingOf({ desk }: IntakeParts, arrival: DueArrival, mail: Mail) {
	const attachments = mail.parts.length === 0 ? [] : await keepParts(desk, mail.parts.slice(0, 50));
	const fresh = mail.fresh.trim().slice(0, 60_000) || subjectOf(mail);
	const body = mail.history === "" ? fresh : `${fresh}\n\n${mail.history.trim().slice(0, 39_000)}`;
	return {
		body,
		quotedFrom: mail.history === "" ? null : fresh.length + 2,
		html: mail.html === null || mail.html.length > 500_000 ? null : mail.html,
		attachments,
		messageId: mail.messageId?.slice(1, -1) ?? null,
		receivedAt: arrival.received_at.toString(),
	};
}

const noSubject = { sl: "(brez zadeve)", en: "(no subject)" };
const subjectOf = (mail: Mail): string => mail.subject || noSubject[mail.language];
const nameOf = (mail: Mail): string | null => mail.from.name.slice(0, 120).trim() || null;

const newTicket = (mail: Mail, message: Incoming) => ({
	channel: "EMAIL",
	reporter: { name: nameOf(mail), email: mail.from.address },
	subject: subjectOf(mail),
	language: mail.language,
	...message,
});
