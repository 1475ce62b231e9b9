import { factKind } from "../../kernel/fact.ts";
import type {
	Audience,
	Channel,
	CloseReason,
	Direction,
	Effect,
	LinkKind,
	MatrixTable,
	MessageKind,
	PriorityCode,
	PriorityFlag,
	ReturnReason,
	TicketState,
	TicketType,
	UserGroup,
} from "./rules/codes.ts";

type Set = "TECHNICAL" | "CONTENT";

/** All facts below are of the aggregate `ticket`; the fact's own `at` says when. Instants in payloads are ISO text in UTC. */
const ticket = "ticket";

/** `receivedAt` is when it reached us, at or before the fact: the statutory days count from it. */
export const ticketReceived = factKind<{
	number: number;
	channel: Channel;
	group: UserGroup;
	serviceId: string | null;
	receivedAt: string;
	language: "sl" | "en";
	/** The closed ticket that it continues. */
	followUpOf: string | null;
	messageId: string;
}>()("ticket-received", ticket);

/** `warnings` are codes: whoever has the ticket from now on is not qualified for its set (SM-2). */
export const ticketTaken = factKind<{ ownerId: string | null; warnings: readonly string[] }>()("ticket-taken", ticket);
export const ticketAssigned = factKind<{ ownerId: string | null; warnings: readonly string[] }>()(
	"ticket-assigned",
	ticket,
);

export const ticketTriaged = factKind<{
	type: TicketType;
	serviceId: string | null;
	set: Set | null;
	category: string | null;
	effect: Effect | null;
	soleChannel: boolean | null;
	requiresOtherBodies: boolean | null;
	userDeadline: string | null;
	/** Null for types whose priority is computed at hand-over, and under schemes without labels. */
	priority: PriorityCode | null;
	flags: readonly PriorityFlag[];
}>()("ticket-triaged", ticket);

/** Only what drives clocks; the reason is a personal text and stays on the ticket. */
export const priorityOverridden = factKind<{
	priority: PriorityCode;
	computed: PriorityCode | null;
	effect: Effect;
	/** Second level has the ticket: its targets follow the new priority from here on. */
	isAtSecondLevel: boolean;
}>()("priority-overridden", ticket);

/** Pins the version that binds the ticket and carries all that second level's clocks need. */
export const ticketHandedOver = factKind<{
	agreementId: string;
	serviceId: string;
	set: Set;
	category: string;
	type: TicketType;
	effect: Effect;
	priority: PriorityCode | null;
	flags: readonly PriorityFlag[];
	soleChannel: boolean;
	requiresOtherBodies: boolean;
	/** Table of the matrix that holds, mixed cells resolved; null under other schemes. */
	table: MatrixTable | null;
	userDeadline: string | null;
	targetOrder: number;
	/** 1 for the first hand-over; a later one starts new clocks and cancels nothing that was judged. */
	handOver: number;
	handedOverAt: string;
	messageId: string;
}>()("ticket-handed-over", ticket);

/** Second level is bound anew while it has the ticket: an amended version says open tickets move, or another body joined. */
export const secondLevelRebound = factKind<{
	agreementId: string;
	priority: PriorityCode | null;
	table: MatrixTable | null;
	reason: "TERMS" | "OTHER_BODIES";
}>()("second-level-rebound", ticket);

export const ticketAcknowledged = factKind<{ hasExternalReference: boolean }>()("ticket-acknowledged", ticket);
export const ticketStarted = factKind<Record<never, never>>()("ticket-started", ticket);

/** The user is asked: second level's resolution clock pauses, the statutory one never. `from` is where work goes on. */
export const ticketPaused = factKind<{ from: TicketState; messageId: string }>()("ticket-paused", ticket);
export const ticketResumed = factKind<{ to: TicketState; by: "ANSWER" | "CONTINUED"; messageId: string | null }>()(
	"ticket-resumed",
	ticket,
);
/** Silence after a question or an answer: reminded after the catalogue's days; `ordinal` counts from 1. */
export const userReminded = factKind<{ ordinal: number }>()("user-reminded", ticket);

/** Waiting for another body pauses nothing. */
export const otherBodyAsked = factKind<{ otherBodyId: string; messageId: string; from: TicketState }>()(
	"other-body-asked",
	ticket,
);
export const otherBodyAnswered = factKind<{ otherBodyId: string; messageId: string; to: TicketState }>()(
	"other-body-answered",
	ticket,
);

export const ticketReturned = factKind<{ reason: ReturnReason; messageId: string }>()("ticket-returned", ticket);
export const ticketSolved = factKind<{ level: 1 | 2; messageId: string; isKnowledgeCandidate: boolean }>()(
	"ticket-solved",
	ticket,
);
export const interimReplySent = factKind<{ expectedOn: string; messageId: string }>()("interim-reply-sent", ticket);
/** The statutory clock stops. */
export const ticketAnswered = factKind<{ messageId: string; channel: Channel }>()("ticket-answered", ticket);
export const ticketClosed = factKind<{ reason: CloseReason }>()("ticket-closed", ticket);
/** `from` is `spam` for a message that was marked by mistake. */
export const ticketReopened = factKind<{ from: TicketState; by: "USER" | "DESK"; messageId: string }>()(
	"ticket-reopened",
	ticket,
);
/** The competent body's name stands on the ticket. */
export const ticketRedirected = factKind<Record<never, never>>()("ticket-redirected", ticket);
/** `CHILD`: second level's clocks follow the parent, its own statutory clock stays. */
export const ticketLinked = factKind<{ toId: string; kind: LinkKind }>()("ticket-linked", ticket);
export const ticketMarkedSpam = factKind<Record<never, never>>()("ticket-marked-spam", ticket);
/** The catalogue's security contact is told at once, whatever the calendar. */
export const ticketRestricted = factKind<{ personalDataBreachSuspected: boolean }>()("ticket-restricted", ticket);

/**
 * A message that came or was written beside the steps above: the user's further word, the side thread with second level, a
 * note, a proposal. Messages that belong to a step are named by that step's own fact.
 */
export const messageAdded = factKind<{
	messageId: string;
	kind: MessageKind;
	audience: Audience;
	direction: Direction;
	channel: Channel | null;
}>()("message-added", ticket);

/** A reply's ten seconds were over and something stood against it: it is its author's draft again. */
export const sendingHeldBack = factKind<{ personId: string; code: string }>()("sending-held-back", ticket);

/** Who asked was set right: which of name, email, phone and group, never to what; the group is counted by. */
export const reporterCorrected = factKind<{ group: UserGroup; changed: readonly string[] }>()(
	"reporter-corrected",
	ticket,
);

/** Somebody looked at masked numbers (IMP-09). */
export const personalDataRevealed = factKind<{ messageId: string; kinds: readonly string[] }>()(
	"personal-data-revealed",
	ticket,
);

/** A reply that leads keep; its words stand in the row alone. */
export const cannedReplyKept = factKind<{ serviceId: string | null; set: Set | null; isOffered: boolean }>()(
	"canned-reply-kept",
	"canned-reply",
);
