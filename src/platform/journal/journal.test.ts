import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { sql } from "kysely";
import { type Fact, factKind } from "../../kernel/fact.ts";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "../db/database.ts";
import type { Tx } from "../db/tx.ts";
import { appendFacts } from "./append.ts";
import { follow, type Follower, keptPlace, type NumberedFact, placeFromNow } from "./follow.ts";
import { batchMost, journalAfter, journalHead, numberFacts, verifyJournal } from "./sequencer.ts";

const happened = factKind<{ ž: string; n: number }>()("thing-happened", "thing");
const other = factKind<Record<never, never>>()("other-happened", "thing");
const now = Temporal.Instant.from("2026-03-10T08:00:00.123Z");
const fact = (id: string): Fact => happened.of(id, 1, { ž: "č", n: 1.5 });
const append = async (tx: Tx, ...facts: Fact[]) => appendFacts(tx, { kind: "system", name: "test" }, now, facts);
const names = async (database: Database) =>
	(await database.read((tx) => journalAfter(tx, 0))).map((row) => `${row.position} ${row.aggregate_id}`);

/** What only the owner of the database can do: change rows behind the triggers' back. */
const asOwner = (database: Database, work: (tx: Tx) => Promise<unknown>) =>
	database.write(async (tx) => {
		await sql`set local session_replication_role = replica`.execute(tx);
		await work(tx);
	});

describe("the journal", () => {
	let database: Database;
	beforeEach(async () => {
		database = await openTestDatabase();
	});
	afterEach(() => database.close());

	for (const [name, statement] of [
		["changed", sql`update fact set payload = '{}'`],
		["deleted", sql`delete from fact`],
		["emptied", sql`truncate fact cascade`],
		["renumbered", sql`update journal_position set position = position + 1`],
		["forgotten", sql`delete from journal_position`],
	] as const) {
		test(`rows are never ${name}`, async () => {
			await database.write((tx) => append(tx, fact("a")));
			await numberFacts(database);
			await assert.rejects(
				database.write((tx) => statement.execute(tx)),
				{ code: "23001" },
			);
			assert.equal((await verifyJournal(database)).brokenAt, null);
		});
	}

	test("facts are numbered in the order of their act, batch after batch", async () => {
		await database.write((tx) => append(tx, ...Array.from({ length: 501 }, (_, n) => fact(`f${n}`))));
		assert.deepEqual(
			[await numberFacts(database), await numberFacts(database), await numberFacts(database)],
			[500, 1, 0],
		);
		const { position, hash } = await database.read(journalHead);
		assert.equal(position, 501);
		assert.deepEqual(await verifyJournal(database), { checked: 501, head: hash.toString("hex"), brokenAt: null });
	});

	test("a fact rolled back is never numbered", async () => {
		await database.write((tx) => append(tx, fact("a")));
		await assert.rejects(
			database.write(async (tx) => {
				await append(tx, fact("gone"));
				throw new Error("rolled back");
			}),
		);
		await database.write((tx) => append(tx, fact("b")));
		assert.equal(await numberFacts(database), 2);
		assert.deepEqual(await names(database), ["1 a", "2 b"]);
	});

	for (const [what, change] of [
		["changed", sql`update fact set payload = '{"n": 2}' where aggregate_id = 'c'`],
		["given another time", sql`update fact set at = at + interval '1 millisecond' where aggregate_id = 'c'`],
		["given another author", sql`update fact set actor_id = 'nobody' where aggregate_id = 'c'`],
		["deleted with its number", sql`delete from journal_position where position = 3`],
		["deleted", sql`delete from fact where aggregate_id = 'c'`],
		[
			"swapped with the next",
			sql`update fact set aggregate_id = case aggregate_id when 'c' then 'd' else 'c' end where aggregate_id in ('c', 'd')`,
		],
		["given another hash", sql`update journal_position set hash = decode(repeat('00', 32), 'hex') where position = 3`],
	] as const) {
		test(`verification names the first broken row: ${what}`, async () => {
			await database.write((tx) => append(tx, ...["a", "b", "c", "d", "e"].map(fact)));
			await numberFacts(database);
			await asOwner(database, (tx) => change.execute(tx));
			const { brokenAt, checked } = await verifyJournal(database);
			assert.deepEqual([brokenAt, checked], [3, 2]);
		});
	}

	test("a journal cut at its end shows in its head, which the log keeps", async () => {
		await database.write((tx) => append(tx, fact("a"), fact("b")));
		await numberFacts(database);
		const { head } = await verifyJournal(database);
		await asOwner(database, (tx) => sql`delete from journal_position where position = 2`.execute(tx));
		const cut = await verifyJournal(database);
		assert.notEqual(cut.head, head);
	});
});

