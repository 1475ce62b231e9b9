import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { AgreementId, Id, TicketId } from "../../kernel/id.ts";
import { pageInput } from "../../kernel/page.ts";
import { InstantText, Line, PlainDateText, SupportSet, Version } from "../../kernel/values.ts";
import { PriorityCode } from "../tickets/rules/codes.ts";
import type { MoveReason } from "./facts.ts";
import { ClockKind, Hours } from "./rules/kinds.ts";

export const ClockId = Id("clock");
export type ClockId = z.infer<typeof ClockId>;

/** Where the number was agreed or written in law: `I.11` (table A or B and row), `CATALOGUE`, `UUP-17`, `ZINFV1-30`, `GDPR-33`. */
export const ClauseView = z.strictObject({
	section: z.string(),
	table: z.enum(["A", "B"]).nullable(),
	row: z.union([PriorityCode, SupportSet]).nullable(),
});

/** Working time in milliseconds, or days with an opening (calendar days where the law counts them). */
export const AllowanceView = z.strictObject({ unit: z.enum(["ms", "days"]), amount: z.number() });

export const ClockView = z.strictObject({
	id: ClockId,
	version: Version,
	/** The ticket that has the clock: another one where a child follows its parent. */
	ticketId: TicketId,
	kind: ClockKind,
	/** Number of the hand-over, or of the answer owed. */
	round: z.int(),
	state: z.enum(["running", "paused", "met", "cancelled"]),
	startedAt: InstantText,
	/** When it begins to run, of a clock started outside the hours that count. */
	opensAt: InstantText.nullable(),
	dueAt: InstantText.nullable(),
	/** The last day, where the law counts days; `dueAt` is its end. */
	dueOn: PlainDateText.nullable(),
	warnAt: InstantText.nullable(),
	/** Only while paused. */
	left: AllowanceView.nullable(),
	endedAt: InstantText.nullable(),
	isWarned: z.boolean(),
	isBreached: z.boolean(),
	allowance: AllowanceView,
	clause: ClauseView,
	agreementId: AgreementId.nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

/** How far a ticket has got on its escalation path. */
export const EscalationView = z.strictObject({
	handOver: z.int(),
	targetOrder: z.int(),
	/** Who has the ticket now: a person, a team or another body of the path. */
	targetName: z.string(),
	/** Who is called next; null at the end of the path. */
	next: z.strictObject({ order: z.int(), name: z.string() }).nullable(),
	/** When the next target's turn comes by itself; null = only by hand, or there is none. */
	movesAt: InstantText.nullable(),
	/** Second level's due time falls after the user's own deadline (A-43, flag `user_deadline_before_sla`). */
	isAfterUserDeadline: z.boolean(),
});

export const ofTicket = question({
	name: "clocks.ofTicket",
	summary: "What is owed on a ticket, until when, and what was",
	input: z.strictObject({ ticketId: TicketId }),
	output: z.strictObject({ clocks: z.array(ClockView), escalation: EscalationView.nullable() }),
	doors: { http: "GET /tickets/{ticketId}/clocks", cli: true },
});

export const ofTickets = question({
	name: "clocks.ofTickets",
	summary: "What is owed on each of several tickets in the actor's scope; one outside it is absent",
	input: z.strictObject({ ticketIds: z.array(TicketId).min(1).max(100) }),
	output: z.strictObject({ rows: z.array(z.strictObject({ ticketId: TicketId, clocks: z.array(ClockView) })) }),
	doors: { http: "GET /clocks", cli: true },
});

const SpanView = z.strictObject({ from: InstantText, to: InstantText });

const moveReasons = [
	"CALENDAR",
	"PRIORITY",
	"INTERIM_REPLY",
	"TERMS",
	"OTHER_BODIES",
	"REBUILT",
] as const satisfies readonly MoveReason[];

/** The whole account of one due time (A-42, `working-time.md` 16), as data: sentences and drawing are the screen's. */
export const WhyView = z.strictObject({
	clock: ClockView,
	/** The version that was pinned at hand-over; its number is also the number of second level's calendars. */
	agreement: z
		.strictObject({ id: AgreementId, number: z.int(), service: z.string(), signedOn: PlainDateText.nullable() })
		.nullable(),
	/** The edition of the catalogue, where first level's own targets and opening hours count. */
	catalogue: z.strictObject({ number: z.int(), edition: z.string(), inForceFrom: PlainDateText.nullable() }).nullable(),
	/** How an allowance in days ends: with the last day's closing, or at the hour of the hand-over. */
	daysDueAt: z.enum(["closing", "sameTime"]).nullable(),
	calendar: z.strictObject({
		hours: Hours,
		/**
		 * What tells one state of the calendar from another beside the text of the version: single days recorded later. Those
		 * known when the clock ran out or ended, else now; a judged time is told by the calendar it was judged by.
		 */
		knownAt: InstantText,
		corrections: z.int(),
		correctedAt: InstantText.nullable(),
		timeZone: z.string(),
		/** Windows of each day from Monday, as the agreement writes them. */
		week: z.array(z.array(z.string())).length(7),
		observesWorkFreeDays: z.boolean(),
	}),
	/** The day that an interim reply sent in time announced: it took the place of the 15 days (F25). */
	announcedOn: PlainDateText.nullable(),
	warningShare: z.int(),
	/** Stretches that count, from the start to the due time, or to now while paused; their sum is the allowance. */
	worked: z.array(SpanView),
	pauses: z.array(z.strictObject({ from: InstantText, to: InstantText.nullable(), workingMs: z.int() })),
	/** What else moved it, and when: a correction of fact, a priority, amended terms, an interim reply. */
	moves: z.array(
		z.strictObject({
			at: InstantText,
			reason: z.enum(moveReasons),
			from: InstantText.nullable(),
			to: InstantText.nullable(),
		}),
	),
	/** Dates on the way that are not as the week says. */
	closedDays: z.array(
		z.strictObject({
			date: PlainDateText,
			reason: z.enum(["workFreeDay", "exception"]),
			/** What the day is called, or the reason recorded for its hours. */
			name: z.string().nullable(),
			/** Null = agreed or known from the start; else a correction of fact. */
			recordedAt: InstantText.nullable(),
			/** Hours that held on it. */
			windows: z.array(z.string()),
		}),
	),
	/** Each day that ended on the way; one that ended during a pause is not counted. Only where days are counted. */
	days: z.array(z.strictObject({ endsAt: InstantText, isCounted: z.boolean() })),
	/** How it was judged: nothing rewrites these. */
	verdicts: z.array(z.strictObject({ verdict: z.enum(["MET", "BREACHED"]), at: InstantText, dueAt: InstantText })),
	/** The days a drawing covers, from the first start to the last due time, end or now, and the open hours on them. */
	drawn: z.strictObject({ from: InstantText, to: InstantText, open: z.array(SpanView) }),
	/** The other targets of the ticket in the same picture. */
	others: z.array(ClockView),
});
export type WhyView = z.infer<typeof WhyView>;

export const why = question({
	name: "clocks.why",
	summary: "Why a deadline is when it is: version, clause, hours used, days off, pauses",
	input: z.strictObject({ id: ClockId }),
	output: WhyView,
	doors: { http: "GET /clocks/{id}/why", cli: true },
});

export const sweep = act({
	name: "clocks.sweep",
	summary: "Warn of deadlines, record breaches and call the next target, for one batch of what is due now",
	input: z.strictObject({
		/** One ticket alone: after a batch failed, to find the one it failed by. */
		only: TicketId.optional(),
		/** Tickets that failed not long ago. */
		without: z.array(TicketId).max(1000).default([]),
	}),
	output: z.strictObject({
		warned: z.int(),
		breached: z.int(),
		moved: z.int(),
		escalated: z.int(),
		isMore: z.boolean(),
	}),
	doors: {},
});

export const dueTickets = question({
	name: "clocks.dueTickets",
	summary: "The tickets that the next batch would speak of",
	input: z.strictObject({ without: z.array(TicketId).max(1000).default([]) }),
	output: z.strictObject({ ids: z.array(TicketId) }),
	doors: {},
});

export const escalate = act({
	name: "clocks.escalate",
	summary: "Call the next target of the escalation path now, as after a word that nobody answers",
	input: z.strictObject({ ticketId: TicketId }),
	output: EscalationView,
	doors: { http: "POST /tickets/{ticketId}/escalation", cli: true },
});

export const settleLegal = act({
	name: "clocks.settleLegal",
	summary: "Record that a notification by law was sent, or why none is required",
	input: z.strictObject({
		id: ClockId,
		version: Version,
		outcome: z.enum(["REPORTED", "NOT_REQUIRED"]),
		reason: Line(3, 500),
	}),
	output: ClockView,
	doors: { http: "POST /clocks/{id}/settlement", cli: true },
});

const DifferenceView = z.strictObject({
	ticketId: TicketId,
	kind: ClockKind,
	round: z.int(),
	/** Missing = facts say it should be there, unknown = none says so, else the first column that differs. */
	what: z.enum(["missing", "unknown", "state", "startedAt", "endedAt", "allowance", "dueAt"]),
});

export const check = question({
	name: "clocks.check",
	summary: "Hold stored clocks against the facts they follow from; nothing differs when all is well",
	input: z.strictObject(pageInput),
	output: z.strictObject({ tickets: z.int(), differences: z.array(DifferenceView), next: z.string().nullable() }),
	doors: { http: "GET /clocks/check", cli: true },
});

export const rebuild = act({
	name: "clocks.rebuild",
	summary: "Write stored due times anew from facts, terms and calendar; gives what still differs",
	input: z.strictObject(pageInput),
	output: z.strictObject({
		tickets: z.int(),
		rewritten: z.int(),
		differences: z.array(DifferenceView),
		next: z.string().nullable(),
	}),
	doors: {},
});
