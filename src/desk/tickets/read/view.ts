import type { z } from "zod";
import type { AgreementId, PersonId } from "../../../kernel/id.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Context } from "../../../platform/operation.ts";
import { pinnedTerms } from "../../agreements/read.ts";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import { serviceById } from "../../catalogue/read.ts";
import { personNames } from "../../identity/read.ts";
import type { TicketView } from "../contract.ts";
import { isAtFirstLevel, mayDo, rightsOf } from "../policy.ts";
import type { TicketState } from "../rules/codes.ts";
import { codesOf } from "../rules/priority.ts";
import { warningsTo } from "../rules/qualification.ts";
import { subjectFor } from "../rules/subject.ts";
import { ableFor } from "./able.ts";
import { conversationOf, type MessageRow, messageView } from "./conversation.ts";
import { linksOf } from "./links.ts";
import { reporterOf } from "./reporter.ts";
import { stepsOf, type StepRow, stepView } from "./steps.ts";
import type { LoadedTicket, TicketRow } from "./ticket-row.ts";

type View = z.input<typeof TicketView>;

/** The whole ticket as the actor may see it; second level gets neither the user nor the contact centre's notes. */
export async function ticketView(context: Context, ticket: LoadedTicket): Promise<View> {
	const { row } = ticket;
	const { tx, actor } = context;
	const isFirst = isAtFirstLevel(actor, ticket.exposure);
	const reporter = await reporterOf(tx, row.id);
	const messages = await conversationOf(tx, row, isFirst);
	const steps = await stepsOf(tx, row, isFirst);
	const names = await personNames(tx, idsOfPersons(row, messages, steps));
	const service = row.service_id === null ? null : await serviceById(tx, row.service_id);
	const links = await linksOf(tx, actor, row.id);
	return {
		...headOf(row, names),
		subject: subjectFor(row.subject, { isFirst, reporterName: reporter.name }),
		namedPersons: isFirst ? row.named_persons.map((id) => ({ id, name: names.get(id) ?? "" })) : [],
		priorityCodes: await overridesOf(context, ticket),
		service: service && { id: service.id, name: service.name },
		reporter: isFirst ? { ...reporter, group: row.user_group as NonNullable<View["reporter"]>["group"] } : null,
		otherBodies: await otherBodiesOf(context, row, isFirst),
		parent: links.find((link) => link.isParent)?.view ?? null,
		linked: links.filter((link) => !link.isParent).map((link) => link.view),
		messages: messages.map((message) => messageView(message, { isFirst, reporterName: reporter.name, names })),
		steps: steps.map((step) => stepView(step, names)),
		warnings: isFirst ? await warningsOf(context, ticket) : [],
		can: canOf(actor, ticket),
	};
}

async function overridesOf(context: Context, ticket: LoadedTicket): Promise<View["priorityCodes"]> {
	const scheme = await schemeOf(context, ticket);
	return scheme === null ? [] : [...codesOf(scheme)];
}

/** The scheme that an override of the ticket's priority would be read by: of the pinned version, else of the one in force. */
async function schemeOf({ tx }: Context, { row, terms }: LoadedTicket): Promise<PriorityScheme | null> {
	const isPinned = row.agreement_id !== null && row.agreement_id !== terms?.id;
	const bound = isPinned ? await pinnedTerms(tx, row.agreement_id as AgreementId) : terms?.terms;
	return bound?.partI.priorityScheme ?? null;
}

const canOf = (actor: Actor, ticket: LoadedTicket): View["can"] => rightsOf(actor, ticket);

/** Only where there is something to take or to work on: what is over warns nobody. */
async function warningsOf(context: Context, ticket: LoadedTicket): Promise<View["warnings"]> {
	if (overStates.includes(ticket.situation.state)) return [];
	const { actor } = context;
	const reader = {
		personId: actor.kind === "person" ? actor.personId : null,
		mayTake: mayDo("take", actor, ticket).length === 0,
	};
	return warningsTo(reader, await ableFor(context, ticket), ticket.row.owner_id as PersonId | null);
}
const overStates: readonly TicketState[] = ["answered", "closed", "redirected", "linked", "spam"];

type Names = ReadonlyMap<string, string>;

const idsOfPersons = (row: TicketRow, messages: readonly MessageRow[], steps: readonly StepRow[]): string[] =>
	[
		row.owner_id,
		row.priority_by,
		...row.named_persons,
		...messages.map((message) => message.author_id),
		...steps.map((step) => (step.actor_kind === "person" ? step.actor_id : null)),
	].filter((id) => id !== null);

/** What the ticket's own row says; codes in it are kept by the database's checks. */
const headOf = (row: TicketRow, names: Names) => ({
	id: row.id,
	number: row.number,
	version: row.version,
	state: row.state as View["state"],
	channel: row.channel as View["channel"],
	language: row.language as View["language"],
	receivedAt: row.received_at.toString(),
	type: row.type as View["type"],
	agreementId: row.agreement_id,
	set: row.support_set as View["set"],
	category: row.category === null ? null : { code: row.category, label: row.category_label ?? row.category },
	effect: row.effect as View["effect"],
	soleChannel: row.sole_channel,
	requiresOtherBodies: row.requires_other_bodies,
	userDeadline: row.user_deadline?.toString() ?? null,
	priority: priorityOf(row, names),
	competentBody: row.competent_body,
	owner: row.owner_id === null ? null : { id: row.owner_id, name: names.get(row.owner_id) ?? "" },
	isRestricted: row.restricted,
	personalDataBreachSuspected: row.breach_suspected,
	targetOrder: row.target_order,
	externalReference: row.external_reference,
	waitingSince: row.state === "waitingUser" ? (row.silent_since?.toString() ?? null) : null,
	interimReplyExpectedOn: row.interim_expected_on?.toString() ?? null,
	solvedLevel: row.solved_level as View["solvedLevel"],
	closeReason: row.close_reason as View["closeReason"],
	reopenableUntil: row.reopenable_until?.toString() ?? null,
	counts: { handOvers: row.hand_overs, returns: row.returns, reopenings: row.reopenings },
});

const priorityOf = (row: TicketRow, names: Names): View["priority"] =>
	row.priority_rank === null
		? null
		: {
				code: row.priority as NonNullable<View["priority"]>["code"],
				rank: row.priority_rank,
				table: row.matrix_table as NonNullable<View["priority"]>["table"],
				flags: row.flags as NonNullable<View["priority"]>["flags"],
				override:
					row.priority_reason === null
						? null
						: {
								computed: row.priority_computed as NonNullable<View["priority"]>["code"],
								reason: row.priority_reason,
								by: names.get(row.priority_by ?? "") ?? "",
							},
			};

/** For second level those that were asked in its own rounds, or not yet. */
async function otherBodiesOf(context: Context, ticket: TicketRow, isFirst: boolean): Promise<View["otherBodies"]> {
	const since = ticket.handed_over_since;
	const isOfItsRounds = (at: Temporal.Instant | null) =>
		at === null || (since !== null && Temporal.Instant.compare(at, since) >= 0);
	const rows = await context.tx
		.selectFrom("ticket_other_body")
		.select(["id", "name", "asked_at", "answered_at"])
		.where("ticket_id", "=", ticket.id)
		.orderBy("id")
		.execute();
	const shown = isFirst ? rows : rows.filter((row) => isOfItsRounds(row.asked_at));
	return shown.map((row) => ({
		id: row.id,
		name: row.name,
		askedAt: row.asked_at?.toString() ?? null,
		answeredAt: row.answered_at?.toString() ?? null,
	}));
}
