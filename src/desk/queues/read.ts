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
import type { PersonalDataKind } from "../tickets/rules/codes.ts";
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

/** One page along the index, by due time; `limit` + 1 rows are asked for to know whether more follow. */
export async function queuePage(
	tx: Tx,
	actor: Actor,
	now: Temporal.Instant,
	wanted: Wanted,
): Promise<{ rows: z.input<typeof QueueRow>[]; next: string | null }> {
	const conditions = [visibleTo(actor), ...filters(wanted, actor, now), ...afterCursor(wanted.after)];
	const { rows } = await sql<Row>`
		select queue_row.*, service.name as service_name, person.name as owner_name
		from queue_row
		left join service on service.id = queue_row.service_id
		left join person on person.id = queue_row.owner_id
		where ${sql.join(conditions, sql` and `)}
		order by queue_row.sort_at, queue_row.ticket_id
		limit ${wanted.limit + 1}`.execute(tx);
	const page = rows.slice(0, wanted.limit);
	const last = page.at(-1);
	return {
		rows: page.map((row) => rowView(row, now, maskedFor(isAtFirstLevel(actor)))),
		next: rows.length > wanted.limit && last ? writeCursor([last.sort_at.toString(), last.ticket_id]) : null,
	};
}

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

type Row = {
	ticket_id: string;
	number: number;
	subject: string;
	state: z.input<typeof QueueRow>["state"];
	channel: z.input<typeof QueueRow>["channel"];
	type: z.input<typeof QueueRow>["type"];
	service_id: string | null;
	service_name: string | null;
	support_set: z.input<typeof QueueRow>["set"];
	owner_id: string | null;
	owner_name: string | null;
	restricted: boolean;
	is_answered: boolean;
	priority: NonNullable<z.input<typeof QueueRow>["priority"]>["code"];
	priority_rank: number | null;
	is_overridden: boolean;
	flags: NonNullable<z.input<typeof QueueRow>["priority"]>["flags"];
	user_deadline: Temporal.PlainDate | null;
	received_at: Temporal.Instant;
	changed_at: Temporal.Instant;
	clock_id: string | null;
	due_kind: NonNullable<z.input<typeof QueueRow>["due"]>["kind"];
	due_state: NonNullable<z.input<typeof QueueRow>["due"]>["state"];
	due_at: Temporal.Instant | null;
	warn_at: Temporal.Instant | null;
	is_breached: boolean;
	sort_at: Temporal.Instant;
};

const rowView = (row: Row, now: Temporal.Instant, masked: readonly PersonalDataKind[]): z.input<typeof QueueRow> => ({
	id: row.ticket_id,
	number: row.number,
	subject: maskPersonalData(row.subject, masked).text,
	state: row.state,
	channel: row.channel,
	type: row.type,
	service: row.service_id === null ? null : { id: row.service_id, name: row.service_name ?? "" },
	set: row.support_set,
	owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" },
	isRestricted: row.restricted,
	isAnswered: row.is_answered,
	priority:
		row.priority_rank === null
			? null
			: { code: row.priority, rank: row.priority_rank, isOverridden: row.is_overridden, flags: row.flags },
	userDeadline: row.user_deadline?.toString() ?? null,
	receivedAt: row.received_at.toString(),
	changedAt: row.changed_at.toString(),
	due: dueView(row, now),
});

function dueView(row: Row, now: Temporal.Instant): z.input<typeof QueueRow>["due"] {
	if (row.clock_id === null) return null;
	const isLate = row.due_at !== null && Temporal.Instant.compare(row.due_at, now) < 0;
	const isWarned = row.warn_at !== null && Temporal.Instant.compare(row.warn_at, now) <= 0;
	return {
		clockId: row.clock_id,
		kind: row.due_kind,
		state: row.due_state,
		dueAt: row.due_at?.toString() ?? null,
		warnAt: row.warn_at?.toString() ?? null,
		isSoon: isWarned && !isLate,
		isLate,
		isBreached: row.is_breached,
	};
}

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
