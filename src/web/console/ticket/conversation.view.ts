import type { TicketView } from "../../../desk/tickets/contract.ts";

type Message = TicketView["messages"][number];
type Step = TicketView["steps"][number];

export type Shown = "all" | "messages" | "changes";
export type Entry =
	| { readonly kind: "message"; readonly key: string; readonly at: string; readonly message: Message }
	| { readonly kind: "step"; readonly key: string; readonly at: string; readonly step: Step };

/** The conversation and the history of a ticket in one line of time, the oldest first. A message's own step is not told twice. */
export const timelineOf = (ticket: Pick<TicketView, "messages" | "steps">, shown: Shown): Entry[] => {
	const messages: Entry[] = ticket.messages.map((message) => ({
		kind: "message",
		key: message.id,
		at: message.at,
		message,
	}));
	const steps: Entry[] = ticket.steps
		.filter((step) => step.name !== "message-added")
		.map((step, index) => ({ kind: "step", key: `${step.name}-${index}`, at: step.at, step }));
	const wanted = shown === "all" ? [...messages, ...steps] : shown === "messages" ? messages : steps;
	return wanted.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
};

/** Who is meant to read a message decides how it looks. */
export type Look = "USER_IN" | "USER_OUT" | "SECOND_LEVEL" | "INTERNAL";

export const lookOf = (message: Pick<Message, "audience" | "direction">): Look =>
	message.audience === "USER" ? (message.direction === "IN" ? "USER_IN" : "USER_OUT") : message.audience;
