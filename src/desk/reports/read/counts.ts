import { type RawBuilder, sql } from "kysely";
import { notFound } from "../../../kernel/refusal.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { ServiceId } from "../../../kernel/id.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { serviceById } from "../../catalogue/read.ts";
import { visibleTo } from "../../tickets/read.ts";
import type { Behind } from "../contract.ts";
import { reportCovers, type ReportScope, reportScope } from "../policy.ts";
import type { Counted } from "../rules/bars.ts";
import { Measure, unclassified } from "../rules/measure.ts";
import type { Month } from "../rules/months.ts";

type Span = Pick<Month, "from" | "until">;
type Condition = RawBuilder<boolean>;

/** When a ticket counts for a measure: one row for each time, `(ticket_id, at)`. The words for it are in `definitions.ts`. */
const events: Readonly<Record<Measure, (span: Span) => RawBuilder<unknown>>> = {
	RECEIVED: ({ from, until }) =>
		sql`select id as ticket_id, received_at as at from ticket where received_at >= ${from} and received_at < ${until}`,
	SOLVED_FIRST_LEVEL: (span) =>
		factsOf(
			"ticket-solved",
			span,
			sql`payload ->> 'level' = '1' and not exists (
			select from fact earlier where earlier.aggregate = 'ticket' and earlier.aggregate_id = fact.aggregate_id
				and earlier.name = 'ticket-handed-over' and earlier.ordinal < fact.ordinal)`,
		),
	FORWARDED: (span) => factsOf("ticket-handed-over", span),
	RESPONSE_MET: (span) => metInTime("RESPONSE", span),
	RESPONSE_BREACHED: (span) => ranOut("RESPONSE", span),
	RESOLUTION_MET: (span) => metInTime("RESOLUTION", span),
	RESOLUTION_BREACHED: (span) => ranOut("RESOLUTION", span),
	REOPENED: (span) => factsOf("ticket-reopened", span, sql`payload ->> 'from' in ('answered', 'closed')`),
};

const factsOf = (name: string, { from, until }: Span, more: Condition = sql`true`) =>
	sql`select aggregate_id::uuid as ticket_id, at from fact
		where name = ${sql.lit(name)} and at >= ${from} and at < ${until} and ${more}`;

/** A met clock that was late has a breach beside it and counts as that alone. */
const metInTime = (kind: string, { from, until }: Span) =>
	sql`select ticket_id, at from clock_verdict
		where verdict = 'MET' and kind = ${sql.lit(kind)} and at <= due_at and at >= ${from} and at < ${until}`;

/** Counted where the deadline lies, not where the desk noticed: a stopped desk moves nothing into the next month. */
const ranOut = (kind: string, { from, until }: Span) =>
	sql`select ticket_id, due_at as at from clock_verdict
		where verdict = 'BREACHED' and kind = ${sql.lit(kind)} and due_at >= ${from} and due_at < ${until}`;

/** Tickets that a report counts at all; `ticket` stands for the row. */
const countedTickets = (scope: ReportScope, serviceId: ServiceId | undefined): Condition => {
	const inService = serviceId === undefined ? sql`true` : sql`ticket.service_id = ${serviceId}`;
	return sql`ticket.state <> 'spam' and ${inService} and ${ofScope(scope)}`;
};

/** The scope as a condition; agrees with `reportCovers`. A ticket of no service is the contact centre's alone. */
const ofScope = (scope: ReportScope): Condition => {
	if (scope.kind === "all") return sql`true`;
	if (scope.kind === "none") return sql`false`;
	return sql`ticket.service_id in (select id from service
		where id = any(${[...scope.services]}::uuid[]) or organisation_id = any(${[...scope.organisations]}::uuid[]))`;
};

/** The service that a report is about, in the actor's scope; null where it is about all of them. */
export async function reportedService(
	tx: Tx,
	actor: Actor,
	id: ServiceId | undefined,
): Promise<{ id: ServiceId; name: string } | null> {
	if (id === undefined) return null;
	const service = await serviceById(tx, id);
	if (!service || !reportCovers(reportScope(actor), service)) throw notFound("service");
	return { id, name: service.name };
}

