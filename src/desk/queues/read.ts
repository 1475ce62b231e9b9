import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { cursorValues, pageFrom } from "../../kernel/page.ts";
import { JsonText } from "../../platform/json-text.ts";
import type { Tx } from "../../platform/db/tx.ts";
import { searchQuery } from "../../platform/text/search-tokens.ts";
import type { PersonalDataKind } from "../tickets/rules/codes.ts";
import { isAtFirstLevel, type ScopeColumns, visibleTo } from "../tickets/read.ts";
import { maskedFor, maskPersonalData } from "../tickets/rules/personal-data.ts";
import type { Arrangement, list, QueueRow } from "./contract.ts";
import { type Density, type QueueColumn, standardArrangement } from "./rules/columns.ts";
import { atFirstLevel, atSecondLevel, type SystemView, waitingStates } from "./rules/views.ts";

export type Wanted = z.output<typeof list.input>;

const columns: ScopeColumns = {
	ticketId: sql`queue_row.ticket_id`,
	serviceId: sql`queue_row.service_id`,
	set: sql`queue_row.support_set`,
	wasHandedOver: sql`queue_row.handed_over`,
	isRestricted: sql`queue_row.restricted`,
};

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
 * One page along the index, by due time; `limit` + 1 rows are asked for to know whether more follow. The limit is a literal: not
 * knowing it, PostgreSQL plans the statement anew each time, which takes longer than running it.
 */
export async function queuePage(
	tx: Tx,
	actor: Actor,
	now: Temporal.Instant,
	wanted: Wanted,
): Promise<JsonText<z.input<typeof list.output>>> {
	const conditions = [visibleTo(actor, columns), ...filters(wanted, actor, now), ...afterCursor(wanted.after)];
	const { rows } = await sql<Row>`
		select ${columnsShown}, service.name as service_name, person.name as owner_name
		from (select * from queue_row where ${sql.join(conditions, sql` and `)}
			order by sort_at, ticket_id limit ${sql.lit(wanted.limit + 1)}) page
		left join service on service.id = page.service_id
		left join person on person.id = page.owner_id
		order by page.sort_at, ticket_id`.execute(tx);
	const page = pageFrom(
		rows,
		wanted.limit,
		(row) => rowView(row, maskedFor(isAtFirstLevel(actor, { isRestricted: row.restricted }))),
		(row) => [utc(row.sort_at), row.ticket_id],
	);
	return JsonText.of({ ...page, asOf: now.toString() });
}

/** Times as text: a list makes no sums with them, and an instant costs Node more than all the rest of its row. */
const columnsShown = sql.raw(
	"ticket_id, number, subject, state, channel, type, service_id, support_set, owner_id, restricted, priority, priority_rank, " +
		"is_overridden, user_deadline::text, received_at::text, changed_at::text, clock_id, due_kind, due_state, due_at::text, " +
		"warn_at::text, is_breached, page.sort_at::text",
);

function filters(wanted: Wanted, actor: Actor, now: Temporal.Instant): RawBuilder<boolean>[] {
	const { view, state, serviceId, set, ownerId, channel, type, words, changedAfter } = wanted;
	const found = words ? [matches(words)] : [sql<boolean>`queue_row.is_open = ${sql.lit(wanted.isOpen)}`];
	if (view) found.push(viewIs(view, actor, now));
	if (state) found.push(sql`queue_row.state = ${state}`);
	if (serviceId) found.push(sql`queue_row.service_id = ${serviceId}`);
	if (set) found.push(sql`queue_row.support_set = ${set}`);
	if (ownerId) found.push(sql`queue_row.owner_id = ${ownerId}`);
	if (channel) found.push(sql`queue_row.channel = ${channel}`);
	if (type) found.push(sql`queue_row.type = ${type}`);
	if (changedAfter) found.push(sql`queue_row.changed_at > ${changedAfter}::timestamptz`);
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
	const cursor = cursorValues(after, ["instant", "id"]);
	if (cursor === null) return [];
	const [sortAt, id] = cursor;
	return [sql`(queue_row.sort_at, queue_row.ticket_id) > (${sortAt}::timestamptz, ${id}::uuid)`];
}

type View = z.input<typeof QueueRow>;
type Row = {
	ticket_id: string;
	number: number;
	subject: string;
	state: View["state"];
	channel: View["channel"];
	type: View["type"];
	service_id: string | null;
	service_name: string | null;
	support_set: View["set"];
	owner_id: string | null;
	owner_name: string | null;
	restricted: boolean;
	priority: NonNullable<View["priority"]>["code"];
	priority_rank: number | null;
	is_overridden: boolean;
	user_deadline: string | null;
	received_at: string;
	changed_at: string;
	clock_id: string | null;
	due_kind: NonNullable<View["due"]>["kind"];
	due_state: NonNullable<View["due"]>["state"];
	due_at: string | null;
	warn_at: string | null;
	is_breached: boolean;
	sort_at: string;
};

/** An instant as the database writes it (`2026-03-12 13:05:00+00`, in the session's zone), in UTC as we do. */
const utc = (text: string): string =>
	text.endsWith("+00") ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : Temporal.Instant.from(text).toString();

const rowView = (row: Row, masked: readonly PersonalDataKind[]): View => ({
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
	priority:
		row.priority_rank === null
			? null
			: { code: row.priority, rank: row.priority_rank, isOverridden: row.is_overridden },
	userDeadline: row.user_deadline,
	receivedAt: utc(row.received_at),
	changedAt: utc(row.changed_at),
	due:
		row.clock_id === null
			? null
			: {
					clockId: row.clock_id,
					kind: row.due_kind,
					state: row.due_state,
					dueAt: row.due_at && utc(row.due_at),
					warnAt: row.warn_at && utc(row.warn_at),
					isBreached: row.is_breached,
				},
});

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
		from queue_row where is_open and ${visibleTo(actor, columns)}`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error("an aggregate gives one row");
	return row;
}

/** How a person's lists are arranged; the standard for whoever arranged nothing. */
export async function arrangementOf(tx: Tx, actor: Actor): Promise<z.input<typeof Arrangement>> {
	const own = await tx
		.selectFrom("queue_arrangement")
		.select(["columns", "density"])
		.where("person_id", "=", actor.kind === "person" ? actor.personId : null)
		.executeTakeFirst();
	const { columns, density } = own ?? standardArrangement;
	return { columns: [...columns] as QueueColumn[], density: density as Density };
}
