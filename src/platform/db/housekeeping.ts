import fs from "node:fs";
import path from "node:path";
import type { Database } from "./database.ts";

const dumpsKept = 7;

/** The embedded database has no autovacuum: 20 updates of 2 000 rows grew it from 1 to 23 MB. */
export async function vacuum(database: Database): Promise<void> {
	if (database.embedded) await database.pool.query("vacuum (analyze)");
}

/** Writes the day's dump of the embedded database beside it and keeps the newest seven; gives its path. */
export async function dumpDaily(database: Database, folder: string, today: Temporal.PlainDate): Promise<string | null> {
	if (!database.embedded) return null;
	const dumps = path.join(folder, "dumps");
	await fs.promises.mkdir(dumps, { recursive: true });
	const target = path.join(dumps, `dogovor-${today.toString()}.tar.gz`);
	await fs.promises.writeFile(`${target}.partial`, await database.embedded.dump(), { flush: true });
	await fs.promises.rename(`${target}.partial`, target);
	const old = (await fs.promises.readdir(dumps))
		.filter((name) => name.endsWith(".tar.gz"))
		.sort()
		.slice(0, -dumpsKept);
	for (const name of old) await fs.promises.unlink(path.join(dumps, name));
	return target;
}
