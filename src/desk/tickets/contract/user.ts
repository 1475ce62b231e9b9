import { z } from "zod";
import { act } from "../../../kernel/contract.ts";
import { Line, PlainDateText, Text } from "../../../kernel/values.ts";
import { subject, TicketRef } from "./views.ts";

/** Said by mail where the user has an address; by phone it is only recorded. */
const spoken = { body: Text(1, 20_000), byPhone: z.boolean().default(false) };

export const interimReply = act({
	name: "tickets.interimReply",
	summary: "Tell the user when to expect the answer, where the 15 days do not suffice (UUP Art. 17)",
	input: z.strictObject({ ...subject, ...spoken, expectedOn: PlainDateText }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/interim-reply", cli: true },
});

export const askUser = act({
	name: "tickets.askUser",
	summary: "Ask the user for what is missing; second level's resolution clock pauses",
	input: z.strictObject({ ...subject, ...spoken }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/question", cli: true },
});

export const continueWork = act({
	name: "tickets.continue",
	summary: "Go on without waiting longer for the user",
	input: z.strictObject(subject),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/continuation", cli: true },
});

export const answer = act({
	name: "tickets.answer",
	summary: "Answer the user; the statutory clock stops",
	input: z.strictObject({ ...subject, ...spoken }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/answer", cli: true },
});

export const redirect = act({
	name: "tickets.redirect",
	summary: "Name the competent body to the user; with a reply the user is answered in the same step (A-41)",
	input: z.strictObject({
		...subject,
		competentBody: Line(2, 200),
		reply: Text(1, 20_000).nullable().default(null),
		byPhone: z.boolean().default(false),
	}),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/redirection", cli: true },
});

export const close = act({
	name: "tickets.close",
	summary: "Close an answered ticket, its answered children with it",
	input: z.strictObject(subject),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/closure", cli: true },
});

export const reopen = act({
	name: "tickets.reopen",
	summary: "Open again, within the catalogue's days",
	input: z.strictObject({ ...subject, reason: Line(3, 500) }),
	output: TicketRef,
	doors: { http: "POST /tickets/{id}/reopening", cli: true },
});
