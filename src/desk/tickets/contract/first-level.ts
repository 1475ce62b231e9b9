import { z } from "zod";
import { act, question } from "../../../kernel/contract.ts";
import { PersonId, ServiceId, TicketId } from "../../../kernel/id.ts";
import { Obstacles } from "../../../kernel/obstacles.ts";
import { Line, PlainDateText, Text } from "../../../kernel/values.ts";
import { Effect, LinkKind, PriorityCode, TicketType } from "../rules/codes.ts";
import { subject, TicketRef } from "./views.ts";

export const take = act({
	name: "tickets.take",
	summary: "Take a ticket as one's own",
	input: z.strictObject(subject),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/take", cli: true },
});

export const assignees = question({
	name: "tickets.assignees",
	summary: "To whom a ticket may be given, with a warning where somebody is not qualified for its set",
	input: z.strictObject({ id: TicketId }),
	output: z.strictObject({
		rows: z.array(z.strictObject({ personId: PersonId, name: z.string(), warnings: Obstacles })),
	}),
	doors: { http: "GET /tickets/{id}/assignees", cli: true },
});

export const assign = act({
	name: "tickets.assign",
	summary: "Give a ticket to an adviser, or to nobody",
	input: z.strictObject({ ...subject, ownerId: PersonId.nullable() }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/assignment", cli: true },
});

export const triage = act({
	name: "tickets.triage",
	summary: "Classify: type, service, category (which gives the set) and the facts that priority follows from",
	input: z.strictObject({
		...subject,
		type: TicketType,
		/** Null only with `OUT_OF_SCOPE`. */
		serviceId: ServiceId.nullable().default(null),
		/** Code from the classification of the version in force (CLS-01). */
		category: Line(1, 40).nullable().default(null),
		effect: Effect.nullable().default(null),
		/** Left out: as the agreement says of the service (PRI-21). Another value needs `soleChannelReason`. */
		soleChannel: z.boolean().optional(),
		soleChannelReason: Line(3, 500).nullable().default(null),
		/** Left out: the scheme's triage default (PRI-17). */
		requiresOtherBodies: z.boolean().optional(),
		otherBodies: z.array(Line(1, 200)).max(20).default([]),
		/** The user's own legal deadline. */
		userDeadline: PlainDateText.nullable().default(null),
		/** Left out: as it was. */
		personalDataBreachSuspected: z.boolean().optional(),
		/** Take it as one's own in the same step; a ticket that becomes restricted only by whom it may belong to. */
		take: z.boolean().default(false),
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/triage", cli: true },
});

export const overridePriority = act({
	name: "tickets.overridePriority",
	summary: "Set another priority than the computed one, with a reason (A-39)",
	input: z.strictObject({ ...subject, priority: PriorityCode, reason: Line(3, 500) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/priority", cli: true },
});

export const note = act({
	name: "tickets.note",
	summary: "Write a note that stays in the contact centre",
	input: z.strictObject({ ...subject, body: Text(1, 20_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/notes", cli: true },
});

export const link = act({
	name: "tickets.link",
	summary: "Link to another ticket: a child follows its parent, the other kinds only point",
	input: z.strictObject({ ...subject, toId: TicketId, kind: LinkKind }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/link", cli: true },
});

export const restrict = act({
	name: "tickets.restrict",
	summary: "Mark as a security matter: only named people see it from now on",
	input: z.strictObject({
		...subject,
		personalDataBreachSuspected: z.boolean().default(false),
		/** Second level's people who may see it, all of them; left out: as it was. */
		namedPersons: z.array(PersonId).max(20).optional(),
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/restriction", cli: true },
});

export const nameable = question({
	name: "tickets.nameable",
	summary: "Whom of second level a restricted ticket may be opened to by name",
	input: z.strictObject({ id: TicketId }),
	output: z.strictObject({ rows: z.array(z.strictObject({ personId: PersonId, name: z.string() })) }),
	doors: { http: "GET /tickets/{id}/nameable", cli: true },
});

export const solve = act({
	name: "tickets.solve",
	summary: "Solve a ticket at first level; with a reply the user is answered in the same step",
	input: z.strictObject({
		...subject,
		solution: Text(1, 20_000),
		reply: Text(1, 20_000).nullable().default(null),
		/** Propose a knowledge article from it. */
		isKnowledgeCandidate: z.boolean().default(false),
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/solution", cli: true },
});
