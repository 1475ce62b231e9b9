import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { sql } from "kysely";
import type { Database } from "../db/database.ts";
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
		const pending = await pendingFacts(tx);
		if (pending.length === 0) return 0;
		const head = await journalHead(tx);
		let { position } = head;
		let hash = head.hash;
		const rows = pending.map(({ ordinal: _, ...fact }) => {
			position += 1;
			hash = chainHash(hash, fact);
			return { position, fact_id: fact.id, hash };
		});
		await tx.insertInto("journal_position").values(rows).execute();
		await tx
			.deleteFrom("fact_pending")
			.where(
				"fact_id",
				"in",
				rows.map((row) => row.fact_id),
			)
			.execute();
		return rows.length;
	});

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

const pendingFacts = (tx: Tx) =>
	tx
		.selectFrom("fact_pending")
		.innerJoin("fact", "fact.id", "fact_pending.fact_id")
		.select(columns)
		.select("fact.ordinal")
		.orderBy("fact_pending.ordinal")
		.limit(batchMost)
		.execute();

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
