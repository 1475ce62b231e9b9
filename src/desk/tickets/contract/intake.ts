import { z } from "zod";
import { act, question, ShownOnce } from "../../../kernel/contract.ts";
import { FileId, ServiceId, TicketId } from "../../../kernel/id.ts";
import { InstantText, Language, Line, MailAddress, PlainDateText, Text } from "../../../kernel/values.ts";
import { Channel, UserGroup } from "../rules/codes.ts";
import { subject, TicketRef } from "./views.ts";

export const Reporter = z.strictObject({
	name: Line(1, 120).nullable().default(null),
	email: MailAddress.nullable().default(null),
	phone: Line(3, 40).nullable().default(null),
	group: UserGroup.default("citizen"),
});

/** A file that a door has already put into the store, with the name it came under. */
export const IncomingFile = z.strictObject({ fileId: FileId, name: Line(1, 200), contentType: Line(1, 120) });

const incoming = {
	/** Plain text as it was written. */
	body: Text(1, 100_000),
	/** Sanitised by the door. */
	html: z.string().max(500_000).nullable().default(null),
	/** Character of `body` where quoted history begins. */
	quotedFrom: z.int().min(0).nullable().default(null),
	attachments: z.array(IncomingFile).max(50).default([]),
	/** The mail as it came, where the parts above are less than the whole of it. */
	original: FileId.nullable().default(null),
	/** No person wrote it: it stands with the ticket, moves nothing and is answered by nothing. */
	isAutomatic: z.boolean().default(false),
	/** Message-ID of the mail, without angle brackets; a second mail with it is not taken again. */
	messageId: Line(1, 500).nullable().default(null),
	/** When it reached us; the statutory days count from it. Now, where it is left out. */
	receivedAt: InstantText.optional(),
};

export const receive = act({
	name: "tickets.receive",
	summary: "Take in what a user asks by form, e-mail or interface",
	input: z.strictObject({
		channel: Channel,
		reporter: Reporter,
		subject: Line(1, 300),
		language: Language.default("sl"),
		serviceId: ServiceId.nullable().default(null),
		...incoming,
	}),
	/** `token` opens the tracking page of this one ticket. */
	output: z.strictObject({ ...TicketRef.shape, token: ShownOnce(z.string()), replyBy: PlainDateText }),
	doors: { http: "POST /tickets", cli: true },
});

export const registerCall = act({
	name: "tickets.registerCall",
	summary: "Note a call: caller and subject are enough while the phone is in hand",
	input: z.strictObject({
		caller: Reporter,
		subject: Line(1, 300),
		body: Text(0, 100_000).default(""),
		language: Language.default("sl"),
		serviceId: ServiceId.nullable().default(null),
		receivedAt: InstantText.optional(),
	}),
	output: TicketRef,
	doors: { http: "POST /calls", cli: true },
});

export const receiveReply = act({
	name: "tickets.receiveReply",
	summary: "Add what came in to a ticket: from its user, second level or another body; a door calls it",
	input: z.strictObject({
		id: TicketId,
		from: z.enum(["USER", "SECOND_LEVEL", "OTHER_BODY"]),
		channel: Channel,
		/** Display name of the sender on second level's side; the user's name is not kept twice. */
		senderName: Line(1, 120).nullable().default(null),
		...incoming,
	}),
	/**
	 * What became of it: `ADDED` to the conversation (a waiting ticket goes on), `REOPENED` within the catalogue's days,
	 * `NEW_TICKET` linked to the old one after them. A Message-ID that the ticket has is refused (`message-repeated`).
	 */
	output: z.strictObject({ ticket: TicketRef, outcome: z.enum(["ADDED", "REOPENED", "NEW_TICKET"]) }),
	doors: {},
});

export const addCall = act({
	name: "tickets.addCall",
	summary: "Note a further call of the user on a ticket",
	input: z.strictObject({ ...subject, body: Text(1, 100_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/calls", cli: true },
});

export const correctReporter = act({
	name: "tickets.correctReporter",
	summary: "Set right who asked: name, addresses and user group, all of them",
	input: z.strictObject({
		...subject,
		name: Line(1, 120).nullable(),
		email: MailAddress.nullable(),
		phone: Line(3, 40).nullable(),
		group: UserGroup,
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/reporter", cli: true },
});

export const ofCaller = question({
	name: "tickets.ofCaller",
	summary: "Open tickets of whoever is on the phone, by number or address",
	input: z.strictObject({ phone: Line(1, 40).optional(), email: Line(1, 254).optional() }),
	output: z.strictObject({
		rows: z.array(
			z.strictObject({ ...TicketRef.omit({ version: true }).shape, subject: z.string(), receivedAt: InstantText }),
		),
	}),
	doors: { http: "GET /tickets/of-caller", cli: true },
});

export const markSpam = act({
	name: "tickets.markSpam",
	summary: "Mark as unsolicited",
	input: z.strictObject(subject),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/spam", cli: true },
});
