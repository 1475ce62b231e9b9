import { sql } from "kysely";
import type { FactPayload } from "../../../kernel/fact.ts";
import type { PersonId, ServiceId, TicketId } from "../../../kernel/id.ts";
import { notFound } from "../../../kernel/refusal.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { isAtFirstLevel, isVisible, type Subject, ticketScope } from "../policy.ts";
import type { Channel, PriorityCode, TicketState, TicketType } from "../rules/codes.ts";
import { stepForSecondLevel } from "../rules/second-level-history.ts";
import { bindingTerms, pathTargets, type TermsInForce } from "./terms.ts";

const ticketRows = (tx: Tx) =>
	tx
		.selectFrom("ticket")
		.selectAll("ticket")
		.select([
			sql<boolean>`exists (select from ticket_reporter where ticket_id = ticket.id and email is not null)`.as(
				"has_mail_address",
			),
			sql<string[]>`array(select person_id from ticket_named_person where ticket_id = ticket.id)`.as("named_persons"),
			sql<number[]>`array(select child.number from ticket_link join ticket child on child.id = ticket_link.ticket_id
				where ticket_link.to_id = ticket.id and ticket_link.kind = 'CHILD'
					and child.state not in ('answered', 'closed', 'spam') order by 1)`.as("open_children"),
		]);

export type TicketRow = Awaited<ReturnType<ReturnType<typeof ticketRows>["executeTakeFirstOrThrow"]>>;

/** A ticket with all that rights, guards and acts ask about it. */
export type LoadedTicket = Subject & {
	readonly row: TicketRow;
	/** The agreement in force today for its service, where it was asked for. */
	readonly terms: TermsInForce | null;
};

type Load = { readonly lock?: boolean; readonly withTerms?: boolean };

/** A ticket in the actor's scope, `not-found` outside it; locked for the rest of the transaction where asked. */
export async function ticketInScope(context: Context, id: TicketId, load: Load = {}): Promise<LoadedTicket> {
	const query = ticketRows(context.tx).where("ticket.id", "=", id);
	const row = await (load.lock ? query.forUpdate("ticket") : query).executeTakeFirst();
	const exposure = row && exposureOf(row);
	if (!row || !exposure || !isVisible(ticketScope(context.actor), exposure)) throw notFound("ticket");
	const terms = load.withTerms && row.service_id ? await bindingTerms(context, row.service_id as ServiceId) : null;
	return { row, terms, exposure, situation: situationOf(row, terms), now: context.now };
}

/** The ticket that an act is about, locked; refuses `stale` with what happened since, before rights speak of its state. */
export async function ticketForAct(
	context: Context,
	input: { readonly id: TicketId; readonly version: number },
	load: Pick<Load, "withTerms"> = {},
): Promise<LoadedTicket> {
	const ticket = await ticketInScope(context, input.id, { ...load, lock: true });
	const isFirst = isAtFirstLevel(context.actor, ticket.exposure);
	const isShown = (fact: { name: string; payload: unknown }) =>
		isFirst || stepForSecondLevel({ name: fact.name, payload: fact.payload as FactPayload }) !== null;
	await refuseStale(context.tx, "ticket", input.id, input.version, ticket.row.version, isShown);
	return ticket;
}

export const exposureOf = (row: TicketRow): Subject["exposure"] => ({
	serviceId: row.service_id as ServiceId | null,
	set: row.support_set as SupportSet | null,
	wasHandedOver: row.handed_over_since !== null,
	isRestricted: row.restricted,
	namedPersons: row.named_persons as PersonId[],
});

const situationOf = (row: TicketRow, terms: TermsInForce | null): Subject["situation"] => ({
	state: row.state as TicketState,
	resumeState: row.resume_state as TicketState | null,
	channel: row.channel as Channel,
	hasMailAddress: row.has_mail_address,
	type: row.type as TicketType | null,
	hasService: row.service_id !== null,
	hasCategory: row.category !== null && row.support_set !== null,
	hasEffect: row.effect !== null,
	priority: row.priority as PriorityCode | null,
	isAnswered: row.answered_at !== null,
	wasHandedOver: row.handed_over_since !== null,
	openChildren: row.open_children,
	reopenableUntil: row.reopenable_until,
	pathTargets: terms && row.support_set ? pathTargets(terms, row.support_set as SupportSet) : null,
});
