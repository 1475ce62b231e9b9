import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { Id, ServiceId, TicketId } from "../../kernel/id.ts";
import { Obstacles } from "../../kernel/obstacles.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, Language, Line, MailAddress, Text, Version } from "../../kernel/values.ts";
import { IncomingFile, Reporter } from "../tickets/contract.ts";

export const ArrivalId = Id("arrival");
export const MailId = Id("mail");
export type ArrivalId = z.infer<typeof ArrivalId>;

const Thread = z.enum(["u", "s"]);
const ClueKind = z.enum(["MESSAGE", "ADDRESS", "SUBJECT"]);

export const FormInput = z.strictObject({
	reporter: Reporter,
	subject: Line(1, 300),
	body: Text(1, 20_000),
	language: Language.default("sl"),
	serviceId: ServiceId.nullable().default(null),
	attachments: z.array(IncomingFile).max(10).default([]),
	/** A field that people do not see; whoever fills it in is a machine, and the form waits in quarantine. */
	website: z.string().max(500).default(""),
});
export type FormInput = z.infer<typeof FormInput>;

export const submitForm = act({
	name: "channels.submitForm",
	summary: "Hand in the public form; it is kept before it becomes a ticket",
	input: FormInput,
	output: z.strictObject({ id: ArrivalId, isHeld: z.boolean() }),
	doors: {},
});

export const routeMail = question({
	name: "channels.routeMail",
	summary: "Which conversation a mail belongs to, by its clues and its sender",
	input: z.strictObject({
		sender: MailAddress,
		clues: z
			.array(
				z.discriminatedUnion("by", [
					z.strictObject({ by: z.literal("MESSAGE"), outboxId: z.string() }),
					z.strictObject({ by: z.literal("ADDRESS"), token: z.strictObject({ thread: z.string(), id: z.string() }) }),
					z.strictObject({ by: z.literal("SUBJECT"), number: z.int() }),
				]),
			)
			.max(300),
	}),
	output: z.discriminatedUnion("to", [
		z.strictObject({ to: z.literal("TICKET"), ticketId: TicketId, thread: Thread, by: ClueKind }),
		z.strictObject({
			to: z.literal("NEW"),
			suggestion: z
				.strictObject({ ticketId: TicketId, by: ClueKind, thread: Thread.nullable(), isRestricted: z.boolean() })
				.nullable(),
		}),
	]),
	doors: {},
});

export const settleArrival = act({
	name: "channels.settleArrival",
	summary: "Note what became of an arrival; the mail door calls it",
	input: z.strictObject({
		id: ArrivalId,
		outcome: z.enum(["NEW_TICKET", "USER_REPLY", "SECOND_LEVEL_REPLY", "AUTOMATIC_REPLY", "DELIVERY_REPORT"]),
		ticketId: TicketId.nullable(),
		suggestion: z.strictObject({ ticketId: TicketId, by: ClueKind }).nullable().default(null),
	}),
	output: z.strictObject({ id: ArrivalId }),
	doors: {},
});

export const quarantineArrival = act({
	name: "channels.quarantineArrival",
	summary: "Put an arrival aside that cannot be taken in, with the reason",
	input: z.strictObject({ id: ArrivalId, reason: z.string().regex(/^[a-z][a-z-]{1,60}$/) }),
	output: z.strictObject({ id: ArrivalId }),
	doors: {},
});

export const settleDelivery = act({
	name: "channels.settleDelivery",
	summary: "Note what the receiving server said about a mail; the sender calls it",
	input: z.strictObject({
		id: MailId,
		outcome: z.enum(["ACCEPTED", "DEFERRED", "REFUSED"]),
		response: z.string().max(2000),
	}),
	output: z.strictObject({ id: MailId, state: z.enum(["QUEUED", "SENT", "FAILED", "BOUNCED"]) }),
	doors: {},
});

export const recordBounce = act({
	name: "channels.recordBounce",
	summary: "Note that a mail of ours came back from its recipient",
	input: z.strictObject({ id: MailId, recipient: MailAddress, status: z.string().max(20) }),
	output: z.strictObject({ id: MailId }),
	doors: {},
});

