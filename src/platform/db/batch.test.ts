import assert from "node:assert/strict";
import { after, before, describe, mock, test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";
import type { Tx } from "./tx.ts";

const setting = prepared((db, row: { readonly name: string; readonly value: string }) =>
	db.insertInto("desk_setting").values(row),
);
const parted = prepared((_, { by }: { readonly by: number }) => sql<{ part: number }>`select 10 / ${by}::int as part`);
const settings = (tx: Tx) => tx.selectFrom("desk_setting").select("name").orderBy("name").execute();
const names = async (database: Database) => (await database.read(settings)).map(({ name }) => name);

describe("what travels together", () => {
	let database: Database;
	before(async () => {
		database = await openTestDatabase();
	});
	after(() => database.close());

	test("a transaction is as many messages as it waits for", async () => {
		const query = mock.method(pg.Client.prototype, "query");
		const sent = async (work: (tx: Tx) => Promise<unknown>) => {
			const before = query.mock.callCount();
			await database.write(work);
			return query.mock.callCount() - before;
		};
		const word = { value: "x" };
		const rows: [messages: number, work: (tx: Tx) => Promise<unknown>][] = [
			[1, async (tx) => setting.ahead(tx, { name: "a", ...word })],
			[2, (tx) => setting(tx, { name: "b", ...word })],
			[2, (tx) => Promise.all([setting(tx, { name: "c", ...word }), settings(tx), parted(tx, { by: 5 })])],
			[
				2,
				async (tx) => {
					setting.ahead(tx, { name: "d", ...word });
					await settings(tx);
					setting.ahead(tx, { name: "e", ...word });
				},
			],
		];
		for (const [messages, work] of rows) assert.equal(await sent(work), messages);
		query.mock.restore();
		assert.deepEqual(await names(database), ["a", "b", "c", "d", "e"]);
	});

	test("what was sent ahead is seen by what is asked next", async () => {
		await database.write(async (tx) => {
			setting.ahead(tx, { name: "seen", value: "x" });
			assert.ok((await settings(tx)).some(({ name }) => name === "seen"));
		});
	});

	const again = { name: "twice", value: "x" };
	const failing: [name: string, work: (tx: Tx) => Promise<unknown>, expected: object | RegExp][] = [
		["ahead, with the commit behind it", async (tx) => setting.ahead(tx, again), { code: "23505" }],
		[
			"ahead, with a question behind it",
			async (tx) => {
				setting.ahead(tx, again);
				await settings(tx);
			},
			{ code: "23505" },
		],
		[
			"ahead, before the work fails for a reason of its own",
			async (tx) => {
				setting.ahead(tx, again);
				throw new Error("its own");
			},
			{ code: "23505" },
		],
		[
			"and nobody passes it on",
			(tx) => setting(tx, again).catch(() => "all is well"),
			/a statement failed and its failure was not passed on/,
		],
	];
	for (const [name, work, expected] of failing) {
		test(`a statement fails ${name}: nothing of its transaction is kept, and the next one goes on`, async () => {
			await database.write((tx) => tx.deleteFrom("desk_setting").execute());
			await database.write((tx) => setting(tx, again));
			const attempt = database.write(async (tx) => {
				setting.ahead(tx, { name: "with it", value: "x" });
				return work(tx);
			});
			await assert.rejects(attempt, expected);
			assert.deepEqual(await names(database), ["twice"]);
		});
	}

	test("one that failed at first is asked again", async () => {
		const part = (by: number) => database.write(async (tx) => (await parted(tx, { by }))[0]?.part);
		await assert.rejects(part(0), { code: "22012" });
		assert.deepEqual([await part(2), await part(5)], [5, 2]);
		await assert.rejects(part(0), { code: "22012" });
		assert.equal(await part(10), 1);
	});

	test("a value that cannot be read fails its question alone", async () => {
		const far = sql`select 'infinity'::timestamptz as at`;
		await database.read(async (tx) => {
			await assert.rejects(far.execute(tx), RangeError);
			assert.equal((await parted(tx, { by: 1 }))[0]?.part, 10);
		});
	});

	test("a query after the transaction is a fault", async () => {
		const kept = await database.write(async (tx) => tx);
		await assert.rejects(() => settings(kept), /a query after its transaction/);
	});
});
