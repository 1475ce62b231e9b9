import type { Actor } from "../../kernel/actor.ts";
import type { Fact } from "../../kernel/fact.ts";
import { sql } from "kysely";
import { prepared } from "../db/prepared.ts";
import type { Tx } from "../db/tx.ts";
import { newId } from "../ids.ts";

export const actorId = (actor: Actor): string | null =>
	actor.kind === "person" ? actor.personId : actor.kind === "system" ? actor.name : null;

/** Appends the facts of one act in its own transaction, in the order they were recorded. */
export async function appendFacts(tx: Tx, actor: Actor, now: Temporal.Instant, facts: readonly Fact[]): Promise<void> {
	if (facts.length === 0) return;
	const rows = facts.map((fact) => ({
		id: newId(now),
		name: fact.name,
		aggregate: fact.aggregate,
		aggregate_id: fact.id,
		aggregate_version: fact.version,
		payload_version: fact.payloadVersion,
		payload: fact.payload,
	}));
	appended.ahead(tx, { now, actorKind: actor.kind, actor: actorId(actor), rows: JSON.stringify(rows) });
}

type Appending = {
	readonly now: Temporal.Instant;
	readonly actorKind: Actor["kind"];
	readonly actor: string | null;
	readonly rows: string;
};

const appended = prepared(
	(_, { now, actorKind, actor, rows }: Appending) => sql`
		insert into fact (id, at, name, aggregate, aggregate_id, aggregate_version, actor_kind, actor_id, payload_version, payload)
		select id, ${now}::timestamptz, name, aggregate, aggregate_id, aggregate_version, ${actorKind}, ${actor}, payload_version, payload
		from rows from (jsonb_to_recordset(${rows}::jsonb) as (id uuid, name text, aggregate text, aggregate_id text,
			aggregate_version integer, payload_version smallint, payload jsonb)) with ordinality
		order by ordinality`,
);
