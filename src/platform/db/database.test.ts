import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "./database.ts";

describe("the database handle", () => {
	let database: Database;
	before(async () => {
		database = await openTestDatabase();
	});
	after(() => database.close());

	for (const mode of ["write", "read"] as const) {
		test(`a query outside the open ${mode} transaction is a fault at once, on both databases`, async () => {
			await database[mode](async () => {
				assert.throws(() => void database.pool.query("select 1"), /outside the open transaction/);
				await assert.rejects(
					database.write((tx) => tx.selectFrom("fact").select("id").execute()),
					/outside the open transaction/,
				);
				await assert.rejects(
					database.read((tx) => tx.selectFrom("fact").select("id").execute()),
					/outside the open transaction/,
				);
			});
		});
	}

	test("after the transaction the pool is free again", async () => {
		await assert.rejects(
			database.write(() => Promise.reject(new Error("rolled back"))),
			/rolled back/,
		);
		assert.equal((await database.pool.query("select 1 as one")).rows[0].one, 1);
	});

	test("a failed write leaves nothing", async () => {
		const attempt = database.write(async (tx) => {
			await tx.insertInto("desk_setting").values({ name: "half", value: "done" }).execute();
			throw new Error("stopped");
		});
		await assert.rejects(attempt, /stopped/);
		const rows = await database.read((tx) => tx.selectFrom("desk_setting").selectAll().execute());
		assert.deepEqual(rows, []);
	});

	test("a reader cannot write", async () => {
		await assert.rejects(
			database.read((tx) => tx.insertInto("desk_setting").values({ name: "a", value: "b" }).execute()),
			{ code: "25006" },
		);
	});

	const serverUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
	const skip = serverUrl ? false : "the embedded database has one connection, which ends only with the desk";
	test("a connection that the server ends within a transaction fails that act and nothing else", { skip }, async () => {
		const server = new pg.Client({ connectionString: serverUrl });
		await server.connect();
		const broken = database.write(async (tx) => {
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
			await server.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
			await sql`select 1`.execute(tx);
		});
		await assert.rejects(broken);
		await server.end();
		assert.equal((await database.pool.query("select 1 as one")).rows[0].one, 1);
	});

	test("statements are counted", async () => {
		const before = database.statements();
		await database.write((tx) => sql`select 1`.execute(tx));
		assert.ok(database.statements() > before);
	});

	const instant = Temporal.Instant.from("2026-03-29T00:59:59.123456Z");
	const early = Temporal.Instant.from("1969-12-31T23:59:59Z");
	const day = Temporal.PlainDate.from("2026-10-25");
	const rows: [name: string, type: string, value: unknown, expected?: unknown][] = [
		["an instant to the microsecond", "timestamptz", instant],
		["an instant before 1970", "timestamptz", early],
		["no instant", "timestamptz", null],
		["instants", "timestamptz[]", [instant, early]],
		["instants with a hole", "timestamptz[]", [instant, null]],
		["no instants", "timestamptz[]", []],
		["a day", "date", day],
		["days", "date[]", [day, day.add({ days: 1 })]],
		["days with a hole", "date[]", [null, day]],
		["a whole number above 32 bits", "bigint", 9_007_199_254_740_991],
		["a duration, as the text it was", "text", Temporal.Duration.from("PT90M"), "PT90M"],
		["text", "text", "š 'and' \"č\""],
		["texts", "text[]", ['a"b', "c,d", ""]],
		["bytes", "bytea", Buffer.from([0, 255, 7])],
		["an object", "jsonb", { a: [1, null, "ž"] }],
	];
	for (const [name, type, value, expected = value] of rows) {
		test(`comes back as it went in: ${name}`, async () => {
			const result = await database.read((tx) =>
				sql<{ back: unknown }>`select ${value}::${sql.raw(type)} as back`.execute(tx),
			);
			const back = result.rows[0]?.back;
			assert.deepEqual(plain(back), plain(expected));
			if (expected !== null && typeof expected === "object")
				assert.equal(Object.getPrototypeOf(back), Object.getPrototypeOf(expected));
		});
	}
});

/** Temporal values have no own properties, so that a deep comparison takes all of them for equal. */
const plain = (value: unknown): unknown => {
	if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return `${value}`;
	return Array.isArray(value) ? value.map(plain) : value;
};
