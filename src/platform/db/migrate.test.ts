import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import pg from "pg";
import { Refusal } from "../../kernel/refusal.ts";
import { openEmbedded } from "./embedded.ts";
import { type Migration, migrate, readMigrations } from "./migrate.ts";

const migration = (name: string, sql: string): Migration => ({
	name,
	sql,
	hash: createHash("sha256").update(sql).digest("hex"),
});
const one = migration("0001-one.sql", "create table one (a integer)");
const two = migration("0002-two.sql", "alter table one add b integer; insert into one values (1, 2)");
const broken = migration("0003-broken.sql", "insert into one values (3, 4); select 1 / 0");
const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

const serverUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;

/** An empty database: a scratch one on the server, one in memory otherwise. */
async function emptyDatabase(): Promise<{ pool: pg.Pool; close(): Promise<void> }> {
	if (!serverUrl) return openEmbedded(null);
	const name = `dogovor_test_${randomBytes(6).toString("hex")}`;
	const onServer = async (sql: string) => {
		const client = new pg.Client({ connectionString: serverUrl });
		await client.connect();
		await client.query(sql);
		await client.end();
	};
	await onServer(`create database ${name}`);
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	const pool = new pg.Pool({ connectionString: url.toString(), max: 4 });
	// A connection that is still hanging up when its database is dropped is nobody's fault.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	return {
		pool,
		async close() {
			await pool.end();
			await onServer(`drop database ${name} with (force)`);
		},
	};
}

describe("migrations", () => {
	let database: Awaited<ReturnType<typeof emptyDatabase>>;
	beforeEach(async () => {
		database = await emptyDatabase();
	});
	afterEach(() => database.close());
	const rows = async (sql: string) => (await database.pool.query(sql)).rows;

	test("run in order, once, and say which", async () => {
		const told: string[] = [];
		assert.deepEqual(await migrate(database.pool, [one], (name) => told.push(name)), [one.name]);
		assert.deepEqual(await migrate(database.pool, [one, two], (name) => told.push(name)), [two.name]);
		assert.deepEqual(await migrate(database.pool, [one, two]), []);
		assert.deepEqual(told, [one.name, two.name]);
		assert.deepEqual(await rows("select * from one"), [{ a: 1, b: 2 }]);
	});

	test("one that was edited after it ran is refused", async () => {
		await migrate(database.pool, [one]);
		const edited = migration(one.name, `${one.sql}; -- and more`);
		await assert.rejects(migrate(database.pool, [edited, two]), refusedWith("migration-changed"));
		assert.deepEqual(await rows("select name from migration"), [{ name: one.name }]);
	});

	test("an older program refuses a newer database", async () => {
		await migrate(database.pool, [one, two]);
		await assert.rejects(migrate(database.pool, [one]), refusedWith("database-newer"));
	});

	test("a failing one leaves what ran before it and nothing of its own, and is tried again", async () => {
		await assert.rejects(migrate(database.pool, [one, two, broken]), { code: "22012" });
		assert.deepEqual(await rows("select * from one"), [{ a: 1, b: 2 }]);
		assert.equal((await rows("select * from migration")).length, 2);
		const mended = migration(broken.name, "insert into one values (3, 4)");
		assert.deepEqual(await migrate(database.pool, [one, two, mended]), [broken.name]);
	});

	test("two nodes that start at once run each once", async () => {
		const ran = await Promise.all([1, 2, 3].map(() => migrate(database.pool, [one, two])));
		assert.deepEqual(ran.flat().toSorted(), [one.name, two.name]);
	});
});

describe("the files of migrations/", () => {
	test("are read in the order of their numbers, and nothing else is", () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), "dogovor-migrations-"));
		for (const name of ["0002-b.sql", "0001-a.sql", "README.md", "3-c.sql", "0004-D.sql"])
			fs.writeFileSync(path.join(folder, name), "select 1");
		assert.deepEqual(
			readMigrations(folder).map((found) => found.name),
			["0001-a.sql", "0002-b.sql"],
		);
		fs.rmSync(folder, { recursive: true });
	});

	test("end with .sql and are all taken", () => {
		const folder = path.resolve(import.meta.dirname, "../../../migrations");
		assert.equal(readMigrations().length, fs.readdirSync(folder).length);
	});
});