describe(
	"committing late",
	{ skip: !(process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL) && "one connection" },
	() => {
		let database: Database;
		before(async () => {
			database = await openTestDatabase();
		});
		after(() => database.close());

		test("a fact that commits after younger ones is numbered after them, never skipped", async () => {
			const written = Promise.withResolvers<void>();
			const mayCommit = Promise.withResolvers<void>();
			const late = database.write(async (tx) => {
				await append(tx, fact("late"));
				written.resolve();
				await mayCommit.promise;
			});
			await written.promise;
			await database.write((tx) => append(tx, fact("early")));
			assert.equal(await numberFacts(database), 1);
			mayCommit.resolve();
			await late;
			assert.equal(await numberFacts(database), 1);
			assert.deepEqual(await names(database), ["1 early", "2 late"]);
		});

		test("two sequencers at once give each fact one number", async () => {
			await database.write((tx) => append(tx, ...Array.from({ length: 40 }, (_, n) => fact(`n${n}`))));
			const counts = await Promise.all([1, 2, 3, 4].map(() => numberFacts(database)));
			assert.equal(
				counts.reduce((sum, count) => sum + count, 0),
				40,
			);
			assert.equal((await verifyJournal(database)).brokenAt, null);
		});
	},
);

describe("a follower", () => {
	let database: Database;
	beforeEach(async () => {
		database = await openTestDatabase();
	});
	afterEach(() => database.close());
	const appendNumbered = async (...facts: Fact[]) => {
		await database.write((tx) => append(tx, ...facts));
		await numberFacts(database);
	};

	test("begins at the head, takes its own facts in order, and says when there may be more", async () => {
		const seen: string[] = [];
		const follower: Follower = {
			facts: [happened.name],
			place: keptPlace(database, "test"),
			run: async (rows) => void seen.push(...rows.map((row) => row.aggregate_id)),
		};
		await appendNumbered(fact("before it was there"));
		assert.equal(await follow(database, follower), false);
		await appendNumbered(fact("a"), other.of("not mine", 1, {}), fact("b"));
		assert.equal(await follow(database, follower), false);
		assert.deepEqual(seen, ["a", "b"]);
		await appendNumbered(...Array.from({ length: batchMost }, (_, n) => fact(`f${n}`)), fact("last"));
		await numberFacts(database);
		assert.deepEqual([await follow(database, follower), seen.length], [true, 2 + batchMost]);
		assert.deepEqual([await follow(database, follower), seen.at(-1)], [false, "last"]);
	});

	test("that fails comes again to what it did not finish: at least once, nothing skipped", async () => {
		const seen: string[] = [];
		let fails = true;
		const follower: Follower = {
			facts: [happened.name],
			place: keptPlace(database, "test"),
			async run(rows) {
				seen.push(...rows.map((row) => row.aggregate_id));
				if (fails) throw new Error("no room");
			},
		};
		await follow(database, follower);
		await appendNumbered(fact("a"), fact("b"));
		await assert.rejects(follow(database, follower), /no room/);
		fails = false;
		await follow(database, follower);
		assert.deepEqual(seen, ["a", "b", "a", "b"]);
	});

	test("with a place of this process alone begins at the head too, and reads all facts where it wants all", async () => {
		const seen: string[] = [];
		await appendNumbered(fact("before"));
		const run = async (rows: readonly NumberedFact[]) => void seen.push(...rows.map((row) => row.aggregate_id));
		const follower: Follower = { facts: "all", place: placeFromNow(database), run };
		assert.equal(await follow(database, follower), false);
		await appendNumbered(fact("a"), other.of("not mine", 1, {}));
		await follow(database, follower);
		assert.deepEqual(seen, ["a", "not mine"]);
	});
});
