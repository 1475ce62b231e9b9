import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { TicketId } from "../../kernel/id.ts";
import { type Page, readCursor, writeCursor } from "../../kernel/page.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { InstantText } from "../../kernel/values.ts";
import { bare, instant, type JsonSql, JsonText, object, orNull, text, word } from "../../platform/db/json-text.ts";
import type { Tx } from "../../platform/db/tx.ts";
import { searchQuery } from "../../platform/text/search-tokens.ts";
import { isAtFirstLevel, type ScopeColumns, visibleTo } from "../tickets/read.ts";
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
 * One page along the index, by due time; `limit` + 1 rows are asked for to know whether more follow. The database writes each
 * row as the contract has it, all but the subject, in which personal numbers are covered for the reader.
 */
export async function queuePage(
	tx: Tx,
	actor: Actor,
	now: Temporal.Instant,
	wanted: Wanted,
): Promise<JsonText<Page<View>>> {
	const conditions = [visibleTo(actor, columns), ...filters(wanted, actor, now), ...afterCursor(wanted.after)];
	const { rows } = await sql<{ subject: string; rest: string; sorted_at: string; ticket_id: string }>`
		select subject, ${restOfRow} as rest, ${sortedAt} as sorted_at, ticket_id
		from (select * from queue_row where ${sql.join(conditions, sql` and `)}
			order by sort_at, ticket_id limit ${wanted.limit + 1}) page
		left join service on service.id = page.service_id
		left join person on person.id = page.owner_id
		order by page.sort_at, ticket_id`.execute(tx);
	const masked = maskedFor(isAtFirstLevel(actor));
	const shown = rows.slice(0, wanted.limit);
	const last = shown.at(-1);
	const next = rows.length > shown.length && last ? writeCursor([JSON.parse(last.sorted_at), last.ticket_id]) : null;
	const texts = shown.map(
		({ subject, rest }) => `{"subject":${JSON.stringify(maskPersonalData(subject, masked).text)},${rest.slice(1)}`,
	);
	return new JsonText(`{"rows":[${texts.join(",")}],"next":${JSON.stringify(next)}}`);
}

type View = z.input<typeof QueueRow>;
type Some<Name extends keyof View> = NonNullable<View[Name]>;

const present = <Value>(column: string, { sql: written }: JsonSql<Value>): JsonSql<Value | null> => ({
	sql: `case when ${column} is null then 'null' else ${written} end`,
});

const sortedAt = sql.raw<string>(instant("sort_at").sql);
const restOfRow = sql.raw<string>(
	object<Omit<View, "subject">>({
		id: word("ticket_id"),
		number: bare("number"),
		state: word("state"),
		channel: word("channel"),
		type: orNull(word("type")),
		service: present("service_id", object<Some<"service">>({ id: word("service_id"), name: text("service.name") })),
		set: orNull(word("support_set")),
		owner: present("owner_id", object<Some<"owner">>({ id: word("owner_id"), name: text("person.name") })),
		isRestricted: bare("restricted"),
		priority: present(
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
		due: present(
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
		from queue_row where is_open and ${visibleTo(actor, columns)}`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error("an aggregate gives one row");
	return row;
}