/** Tickets by measure and month, one number each; what is absent is zero. The months follow one another. */
export async function countByMonth(
	tx: Tx,
	scope: ReportScope,
	serviceId: ServiceId | undefined,
	months: readonly Month[],
): Promise<(measure: Measure, month: string) => number> {
	const span = { from: months[0]!.from, until: months.at(-1)!.until };
	const happened = Measure.options.map(
		(measure) => sql`select ${sql.lit(measure)} as measure, * from (${events[measure](span)}) e`,
	);
	const bounds = months.map(({ month, from, until }) => sql`(${month}, ${from}::timestamptz, ${until}::timestamptz)`);
	const { rows } = await sql<{ measure: Measure; month: string; count: number }>`
		select happened.measure, months.month, count(distinct ticket.id) as count
		from (${sql.join(happened, sql` union all `)}) happened
		join (values ${sql.join(bounds)}) months (month, since, until)
			on happened.at >= months.since and happened.at < months.until
		join ticket on ticket.id = happened.ticket_id
		where ${countedTickets(scope, serviceId)}
		group by happened.measure, months.month`.execute(tx);
	const counts = new Map(rows.map((row) => [`${row.measure} ${row.month}`, row.count]));
	return (measure, month) => counts.get(`${measure} ${month}`) ?? 0;
}

export type Received = Counted<"channel" | "category" | "group">;

/** Received tickets of a month by channel, category and user group together. */
export async function countReceived(
	tx: Tx,
	scope: ReportScope,
	serviceId: ServiceId | undefined,
	month: Month,
): Promise<Received[]> {
	const { rows } = await sql<Received>`
		select channel, coalesce(category, ${unclassified}) as category, user_group as "group",
			max(category_label) as label, count(*) as count
		from ticket
		where received_at >= ${month.from} and received_at < ${month.until} and ${countedTickets(scope, serviceId)}
		group by channel, category, user_group`.execute(tx);
	return rows;
}

export type CountedRow = {
	id: string;
	number: number;
	received_at: Temporal.Instant;
	service_name: string | null;
	channel: string;
	user_group: string;
	type: string | null;
	support_set: string | null;
	category: string | null;
	category_label: string | null;
	priority: string | null;
	state: string;
	restricted: boolean;
	subject: string | null;
	reporter_name: string | null;
};

/** The condition of one number; `ticket` stands for the row. */
const behindNumber = (scope: ReportScope, behind: Omit<Behind, "month">, month: Month): Condition =>
	sql.join(
		[
			countedTickets(scope, behind.serviceId),
			sql`ticket.id in (select ticket_id from (${events[behind.measure](month)}) e)`,
			...(behind.channel === undefined ? [] : [sql`ticket.channel = ${behind.channel}`]),
			...(behind.group === undefined ? [] : [sql`ticket.user_group = ${behind.group}`]),
			...(behind.category === undefined ? [] : [sql`coalesce(ticket.category, ${unclassified}) = ${behind.category}`]),
		],
		sql` and `,
	) as Condition;

/** Tickets behind a number after the last one seen, by receipt. Restricted ones appear to whom they are open. */
export async function ticketsBehind(
	tx: Tx,
	actor: Actor,
	behind: Omit<Behind, "month">,
	month: Month,
	page: { after: readonly string[] | null; limit: number },
): Promise<CountedRow[]> {
	const after = page.after
		? sql`(ticket.received_at, ticket.id) > (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`
		: sql`true`;
	const { rows } = await sql<CountedRow>`
		select ticket.id, ticket.number, ticket.received_at, service.name as service_name, ticket.channel, ticket.user_group,
			ticket.type, ticket.support_set, ticket.category, ticket.category_label, ticket.priority, ticket.state,
			ticket.restricted, case when ${visibleTo(actor)} then ticket.subject end as subject,
			reporter.name as reporter_name
		from ticket left join service on service.id = ticket.service_id
			left join ticket_reporter reporter on reporter.ticket_id = ticket.id
		where ${behindNumber(reportScope(actor), behind, month)} and ${after}
			and (not ticket.restricted or ${visibleTo(actor)})
		order by ticket.received_at, ticket.id limit ${page.limit}`.execute(tx);
	return rows;
}

export async function countWithheld(
	tx: Tx,
	actor: Actor,
	behind: Omit<Behind, "month">,
	month: Month,
): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*) as count from ticket
		where ticket.restricted and not ${visibleTo(actor)} and ${behindNumber(reportScope(actor), behind, month)}`.execute(
		tx,
	);
	return rows[0]?.count ?? 0;
}
