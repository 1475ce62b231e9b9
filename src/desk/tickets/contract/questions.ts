import { z } from "zod";
import { act, question, ShownOnce } from "../../../kernel/contract.ts";
import { PersonId, TicketId } from "../../../kernel/id.ts";
import { InstantText, PlainDateText, Text } from "../../../kernel/values.ts";
import { Direction, PersonalDataKind } from "../rules/codes.ts";
import { publicStates } from "../rules/public-state.ts";
import { AttachmentId, MessageId, TicketRef, TicketView } from "./views.ts";

export const read = question({
	name: "tickets.read",
	summary: "One ticket with its conversation and history",
	input: z.strictObject({ id: TicketId }),
	output: TicketView,
	doors: { http: "GET /tickets/{id}", cli: true },
});

export const Doing = z.enum(["VIEWING", "EDITING", "AWAY"]);
export type Doing = z.infer<typeof Doing>;

export const PresenceView = z.strictObject({
	ticketId: TicketId,
	personId: PersonId,
	name: z.string(),
	doing: Doing,
});
export type PresenceView = z.infer<typeof PresenceView>;

export const present = question({
	name: "tickets.present",
	summary: "Who else of one's own side is at a ticket at this moment, or at any ticket in scope",
	input: z.strictObject({ id: TicketId.optional() }),
	output: z.strictObject({ rows: z.array(PresenceView) }),
	doors: { http: "GET /presence", cli: true },
});

export const attachment = question({
	name: "tickets.attachment",
	summary: "A file that came with a ticket",
	input: z.strictObject({ id: TicketId, attachmentId: AttachmentId }),
	output: z.strictObject({ name: z.string(), contentType: z.string(), base64: z.base64() }),
	doors: { http: "GET /tickets/{id}/attachments/{attachmentId}", cli: true },
});

export const reveal = act({
	name: "tickets.reveal",
	summary: "Show the personal numbers that a message masks; who looked is recorded",
	input: z.strictObject({ id: TicketId, messageId: MessageId }),
	output: z.strictObject({
		findings: ShownOnce(z.array(z.strictObject({ kind: PersonalDataKind, text: z.string() }))),
	}),
	doors: { http: "POST /tickets/{id}/messages/{messageId}/reveal" },
});

export const original = act({
	name: "tickets.original",
	summary: "The mail as it came, where its message is shortened; who looked is recorded",
	input: z.strictObject({ id: TicketId, messageId: MessageId }),
	output: z.strictObject({ name: z.string(), contentType: z.string(), base64: ShownOnce(z.base64()) }),
	doors: { http: "POST /tickets/{id}/messages/{messageId}/original" },
});

/** The 128-bit secret of a tracking link, base64url; opens one ticket and nothing else. */
export const FollowToken = z.string().regex(/^[A-Za-z0-9_-]{22,86}$/, "follow-token");

/** What the public sees of a ticket's progress. */
export const PublicState = z.enum(publicStates);

export const TrackView = z.strictObject({
	number: z.int(),
	subject: z.string(),
	state: PublicState,
	receivedAt: InstantText,
	serviceName: z.string().nullable(),
	/** Last day of the statutory reply, null once answered. */
	replyBy: PlainDateText.nullable(),
	/** Day named in an interim reply. */
	expectedOn: PlainDateText.nullable(),
	competentBody: z.string().nullable(),
	messages: z.array(z.strictObject({ at: InstantText, direction: Direction, body: z.string() })),
	/** Whether a message written now is taken to this ticket; after the catalogue's days it opens a new one. */
	isReplyToThis: z.boolean(),
	/** Last day on which the link works; null while the ticket is open. */
	linkUntil: PlainDateText.nullable(),
});

export const track = question({
	name: "tickets.track",
	summary: "What the user sees of one ticket, by the link in the mail; reading uses nothing up",
	input: z.strictObject({ token: FollowToken }),
	output: TrackView,
	doors: { http: "GET /track/{token}", open: true },
});

export const replyByToken = act({
	name: "tickets.replyByToken",
	summary: "The user's reply on the tracking page",
	input: z.strictObject({ token: FollowToken, body: Text(1, 20_000) }),
	output: z.strictObject({ number: z.int(), isNewTicket: z.boolean() }),
	doors: { http: "POST /track/{token}/replies", open: true },
});

export const silent = question({
	name: "tickets.silent",
	summary: "Tickets whose user's silence asks for a reminder or an end; the sweeper asks",
	input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
	output: z.strictObject({ ids: z.array(TicketId) }),
	doors: {},
});

export const settleSilence = act({
	name: "tickets.settleSilence",
	summary: "Remind a silent user or close the ticket, as the catalogue's days say; the sweeper performs it",
	input: z.strictObject({ id: TicketId }),
	output: TicketRef,
	doors: {},
});
