import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { sql } from "kysely";
import type { Database } from "../db/database.ts";
import { prepared } from "../db/prepared.ts";
import type { Tx } from "../db/tx.ts";

const LOCK = 7_046_029_255;
/** Facts read or numbered at once; fewer than that = there are no more for now. */
export const batchMost = 500;
const origin = Buffer.alloc(32);

export type JournalRow = {
	position: number;
	id: string;
	at: Temporal.Instant;
	name: string;
	aggregate: string;
	aggregate_id: string;
	aggregate_version: number;
	actor_kind: string;
	actor_id: string | null;
	payload_version: number;
	payload: unknown;
};

/** SHA-256 over the hash before and the RFC 8785 form of the fact: a changed, missing or swapped row breaks the chain. */
export const chainHash = (before: Buffer, fact: Omit<JournalRow, "position">): Buffer =>
	createHash("sha256")
		.update(before)
		.update(canonicalize({ ...fact, at: fact.at.toString() }) ?? "")
		.digest();

/** Numbers committed facts in batches; gives how many. One process at a time; another gets 0 and comes back later. */
export const numberFacts = (database: Database): Promise<number> =>
	database.write(async (tx) => {
		const lock = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as taken`.execute(tx);
		if (!lock.rows[0]?.taken) return 0;
		const facts = await pendingFacts(tx);
		if (facts.length === 0) return 0;
		const head = await journalHead(tx);
		let { position } = head;
		let hash = head.hash;
		const rows = facts.map(({ ordinal: _, ...fact }) => {
			position += 1;
			hash = chainHash(hash, fact);
			return { position, fact_id: fact.id, hash };
		});
		await numbered(tx, {
			positions: rows.map((row) => row.position),
			ids: rows.map((row) => row.fact_id),
			ordinals: facts.map(({ ordinal }) => ordinal),
			hashes: rows.map((row) => row.hash.toString("hex")),
		});
		return rows.length;
	});

type Numbered = {
	readonly positions: readonly number[];
	readonly ids: readonly string[];
	readonly ordinals: readonly number[];
	readonly hashes: readonly string[];
};

const numbered = prepared(
	(_, { positions, ids, ordinals, hashes }: Numbered) => sql`
		with placed as (
			insert into journal_position (position, fact_id, hash)
			select position, fact_id, decode(hash, 'hex')
			from unnest(${positions}::bigint[], ${ids}::uuid[], ${hashes}::text[]) as one (position, fact_id, hash))
		delete from fact_pending where ordinal = any(${ordinals}::bigint[])`,
);

const columns = [
	"fact.id",
	"fact.at",
	"fact.name",
	"fact.aggregate",
	"fact.aggregate_id",
	"fact.aggregate_version",
	"fact.actor_kind",
	"fact.actor_id",
	"fact.payload_version",
	"fact.payload",
] as const;

/**
 * The oldest first, each fact looked up by its ordinal: without the limit within, the planner joins the two tables as wholes and
 * reads along all facts there are.
 */
const pendingFacts = (tx: Tx) => pending(tx, {});

const pending = prepared((db) =>
	db
		.selectFrom((one) =>
			one.selectFrom("fact_pending").select("ordinal").orderBy("ordinal").limit(sql.lit(batchMost)).as("pending"),
		)
		.innerJoinLateral(
			(one) =>
				one
					.selectFrom("fact")
					.select([...columns, "fact.ordinal"])
					.whereRef("fact.ordinal", "=", "pending.ordinal")
					.limit(sql.lit(1))
					.as("fact"),
			(join) => join.onTrue(),
		)
		.selectAll("fact")
		.orderBy("pending.ordinal"),
);

/** The newest position and its hash; position 0 and 32 zero bytes before the first fact. */
export async function journalHead(tx: Tx): Promise<{ position: number; hash: Buffer }> {
	const head = await tx
		.selectFrom("journal_position")
		.select(["position", "hash"])
		.orderBy("position", "desc")
		.limit(1)
		.executeTakeFirst();
	return head ?? { position: 0, hash: origin };
}

/** Facts after a position, in the order of the journal. */
export const journalAfter = (tx: Tx, position: number, most = batchMost): Promise<(JournalRow & { hash: Buffer })[]> =>
	tx
		.selectFrom("journal_position")
		.innerJoin("fact", "fact.id", "journal_position.fact_id")
		.select(["journal_position.position", "journal_position.hash", ...columns])
		.where("journal_position.position", ">", position)
		.orderBy("journal_position.position")
		.limit(most)
		.execute();

export type Verification = { readonly checked: number; readonly head: string; readonly brokenAt: number | null };

/** Recomputes the whole chain; `brokenAt` is the first position whose row, number or hash is not what it was. */
export async function verifyJournal(database: Database): Promise<Verification> {
	let position = 0;
	let hash: Buffer = origin;
	for (;;) {
		const rows = await database.read((tx) => journalAfter(tx, position));
		for (const { hash: kept, position: at, ...fact } of rows) {
			const expected = chainHash(hash, fact);
			if (at !== position + 1 || !expected.equals(kept))
				return { checked: position, head: hash.toString("hex"), brokenAt: position + 1 };
			position = at;
			hash = expected;
		}
		if (rows.length < batchMost) return { checked: position, head: hash.toString("hex"), brokenAt: null };
	}
}
