import { z } from "zod";
import { act, question } from "../../../kernel/contract.ts";
import { PersonId, TicketId } from "../../../kernel/id.ts";
import { InstantText, PlainDateText, Text } from "../../../kernel/values.ts";
import { Audience, SendKind } from "../rules/codes.ts";
import { subject, TicketRef } from "./views.ts";

/** Version of a draft: 0 where the device has seen none. */
const DraftVersion = z.coerce.number().int().min(0);

/** As it stands in the field, blanks at its end included; only what the database cannot hold is refused. */
const DraftBody = z
	.string()
	.max(20_000)
	.refine((text) => !text.includes("\u0000"), "control-character");

/** One's own words that are not sent yet. */
export const DraftView = z.strictObject({
	audience: Audience,
	version: DraftVersion,
	body: z.string(),
	savedAt: InstantText,
	/** What it was sent as, also after it was undone. */
	kind: SendKind.nullable(),
	expectedOn: PlainDateText.nullable(),
	/** While it waits in the outbox, until when it can be undone; a span, for the device's own clock may be wrong. */
	sendsInMs: z.int().nullable(),
	/** Code of what stood against it when it was to be sent. */
	heldBack: z.string().nullable(),
});
export type DraftView = z.infer<typeof DraftView>;

/** Answers of drafts carry no words: a repeated act's answer is kept for a while. */
const DraftRef = z.strictObject({ version: DraftVersion, savedAt: InstantText });

export const drafts = question({
	name: "tickets.drafts",
	summary: "One's own words on a ticket that are not sent yet",
	input: z.strictObject({ id: TicketId }),
	output: z.strictObject({ drafts: z.array(DraftView) }),
	doors: { http: "GET /tickets/{id}/drafts" },
});

export const keepDraft = act({
	name: "tickets.keepDraft",
	summary: "Keep words that are not sent yet; empty ones clear the draft",
	input: z.strictObject({ id: TicketId, audience: Audience, version: DraftVersion, body: DraftBody }),
	output: DraftRef,
	doors: { http: "PUT /tickets/{id}/drafts/{audience}" },
	isPrivate: true,
});

export const send = act({
	name: "tickets.send",
	summary: "Send a reply to the user; for ten seconds it can be undone",
	input: z.strictObject({
		...subject,
		kind: SendKind,
		body: Text(1, 20_000),
		/** Of an interim reply: when the answer can be expected. */
		expectedOn: PlainDateText.nullable().default(null),
		/** Version of the draft that it is sent from. */
		draft: DraftVersion,
	}),
	output: DraftRef,
	doors: { http: "POST /tickets/{id}/sending" },
	isPrivate: true,
});

export const undoSend = act({
	name: "tickets.undoSend",
	summary: "Call a reply back that still waits in the outbox: it is a draft again, as it was",
	input: z.strictObject({ id: TicketId }),
	output: DraftRef,
	doors: { http: "POST /tickets/{id}/sending/undo" },
	isPrivate: true,
});

export const dueSends = question({
	name: "tickets.dueSends",
	summary: "Replies whose ten seconds are over; the sweeper asks",
	input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
	output: z.strictObject({ sends: z.array(z.strictObject({ id: TicketId, personId: PersonId })) }),
	doors: {},
});

export const deliverSend = act({
	name: "tickets.deliverSend",
	summary: "Send the reply that waits, in its author's name; the sweeper performs it",
	input: z.strictObject({ id: TicketId }),
	output: TicketRef,
	doors: {},
});

export const holdBackSend = act({
	name: "tickets.holdBackSend",
	summary: "Make a draft again of a reply that something stands against; the sweeper performs it",
	input: z.strictObject({ id: TicketId, personId: PersonId, code: z.string().max(60) }),
	output: DraftRef,
	doors: {},
});
