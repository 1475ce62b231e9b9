import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { cursorValues, writeCursor } from "../../kernel/page.ts";
import { JsonText } from "../../platform/json-text.ts";
import { bare, instant, object, orNull, text, where, word } from "../../platform/db/json-sql.ts";
import type { Tx } from "../../platform/db/tx.ts";
import { searchQuery } from "../../platform/text/search-tokens.ts";
import { isAtFirstLevel, type ScopeColumns, visibleTo } from "../tickets/read.ts";
import { subjectFor } from "../tickets/rules/subject.ts";
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
	// Who is at first level sees names, but on restricted tickets that are another side's: no need to look them up.
	const needsName = isAtFirstLevel(actor, { isRestricted: false }) ? sql`page.restricted` : sql`true`;
	const { rows } = await sql<{ subject: string; restricted: boolean; rest: string; key: string; name: string | null }>`
		select subject, restricted, ${restOfRow} as rest, ${keyOfRow} as key,
			case when ${needsName} then (select name from ticket_reporter where ticket_id = page.ticket_id) end as name
		from (select * from queue_row where ${sql.join(conditions, sql` and `)}
			order by sort_at, ticket_id limit ${sql.lit(wanted.limit + 1)}) page
		left join service on service.id = page.service_id
		left join person on person.id = page.owner_id
		order by page.sort_at, ticket_id`.execute(tx);
	const shown = rows.slice(0, wanted.limit).map(({ subject, restricted, rest, name }) => {
		const reader = { isFirst: isAtFirstLevel(actor, { isRestricted: restricted }), reporterName: name };
		return `{"subject":${JSON.stringify(subjectFor(subject, reader))},${rest.slice(1)}`;
	});
	const last = rows.length > wanted.limit ? rows[wanted.limit - 1] : undefined;
	const next = last ? writeCursor(JSON.parse(last.key)) : null;
	return new JsonText(`{"rows":[${shown.join(",")}],"next":${JSON.stringify(next)},"asOf":"${now.toString()}"}`);
}

type View = z.input<typeof QueueRow>;
type Some<Name extends keyof View> = NonNullable<View[Name]>;

/** What a cursor holds: where in the list the row stands. */
const keyOfRow = sql.raw<string>(`'[' || ${instant("page.sort_at").sql} || ',' || ${word("ticket_id").sql} || ']'`);

/** All but the subject, which Node covers for the reader. */
const restOfRow = sql.raw<string>(
	object<Omit<View, "subject">>({
		id: word("ticket_id"),
		number: bare("number"),
		state: word("state"),
		channel: word("channel"),
		type: orNull(word("type")),
		service: where("service_id", object<Some<"service">>({ id: word("service_id"), name: text("service.name") })),
		set: orNull(word("support_set")),
		owner: where("owner_id", object<Some<"owner">>({ id: word("owner_id"), name: text("person.name") })),
		isRestricted: bare("restricted"),
		priority: where(
			"priority_rank",
			object<Some<"priority">>({
				code: orNull(word("priority")),
				rank: bare("priority_rank"),
				isOverridden: bare("is_overridden"),
			}),
		),
		userDeadline: orNull(word("user_deadline")),
		receivedAt: instant("received_at"),
		changedAt: instant("changed_at"),
		due: where(
			"clock_id",
			object<Some<"due">>({
				clockId: word("clock_id"),
				kind: word("due_kind"),
				state: word("due_state"),
				dueAt: orNull(instant("due_at")),
				warnAt: orNull(instant("warn_at")),
				isBreached: bare("is_breached"),
			}),
		),
	}).sql,
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
