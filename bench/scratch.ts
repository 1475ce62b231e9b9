import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";

export type DatabaseKind = "postgresql" | "embedded";

/** Where one run keeps its rows: a scratch database on the server or a folder; both are gone after `remove`. */
export type Place = { readonly url: string | null; readonly folder: string; remove(): Promise<void> };

const serverUrl =
	process.env.BENCH_DATABASE_URL ?? process.env.DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/postgres";

async function onServer(sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: serverUrl });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/** Whether there is a server to measure on; without one the embedded database is measured alone. */
export const hasServer = (): Promise<boolean> =>
	onServer("select 1").then(
		() => true,
		() => false,
	);

export async function scratchPlace(kind: DatabaseKind): Promise<Place> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "dogovor-bench-"));
	const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
	if (kind === "embedded") return { url: null, folder, remove: async () => removeFolder() };
	const name = `dogovor_bench_${randomBytes(6).toString("hex")}`;
	await onServer(`create database ${name}`);
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return {
		url: url.toString(),
		folder,
		async remove() {
			await onServer(`drop database if exists ${name} with (force)`);
			removeFolder();
		},
	};
}
