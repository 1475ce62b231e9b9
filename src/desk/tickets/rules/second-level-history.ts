import type { FactPayload } from "../../../kernel/fact.ts";

type Step = { readonly name: string; readonly payload: FactPayload };

/**
 * What second level sees of a ticket's history: these facts with these of their codes, and nothing that is not named here.
 * A new kind of fact stays hidden until somebody decides otherwise. Left out on purpose: who works on it at the contact
 * centre, looks at personal numbers, spam, and ids of tickets that may lie outside the reader's scope (§2.2 rules 2 and 3).
 */
const shown: Readonly<Record<string, readonly string[]>> = {
	"ticket-received": ["number", "channel", "receivedAt", "language", "messageId"],
	"ticket-triaged": [
		"type",
		"serviceId",
		"set",
		"category",
		"effect",
		"soleChannel",
		"requiresOtherBodies",
		"userDeadline",
		"priority",
		"flags",
	],
	"priority-overridden": ["priority", "computed", "effect", "isAtSecondLevel"],
	"ticket-handed-over": [
		"agreementId",
		"serviceId",
		"set",
		"category",
		"type",
		"effect",
		"priority",
		"flags",
		"soleChannel",
		"requiresOtherBodies",
		"table",
		"userDeadline",
		"targetOrder",
		"handOver",
		"handedOverAt",
		"messageId",
	],
	"second-level-rebound": ["agreementId", "priority", "table", "reason"],
	"ticket-acknowledged": ["hasExternalReference"],
	"ticket-started": [],
	"ticket-paused": ["from", "messageId"],
	"ticket-resumed": ["to", "by", "messageId"],
	"user-reminded": ["ordinal"],
	"other-body-asked": ["otherBodyId", "messageId", "from"],
	"other-body-answered": ["otherBodyId", "messageId", "to"],
	"ticket-returned": ["reason", "messageId"],
	"ticket-solved": ["level", "messageId"],
	"interim-reply-sent": ["expectedOn", "messageId"],
	"ticket-answered": ["messageId", "channel"],
	"ticket-closed": ["reason"],
	"ticket-reopened": ["from", "by", "messageId"],
	"ticket-redirected": [],
	"ticket-linked": ["kind"],
	"ticket-restricted": ["personalDataBreachSuspected"],
	"message-added": ["messageId", "kind", "audience", "direction", "channel"],
};

/** A step of the history as second level sees it, or null where it does not. */
export function stepForSecondLevel<Row extends Step>(step: Row): Row | null {
	const fields = Object.hasOwn(shown, step.name) ? shown[step.name] : undefined;
	if (fields === undefined || step.payload["audience"] === "INTERNAL") return null;
	const codes = Object.entries(step.payload).filter(([field]) => fields.includes(field));
	return { ...step, payload: Object.fromEntries(codes) };
}
