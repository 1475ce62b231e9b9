import quarantineArrival from "../../desk/channels/operations/quarantine-arrival.ts";
import recordBounce from "../../desk/channels/operations/record-bounce.ts";
import routeMail from "../../desk/channels/operations/route-mail.ts";
import settleArrival from "../../desk/channels/operations/settle-arrival.ts";
import { automaticDoor, isProven, type Thread } from "../../desk/channels/rules/thread.ts";
import receive from "../../desk/tickets/operations/receive.ts";
import receiveReply from "../../desk/tickets/operations/receive-reply.ts";
import { numberInSubject } from "../../desk/tickets/rules/ticket-number.ts";
import type { FileId } from "../../kernel/id.ts";
import { failpoint } from "../../platform/failpoint.ts";
import type { DueArrival } from "../../platform/mail/inbox.ts";
import { mailIdentity } from "../../platform/mail/outbox.ts";
import type { Mail, MailPart } from "../../platform/mail/parse.ts";
import { type ThreadClue, threadClues } from "../../platform/mail/threading.ts";
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
	const route = await routed(parts, mail.from.address, clues);
	const message = await incomingOf(parts, arrival, mail);
	if (route.to === "TICKET") {
		return mail.automatic === null
			? takeInReply(parts, arrival, mail, route, message)
			: keepAutomatic(parts, arrival, route, nameOf(mail), message);
	}
	const { suggestion } = route;
	if (suggestion !== null && isProven(suggestion)) {
		if (mail.automatic !== null) return keepAutomatic(parts, arrival, suggestion, writtenBy(mail), message);
		// A new ticket would show advisers what may belong to a matter that is closed to them.
		if (suggestion.isRestricted) return void (await putAside("points-at-restricted"));
	}
	const ticket = await perform(
		receive,
		mail.automatic === null ? door : automaticDoor,
		newTicket(mail, message),
		keyOf(arrival, "new"),
	);
	failpoint("after-ticket-commit");
	await perform(settleArrival, door, {
		id: arrival.id,
		outcome: "NEW_TICKET",
		ticketId: ticket.id,
		suggestion: suggestion && { ticketId: suggestion.ticketId, by: suggestion.by },
	});
}

type Routed = Awaited<ReturnType<typeof routed>>;
const routed = ({ perform }: IntakeParts, sender: string, clues: readonly ThreadClue[]) =>
	clues.length === 0 ? unthreaded : perform(routeMail, door, { sender, clues });

/** A further word of somebody who takes part; what second level asks for in it is done only on a reply to a mail of ours. */
async function takeInReply(
	parts: IntakeParts,
	arrival: DueArrival,
	mail: Mail,
	route: Extract<Routed, { to: "TICKET" }>,
	message: Incoming,
): Promise<void> {
	const { perform } = parts;
	const isUser = route.thread === "u";
	const reply = { id: route.ticketId, from: isUser ? "USER" : "SECOND_LEVEL", channel: "EMAIL", ...message };
	const said = { ...reply, senderName: nameOf(mail) };
	const { ticket } = await perform(receiveReply, door, said, keyOf(arrival, "reply"));
	const words = { sender: mail.from.address, fresh: mail.fresh, isProven: isProven(route) };
	if (!isUser) await secondLevelReply(parts, arrival, ticket, words);
	failpoint("after-ticket-commit");
	const outcome = isUser ? "USER_REPLY" : "SECOND_LEVEL_REPLY";
	await perform(settleArrival, door, { id: arrival.id, outcome, ticketId: ticket.id });
}

/** An answer that no person wrote stands folded in the conversation it answers; it does nothing and nothing answers it. */
async function keepAutomatic(
	{ perform }: IntakeParts,
	arrival: DueArrival,
	{ ticketId, thread }: { readonly ticketId: string; readonly thread: Thread | null },
	senderName: string | null,
	message: Incoming,
): Promise<void> {
	// What answers a notice to one of our own people belongs to no conversation.
	if (thread !== null) {
		const from = thread === "u" ? "USER" : "SECOND_LEVEL";
		const reply = { id: ticketId, from, channel: "EMAIL", senderName, ...message };
		await perform(receiveReply, door, reply, keyOf(arrival, "reply"));
	}
	await perform(settleArrival, door, { id: arrival.id, outcome: "AUTOMATIC_REPLY", ticketId });
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

/** What a message of a conversation holds; the rest of a longer mail is in the mail as it came. */
const kept = { parts: 50, fresh: 60_000, history: 39_000, html: 500_000 };

async function incomingOf({ desk }: IntakeParts, arrival: DueArrival, mail: Mail) {
	const attachments = mail.parts.length === 0 ? [] : await keepParts(desk, mail.parts.slice(0, kept.parts));
	const [freshWhole, historyWhole] = [mail.fresh.trim(), mail.history.trim()];
	const fresh = freshWhole.slice(0, kept.fresh) || subjectOf(mail);
	const body = mail.history === "" ? fresh : `${fresh}\n\n${historyWhole.slice(0, kept.history)}`;
	const html = mail.html === null || mail.html.length > kept.html ? null : mail.html;
	const isShortened =
		mail.isCut ||
		mail.parts.length > kept.parts ||
		freshWhole.length > kept.fresh ||
		historyWhole.length > kept.history ||
		html !== mail.html;
	return {
		body,
		quotedFrom: mail.history === "" ? null : fresh.length + 2,
		html,
		attachments,
		original: isShortened ? arrival.file : null,
		isAutomatic: mail.automatic !== null,
		messageId: mail.messageId?.slice(1, -1) ?? null,
		receivedAt: arrival.received_at.toString(),
	};
}

const noSubject = { sl: "(brez zadeve)", en: "(no subject)" };
const subjectOf = (mail: Mail): string => mail.subject || noSubject[mail.language];
const nameOf = (mail: Mail): string | null => mail.from.name.slice(0, 120).trim() || null;
/** Of somebody who takes no part in the conversation the address is said too. */
const writtenBy = ({ from }: Mail): string => `${from.name.slice(0, 50)} <${from.address}>`.trim().slice(0, 120);

const newTicket = (mail: Mail, message: Incoming) => ({
	channel: "EMAIL",
	reporter: { name: nameOf(mail), email: mail.from.address },
	subject: subjectOf(mail),
	language: mail.language,
	...message,
});
