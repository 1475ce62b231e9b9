import { z } from "zod";
import { AgreementId, FileId, Id, PersonId, ServiceId, TicketId } from "../../../kernel/id.ts";
import { Obstacles } from "../../../kernel/obstacles.ts";
import { InstantText, Language, PlainDateText, SupportSet, Version } from "../../../kernel/values.ts";
import {
	Audience,
	Channel,
	CloseReason,
	Direction,
	Effect,
	LinkKind,
	MatrixTable,
	MessageKind,
	PersonalDataKind,
	PriorityCode,
	PriorityFlag,
	TicketState,
	TicketType,
	UserGroup,
} from "../rules/codes.ts";
import { ticketActs } from "../rules/life-cycle.ts";

export const MessageId = Id("message");
export const OtherBodyId = Id("other-body");
export const AttachmentId = Id("attachment");

/** What every act on a ticket answers: enough to go on with; the rest is `tickets.read`. */
export const TicketRef = z.strictObject({ id: TicketId, number: z.int(), version: Version, state: TicketState });
export type TicketRef = z.infer<typeof TicketRef>;

/** Input that every act on a ticket shares. */
export const subject = { id: TicketId, version: Version };

export const PriorityView = z.strictObject({
	code: PriorityCode.nullable(),
	/** 1 = most urgent; orders the queue under every scheme, also `none`. */
	rank: z.int().min(1).max(3),
	/** Table of the matrix by which second level's times are read; null under other schemes. */
	table: MatrixTable.nullable(),
	flags: z.array(PriorityFlag),
	override: z.strictObject({ computed: PriorityCode.nullable(), reason: z.string(), by: z.string() }).nullable(),
});

export const AttachmentView = z.strictObject({
	id: AttachmentId,
	name: z.string(),
	contentType: z.string(),
	sizeBytes: z.int(),
	fileId: FileId,
});

export const MessageView = z.strictObject({
	id: MessageId,
	at: InstantText,
	kind: MessageKind,
	audience: Audience,
	direction: Direction,
	channel: Channel.nullable(),
	/** Name of the adviser or second level's member; null for the user, whose name stands in `reporter`. */
	authorName: z.string().nullable(),
	/** Plain text, personal numbers masked. */
	body: z.string(),
	/** Sanitised HTML as it came, never masked: null where something was masked or the actor may not see it. */
	html: z.string().nullable(),
	/** Where quoted history begins in `body`; null = nothing quoted. */
	quotedFrom: z.int().nullable(),
	/** Written by no person: an absence note, a tracker's confirmation. */
	isAutomatic: z.boolean(),
	/** Less than the whole mail that came. */
	isShortened: z.boolean(),
	/** Whether `tickets.original` gives the whole of it to this reader; the look leaves a record. */
	hasOriginal: z.boolean(),
	/** What is masked in `body`; `tickets.reveal` shows it and leaves a record. */
	masked: z.array(PersonalDataKind),
	attachments: z.array(AttachmentView),
});

export const OtherBodyView = z.strictObject({
	id: OtherBodyId,
	name: z.string(),
	askedAt: InstantText.nullable(),
	answeredAt: InstantText.nullable(),
});

/** One step of the ticket's history: a fact's name and its codes; prose for it lives in the web. */
export const StepView = z.strictObject({
	at: InstantText,
	name: z.string(),
	by: z.strictObject({ kind: z.enum(["person", "system", "public"]), name: z.string().nullable() }),
	codes: z.record(z.string(), z.json()),
});

export const LinkView = z.strictObject({
	id: TicketId,
	number: z.int(),
	subject: z.string(),
	state: TicketState,
	kind: LinkKind,
});

/** Acts whose obstacles a view carries; an empty list = open to the actor now. */
export const CanView = z.record(z.enum(ticketActs), Obstacles);

/** One ticket for the contact centre and second level; what the actor may not see is null or left out (§2.2 rule 3). */
export const TicketView = z
	.strictObject({
		...TicketRef.shape,
		channel: Channel,
		language: Language,
		subject: z.string(),
		receivedAt: InstantText,
		reporter: z
			.strictObject({
				name: z.string().nullable(),
				email: z.string().nullable(),
				phone: z.string().nullable(),
				group: UserGroup,
			})
			.nullable(),
		type: TicketType.nullable(),
		service: z.strictObject({ id: ServiceId, name: z.string() }).nullable(),
		/** The version that binds the ticket, pinned at hand-over; null before. */
		agreementId: AgreementId.nullable(),
		set: SupportSet.nullable(),
		category: z.strictObject({ code: z.string(), label: z.string() }).nullable(),
		effect: Effect.nullable(),
		soleChannel: z.boolean().nullable(),
		requiresOtherBodies: z.boolean().nullable(),
		otherBodies: z.array(OtherBodyView),
		userDeadline: PlainDateText.nullable(),
		priority: PriorityView.nullable(),
		competentBody: z.string().nullable(),
		owner: z.strictObject({ id: PersonId, name: z.string() }).nullable(),
		isRestricted: z.boolean(),
		/** People of second level to whom a restricted ticket is open; empty for second level itself. */
		namedPersons: z.array(z.strictObject({ id: PersonId, name: z.string() })),
		personalDataBreachSuspected: z.boolean(),
		/** What an override may choose among: the labels of the scheme that binds the ticket. */
		priorityCodes: z.array(PriorityCode),
		/** Order of the escalation target that has the ticket; null at first level. */
		targetOrder: z.int().nullable(),
		/** Number of the case in second level's own system. */
		externalReference: z.string().nullable(),
		waitingSince: InstantText.nullable(),
		interimReplyExpectedOn: PlainDateText.nullable(),
		solvedLevel: z.union([z.literal(1), z.literal(2)]).nullable(),
		closeReason: CloseReason.nullable(),
		reopenableUntil: InstantText.nullable(),
		counts: z.strictObject({ handOvers: z.int(), returns: z.int(), reopenings: z.int() }),
		parent: LinkView.nullable(),
		linked: z.array(LinkView),
		messages: z.array(MessageView),
		steps: z.array(StepView),
		/** What speaks against its owner, or against the reader taking it, without refusing anything (SM-2). */
		warnings: Obstacles,
		can: CanView,
	})
	.meta({ id: "TicketView" });
export type TicketView = z.infer<typeof TicketView>;
