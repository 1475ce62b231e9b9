import type { Actor } from "../../kernel/actor.ts";
import type { Fact } from "../../kernel/fact.ts";
import { json, type Tx } from "../db/tx.ts";
import { newId } from "../ids.ts";

export const actorId = (actor: Actor): string | null =>
	actor.kind === "person" ? actor.personId : actor.kind === "system" ? actor.name : null;

/** Appends the facts of one act in its own transaction, in the order they were recorded. */
export async function appendFacts(tx: Tx, actor: Actor, now: Temporal.Instant, facts: readonly Fact[]): Promise<void> {
	if (facts.length === 0) return;
	await tx
		.insertInto("fact")
		.values(
			facts.map((fact) => ({
				id: newId(now),
				at: now,
				name: fact.name,
				aggregate: fact.aggregate,
				aggregate_id: fact.id,
				aggregate_version: fact.version,
				actor_kind: actor.kind,
				actor_id: actorId(actor),
				payload_version: fact.payloadVersion,
				payload: json(fact.payload),
			})),
		)
		.execute();
}
