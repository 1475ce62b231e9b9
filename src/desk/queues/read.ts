import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { TicketId } from "../../kernel/id.ts";
import { readCursor, writeCursor } from "../../kernel/page.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { InstantText } from "../../kernel/values.ts";
import type { Tx } from "../../platform/db/tx.ts";
import { searchQuery } from "../../platform/text/search-tokens.ts";
import { inScope, isAtFirstLevel, type ScopeColumns, scopeOf } from "../tickets/read.ts";
import { maskedFor, maskPersonalData } from "../tickets/rules/personal-data.ts";
import type { list, QueueRow } from "./contract.ts";
import { atFirstLevel, atSecondLevel, type SystemView, waitingStates } from "./rules/views.ts";

export type Wanted = z.output<typeof list.input>;

const columns: ScopeColumns = {
	ticketId: sql`queue_row.ticket_id`,
	serviceId: sql`queue_row.service_id`,
	set: sql`queue_row.support_set`,
	wasHandedOver: sql`queue_row.handed_over`,
	isRestricted: sql`queue_row.restricted`,
};
const visibleTo = (actor: Actor): RawBuilder<boolean> => inScope(scopeOf(actor), columns);

const among = (states: readonly string[]): RawBuilder<boolean> =>
	sql`queue_row.state in (${sql.join(states.map((state) => sql.lit(state)))})`;

/** What a system view shows of the open tickets. */
const viewIs = (view: SystemView, actor: Actor, now: Temporal.Instant): RawBuilder<boolean> => {
	switch (view) {
		case "mine":
			return sql`queue_row.owner_id = ${actor.kind === "person" ? actor.personId : null}::uuid`;
		case "unassigned":
			return sql`queue_row.owner_id is null and ${among(atFirstLevel)}`;
		case "secondLevel":
			return among(atSecondLevel);
		case "dueSoon":
			return sql`queue_row.warn_at <= ${now} and queue_row.due_at >= ${now}`;
		case "late":
			return sql`queue_row.due_at < ${now}`;
		case "waiting":
			return among(waitingStates);
	}
};

/**
 * One page along the index, by due time; `limit` + 1 rows are asked for to know whether more follow. The database writes
 * the rows as one JSON text: fifty rows of columns cost Node some three times the select itself.
 */
export async function queuePage(
	tx: Tx,
	actor: Actor,
	now: Temporal.Instant,
	wanted: Wanted,
): Promise<{ rows: z.input<typeof QueueRow>[]; next: string | null }> {
	const conditions = [visibleTo(actor), ...filters(wanted, actor, now), ...afterCursor(wanted.after)];
	const { rows } = await sql<{ page: Row[] }>`
		select coalesce(json_agg(${rowJson(now)} order by sort_at, ticket_id), '[]') as page
		from (select * from queue_row where ${sql.join(conditions, sql` and `)}
			order by sort_at, ticket_id limit ${wanted.limit + 1}) page
		left join service on service.id = page.service_id
		left join person on person.id = page.owner_id`.execute(tx);
	const page = rows[0]?.page ?? [];
	const shown = page.slice(0, wanted.limit);
	const last = shown.at(-1);
	const masked = maskedFor(isAtFirstLevel(actor));
	return {
		rows: shown.map(({ sortAt: _, ...row }) => ({ ...row, subject: maskPersonalData(row.subject, masked).text })),
		next: page.length > shown.length && last ? writeCursor([last.sortAt, last.id]) : null,
	};
}

type Row = z.input<typeof QueueRow> & { readonly sortAt: string };

/** ISO 8601 in UTC to the millisecond, whatever the session's zone. */
const instantText = (column: string) =>
	sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One row of the contract's shape. */
const rowJson = (now: Temporal.Instant) => sql`json_build_object(
	'id', ticket_id, 'number', number, 'subject', subject, 'state', state, 'channel', channel, 'type', type,
	'service', case when service.id is not null then json_build_object('id', service.id, 'name', service.name) end,
	'set', support_set,
	'owner', case when person.id is not null then json_build_object('id', person.id, 'name', person.name) end,
	'isRestricted', restricted, 'isAnswered', is_answered,
	'priority', case when priority_rank is not null then json_build_object('code', priority, 'rank', priority_rank,
		'isOverridden', is_overridden, 'flags', flags) end,
	'userDeadline', user_deadline, 'receivedAt', ${instantText("received_at")}, 'changedAt', ${instantText("changed_at")},
	'due', case when clock_id is not null then json_build_object('clockId', clock_id, 'kind', due_kind, 'state', due_state,
		'dueAt', ${instantText("due_at")}, 'warnAt', ${instantText("warn_at")},
		'isSoon', due_at is not null and warn_at <= ${now} and due_at >= ${now},
		'isLate', due_at is not null and due_at < ${now}, 'isBreached', is_breached) end,
	'sortAt', ${instantText("sort_at")})`;

function filters(wanted: Wanted, actor: Actor, now: Temporal.Instant): RawBuilder<boolean>[] {
	const { view, state, serviceId, set, ownerId, channel, type, words } = wanted;
	const found = words ? [matches(words)] : [sql<boolean>`queue_row.is_open = ${sql.lit(wanted.isOpen)}`];
	if (view) found.push(viewIs(view, actor, now));
	if (state) found.push(sql`queue_row.state = ${state}`);
	if (serviceId) found.push(sql`queue_row.service_id = ${serviceId}`);
	if (set) found.push(sql`queue_row.support_set = ${set}`);
	if (ownerId) found.push(sql`queue_row.owner_id = ${ownerId}`);
	if (channel) found.push(sql`queue_row.channel = ${channel}`);
	if (type) found.push(sql`queue_row.type = ${type}`);
	return found;
}

/** A number alone names its ticket; words are looked for in subjects. Nothing to search by finds nothing. */
function matches(words: string): RawBuilder<boolean> {
	const number = /^#?(\d{1,9})$/.exec(words)?.[1];
	if (number !== undefined) return sql`queue_row.ticket_id = (select id from ticket where number = ${Number(number)})`;
	const query = searchQuery(words);
	if (query === null) return sql`false`;
	return sql`queue_row.ticket_id in (select id from ticket where search @@ ${query}::tsquery)`;
}

function afterCursor(after: string | undefined): RawBuilder<boolean>[] {
	if (after === undefined) return [];
	const cursor = Cursor.safeParse(readCursor(after));
	if (!cursor.success) throw new Refusal("invalid", "bad-cursor");
	const [sortAt, id] = cursor.data;
	return [sql`(queue_row.sort_at, queue_row.ticket_id) > (${sortAt}::timestamptz, ${id}::uuid)`];
}

const Cursor = z.tuple([InstantText, TicketId]);

/** Numbers of the system views over the open tickets in scope, in one pass. */
export async function queueCounts(
	tx: Tx,
	actor: Actor,
	now: Temporal.Instant,
	views: readonly SystemView[],
): Promise<Record<"all" | SystemView, number>> {
	const numbers = views.map((view) => sql`count(*) filter (where ${viewIs(view, actor, now)}) as ${sql.id(view)}`);
	const { rows } = await sql<Record<"all" | SystemView, number>>`
		select ${sql.join([sql`count(*) as "all"`, ...numbers])}
		from queue_row where is_open and ${visibleTo(actor)}`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error("an aggregate gives one row");
	return row;
}
