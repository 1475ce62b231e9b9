import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { Id, PersonId, ServiceId, TicketId } from "../../kernel/id.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, PlainDateText, SupportSet } from "../../kernel/values.ts";
import { ClockKind } from "../clocks/rules/kinds.ts";
import { Channel, PriorityCode, TicketState, TicketType } from "../tickets/rules/codes.ts";
import { densities, hasAlways, isEachOnce, queueColumns } from "./rules/columns.ts";
import { systemViews } from "./rules/views.ts";

/**
 * Which due time a row shows; null = nothing is owed on the ticket. Whether it is soon or late follows from the reader's time,
 * which goes on while the list is on screen.
 */
export const RowDue = z.strictObject({
	clockId: Id("clock"),
	kind: ClockKind,
	state: z.enum(["running", "paused"]),
	/** Null while paused. */
	dueAt: InstantText.nullable(),
	warnAt: InstantText.nullable(),
	isBreached: z.boolean(),
});

export const QueueRow = z.strictObject({
	id: TicketId,
	number: z.int(),
	subject: z.string(),
	state: TicketState,
	channel: Channel,
	type: TicketType.nullable(),
	service: z.strictObject({ id: ServiceId, name: z.string() }).nullable(),
	set: SupportSet.nullable(),
	owner: z.strictObject({ id: PersonId, name: z.string() }).nullable(),
	isRestricted: z.boolean(),
	/** Null until one is computed. */
	priority: z
		.strictObject({
			code: PriorityCode.nullable(),
			rank: z.int().min(1).max(3),
			isOverridden: z.boolean(),
		})
		.nullable(),
	userDeadline: PlainDateText.nullable(),
	receivedAt: InstantText,
	changedAt: InstantText,
	due: RowDue.nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

export const list = question({
	name: "queues.list",
	summary: "Tickets in the actor's scope by their next due time, filtered",
	input: z.strictObject({
		...pageInput,
		view: z.enum(systemViews).optional(),
		state: TicketState.optional(),
		serviceId: ServiceId.optional(),
		set: SupportSet.optional(),
		ownerId: PersonId.optional(),
		channel: Channel.optional(),
		type: TicketType.optional(),
		/** Closed and unsolicited ones only where this is false. */
		isOpen: flag.default(true),
		/** Words of the subject, or a number. Finds closed ones too. */
		words: z.string().trim().max(200).optional(),
		/** Only what changed since a former answer's `asOf`: a list on screen learns what is new without moving. */
		changedAfter: InstantText.optional(),
	}),
	output: pageOf(QueueRow).extend({ asOf: InstantText }),
	doors: { http: "GET /tickets", cli: true },
});

export const counts = question({
	name: "queues.counts",
	summary: "How many open tickets each system view has for the actor",
	input: z.strictObject({}),
	output: z.strictObject({ all: z.int(), ...Object.fromEntries(systemViews.map((view) => [view, z.int()])) } as Record<
		"all" | (typeof systemViews)[number],
		z.ZodInt
	>),
	doors: { http: "GET /queues/counts", cli: true },
});

/** Which columns a person's lists have, in which order, and how high a row is. */
export const Arrangement = z.strictObject({
	columns: z.array(z.enum(queueColumns)).refine(isEachOnce, "column-twice").refine(hasAlways, "column-missing"),
	density: z.enum(densities),
});

export const arrangement = question({
	name: "queues.arrangement",
	summary: "How one's own lists are arranged: columns, their order, row height",
	input: z.strictObject({}),
	output: Arrangement,
	doors: { http: "GET /queues/arrangement", cli: true },
});

export const arrange = act({
	name: "queues.arrange",
	summary: "Arrange one's own lists, on every device",
	input: Arrangement,
	output: Arrangement,
	doors: { http: "PUT /queues/arrangement", cli: true },
});