export const QuarantineRow = z.strictObject({
	id: ArrivalId,
	version: Version,
	channel: z.enum(["EMAIL", "WEB_FORM"]),
	receivedAt: InstantText,
	reason: z.string(),
	/** Return path of the mail, unproven; empty for reports and forms. */
	envelopeFrom: z.string(),
	sizeBytes: z.int(),
	can: z.strictObject({ reprocess: Obstacles, dismiss: Obstacles }),
});

export const quarantine = question({
	name: "channels.quarantine",
	summary: "Arrivals that could not be taken in, the oldest first",
	input: z.strictObject(pageInput),
	output: pageOf(QuarantineRow),
	doors: { http: "GET /quarantine", cli: true },
});

export const rawArrival = question({
	name: "channels.rawArrival",
	summary: "An arrival in quarantine exactly as it came, to be saved as a file",
	input: z.strictObject({ id: ArrivalId }),
	output: z.strictObject({ name: z.string(), contentType: z.string(), base64: z.base64() }),
	doors: { http: "GET /quarantine/{id}/raw", cli: true },
});

export const reprocess = act({
	name: "channels.reprocess",
	summary: "Try again to take in an arrival from quarantine",
	input: z.strictObject({ id: ArrivalId, version: Version }),
	output: z.strictObject({ id: ArrivalId, version: Version }),
	doors: { http: "POST /quarantine/{id}/reprocessing", cli: true },
});

export const dismiss = act({
	name: "channels.dismiss",
	summary: "Close an arrival in quarantine that asks for nothing; it stays kept",
	input: z.strictObject({ id: ArrivalId, version: Version }),
	output: z.strictObject({ id: ArrivalId, version: Version }),
	doors: { http: "POST /quarantine/{id}/dismissal", cli: true },
});

export const SentMailRow = z.strictObject({
	id: MailId,
	at: InstantText,
	to: z.string(),
	subject: z.string(),
	purpose: z.string(),
	ticketId: TicketId.nullable(),
});

export const sentMails = question({
	name: "channels.sentMails",
	summary: "Mails in the built-in sink, the newest first: a demo or test desk mails nobody",
	input: z.strictObject({ ...pageInput, to: MailAddress.optional() }),
	output: pageOf(SentMailRow),
	doors: { http: "GET /sent-mails", cli: true },
});

export const sentMail = question({
	name: "channels.sentMail",
	summary: "One mail of the sink, as its recipient would see it",
	input: z.strictObject({ id: MailId }),
	output: z.strictObject({
		...SentMailRow.shape,
		text: z.string(),
		html: z.string().nullable(),
		/** Where a reply goes. */
		replyTo: z.string(),
		messageId: z.string(),
		raw: z.string(),
	}),
	doors: { http: "GET /sent-mails/{id}", cli: true },
});

export const declineWish = act({
	name: "channels.declineWish",
	summary: "Tell second level that what its mail asked for could not be done; the mail door calls it",
	input: z.strictObject({
		id: ArrivalId,
		ticketId: TicketId,
		to: MailAddress,
		wish: z.enum(["SOLVE", "RETURN", "ASK_USER"]),
		/** `STATE`: the ticket does not allow it now; `NO_REPLY`: only the ticket's number led here, which anybody may know. */
		reason: z.enum(["STATE", "NO_REPLY"]),
	}),
	output: z.strictObject({ id: ArrivalId }),
	doors: {},
});

export const DeliveryView = z.strictObject({
	id: MailId,
	purpose: z.string(),
	recipient: z.string(),
	subject: z.string(),
	queuedAt: InstantText,
	state: z.enum(["QUEUED", "SENT", "FAILED", "BOUNCED"]),
	failure: z.string().nullable(),
	attempts: z.int(),
	settledAt: InstantText.nullable(),
});

export const deliveries = question({
	name: "channels.deliveries",
	summary: "Mails about a ticket and what became of them (IMP-12)",
	input: z.strictObject({ ticketId: TicketId }),
	output: z.strictObject({ rows: z.array(DeliveryView) }),
	doors: { http: "GET /tickets/{ticketId}/deliveries", cli: true },
});

export const suggestions = question({
	name: "channels.suggestions",
	summary: "Tickets that the mail of this ticket pointed at without its sender taking part in them",
	input: z.strictObject({ ticketId: TicketId }),
	output: z.strictObject({ rows: z.array(z.strictObject({ ticketId: TicketId, number: z.int() })) }),
	doors: { http: "GET /tickets/{ticketId}/suggestions", cli: true },
});
