import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import { Refusal } from "../../kernel/refusal.ts";

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

const LOCK = 7_046_029_254;
const folder = path.resolve(import.meta.dirname, "../../../migrations");

/** The plain SQL files of `migrations/` in the order of their numbers. */
export const readMigrations = (from: string = folder): Migration[] =>
	fs
		.readdirSync(from)
		.filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
		.sort()
		.map((name) => {
			const sql = fs.readFileSync(path.join(from, name), "utf8");
			return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
		});

/**
 * Brings the database up to the newest migration; gives the names of those it ran.
 *
 * Forward only, each in its own transaction, one process at a time (advisory lock). Refuses `database-newer` when the
 * database has a migration this program does not know, and `migration-changed` when one was edited after it ran.
 */
export async function migrate(
	pool: pg.Pool,
	migrations: readonly Migration[] = readMigrations(),
	onEach: (name: string) => void = () => {},
): Promise<string[]> {
	const client = await pool.connect();
	try {
		await client.query("select pg_advisory_lock($1)", [LOCK]);
		await client.query(
			"create table if not exists migration (name text primary key, hash text not null, ran_at timestamptz not null default now())",
		);
		const done = await client.query<{ name: string; hash: string }>("select name, hash from migration order by name");
		refuseForeign(done.rows, migrations);
		const ran: string[] = [];
		for (const migration of migrations) {
			if (done.rows.some((row) => row.name === migration.name)) continue;
			await runOne(client, migration);
			ran.push(migration.name);
			onEach(migration.name);
		}
		return ran;
	} finally {
		await client.query("select pg_advisory_unlock($1)", [LOCK]);
		client.release();
	}
}

function refuseForeign(done: readonly { name: string; hash: string }[], known: readonly Migration[]): void {
	for (const row of done) {
		const same = known.find((migration) => migration.name === row.name);
		if (!same) throw new Refusal("unavailable", "database-newer", { details: { migration: row.name } });
		if (same.hash !== row.hash)
			throw new Refusal("unavailable", "migration-changed", { details: { migration: row.name } });
	}
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<void> {
	await client.query("begin");
	try {
		await client.query(migration.sql);
		await client.query("insert into migration (name, hash) values ($1, $2)", [migration.name, migration.hash]);
		await client.query("commit");
	} catch (error) {
		await client.query("rollback");
		throw error;
	}
}
