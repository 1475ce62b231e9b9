import { z } from "zod";
import { act } from "../../../kernel/contract.ts";
import { AgreementId } from "../../../kernel/id.ts";
import { Line, Text } from "../../../kernel/values.ts";
import { ReturnReason } from "../rules/codes.ts";
import { OtherBodyId, subject, TicketRef } from "./views.ts";

export const handOver = act({
	name: "tickets.handOver",
	summary: "Hand over to second level: pins the agreement's version and starts second level's clocks",
	input: z.strictObject({
		...subject,
		/** What second level needs to begin with, without the user's personal data. */
		summary: Text(1, 20_000),
		/** Target of the escalation path, by its order. */
		targetOrder: z.int().min(1).default(1),
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/hand-over", cli: true },
});

export const bindOpenTickets = act({
	name: "tickets.bindOpenTickets",
	summary: "Bind open tickets at second level to an amended version that says so; one batch",
	input: z.strictObject({ agreementId: AgreementId }),
	output: z.strictObject({ bound: z.int(), isMore: z.boolean() }),
	doors: { http: "POST /agreements/{agreementId}/open-tickets", cli: true },
});

export const messageSecondLevel = act({
	name: "tickets.messageSecondLevel",
	summary: "Write in the side thread between first and second level",
	input: z.strictObject({ ...subject, body: Text(1, 20_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/second-level-messages", cli: true },
});

export const acknowledge = act({
	name: "tickets.acknowledge",
	summary: "Acknowledge at second level: response is met",
	input: z.strictObject({
		...subject,
		/** Number of the case in second level's own system. */
		externalReference: Line(1, 100).nullable().default(null),
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/acknowledgement", cli: true },
});

export const start = act({
	name: "tickets.start",
	summary: "Begin work at second level",
	input: z.strictObject(subject),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/start", cli: true },
});

export const askOtherBody = act({
	name: "tickets.askOtherBody",
	summary: "Ask another body or contractor; the clock runs on (A-06)",
	input: z.strictObject({ ...subject, name: Line(1, 200), question: Text(1, 20_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/other-bodies", cli: true },
});

export const recordOtherBodyAnswer = act({
	name: "tickets.recordOtherBodyAnswer",
	summary: "Record that the other body answered; work goes on",
	input: z.strictObject({ ...subject, otherBodyId: OtherBodyId, answer: Text(1, 20_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/other-bodies/{otherBodyId}/answer", cli: true },
});

export const returnToFirstLevel = act({
	name: "tickets.return",
	summary: "Give back to first level, for a reason from the list",
	input: z.strictObject({ ...subject, reason: ReturnReason, explanation: Text(1, 20_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/return", cli: true },
});

export const solveAtSecondLevel = act({
	name: "tickets.solveAtSecondLevel",
	summary: "Solve at second level: resolution is met; the adviser answers the user",
	input: z.strictObject({ ...subject, solution: Text(1, 20_000), isKnowledgeCandidate: z.boolean().default(false) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/second-level-solution", cli: true },
});

export const propose = act({
	name: "tickets.propose",
	summary: "Propose the words for an answer or a question to the user; the adviser sends it",
	input: z.strictObject({ ...subject, kind: z.enum(["ANSWER", "QUESTION"]), body: Text(1, 20_000) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/proposals", cli: true },
});
