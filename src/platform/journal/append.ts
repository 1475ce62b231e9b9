import type { Actor } from "../../kernel/actor.ts";
import type { Fact } from "../../kernel/fact.ts";
import { type Insertable, sql } from "kysely";
import { prepared } from "../db/prepared.ts";
import type { DB, Tx } from "../db/tx.ts";
import { newId } from "../ids.ts";

export const actorId = (actor: Actor): string | null =>
	actor.kind === "person" ? actor.personId : actor.kind === "system" ? actor.name : null;

/** Appends the facts of one act in its own transaction, in the order they were recorded; goes out without waiting. */
export function appendFacts(tx: Tx, actor: Actor, now: Temporal.Instant, facts: readonly Fact[]): void {
	const by = { now, actorKind: actor.kind, actor: actorId(actor) };
	const rows = facts.map((fact) => ({
		id: newId(now),
		name: fact.name,
		aggregate: fact.aggregate,
		aggregate_id: fact.id,
		aggregate_version: fact.version,
		payload_version: fact.payloadVersion,
		payload: fact.payload,
	}));
	const [first] = rows;
	if (rows.length > 1) severalAppended.ahead(tx, { ...by, rows: JSON.stringify(rows) });
	else if (first) oneAppended.ahead(tx, { ...by, row: { ...first, payload: JSON.stringify(first.payload) } });
}

type By = { readonly now: Temporal.Instant; readonly actorKind: Actor["kind"]; readonly actor: string | null };
type One = By & {
	readonly row: Omit<Insertable<DB["fact"]>, "at" | "actor_kind" | "actor_id" | "payload"> & {
		readonly payload: string;
	};
};
type Several = By & { readonly rows: string };

const oneAppended = prepared((db, { now, actorKind, actor, row: { payload, ...row } }: One) =>
	db
		.insertInto("fact")
		.values({ ...row, at: now, actor_kind: actorKind, actor_id: actor, payload: sql`${payload}::jsonb` }),
);

const severalAppended = prepared(
	(_, { now, actorKind, actor, rows }: Several) => sql`
		insert into fact (id, at, name, aggregate, aggregate_id, aggregate_version, actor_kind, actor_id, payload_version, payload)
		select id, ${now}::timestamptz, name, aggregate, aggregate_id, aggregate_version, ${actorKind}, ${actor}, payload_version, payload
		from rows from (jsonb_to_recordset(${rows}::jsonb) as (id uuid, name text, aggregate text, aggregate_id text,
			aggregate_version integer, payload_version smallint, payload jsonb)) with ordinality
		order by ordinality`,
);
