import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "../../src/platform/db/database.ts";
import { openEmbedded } from "../../src/platform/db/embedded.ts";
import { migrate, readMigrations } from "../../src/platform/db/migrate.ts";

const migrations = readMigrations();
const hash = createHash("sha256")
	.update(migrations.map((migration) => migration.hash).join())
	.digest("hex")
	.slice(0, 16);
const serverUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;

/** A migrated database of its own: a clone of one template on PostgreSQL, one snapshot loaded in memory otherwise. */
export const openTestDatabase = (): Promise<Database> => (serverUrl ? cloneOnServer(serverUrl) : loadSnapshot());

async function loadSnapshot(): Promise<Database> {
	const file = path.resolve(import.meta.dirname, `../../node_modules/.cache/dogovor/snapshot-${hash}.tgz`);
	if (!fs.existsSync(file)) {
		const embedded = await openEmbedded(null);
		await migrate(embedded.pool, migrations);
		const bytes = await embedded.dump();
		await embedded.close();
		fs.mkdirSync(path.dirname(file), { recursive: true });
		const partial = `${file}.${randomBytes(4).toString("hex")}`;
		fs.writeFileSync(partial, bytes);
		fs.renameSync(partial, file);
	}
	return openDatabase({ folder: null, snapshot: fs.readFileSync(file) });
}

async function cloneOnServer(url: string): Promise<Database> {
	const template = `dogovor_template_${hash}`;
	const name = `dogovor_test_${randomBytes(6).toString("hex")}`;
	const admin = new pg.Client({ connectionString: url });
	await admin.connect();
	await admin.query("select pg_advisory_lock(7046029256)");
	try {
		const found = await admin.query("select 1 from pg_database where datname = $1", [template]);
		if (found.rowCount === 0) await makeTemplate(admin, url, template);
		await admin.query(`create database ${name} template ${template}`);
	} finally {
		await admin.query("select pg_advisory_unlock(7046029256)");
		await admin.end();
	}
	const database = await openDatabase({ url: withName(url, name), poolSize: 8 });
	return {
		...database,
		async close() {
			await database.close();
			const last = new pg.Client({ connectionString: url });
			await last.connect();
			await last.query(`drop database ${name} with (force)`);
			await last.end();
		},
	};
}

async function makeTemplate(admin: pg.Client, url: string, template: string): Promise<void> {
	const partial = `${template}_${randomBytes(4).toString("hex")}`;
	await admin.query(`create database ${partial}`);
	const pool = new pg.Pool({ connectionString: withName(url, partial), max: 1 });
	await migrate(pool, migrations);
	await pool.end();
	await admin.query(`alter database ${partial} rename to ${template}`);
}

const withName = (url: string, name: string): string => {
	const changed = new URL(url);
	changed.pathname = `/${name}`;
	return changed.toString();
};
