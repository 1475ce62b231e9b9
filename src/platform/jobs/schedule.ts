import { PgBoss } from "pg-boss";
import type { Database } from "../db/database.ts";
import { deskZone } from "../clock.ts";
import type { Log } from "../log.ts";

/** Work at a time of day (cron, in the desk's zone), once for all nodes. */
export type Scheduled = { readonly name: string; readonly cron: string; readonly run: () => Promise<void> };

export type Schedule = { stop(): Promise<void> };

/** Starts pg-boss on the desk's own pool, in the schema `pgboss` it keeps for itself, and its workers. */
export async function openSchedule(database: Database, log: Log, scheduled: readonly Scheduled[]): Promise<Schedule> {
	const boss = new PgBoss({
		db: { executeSql: (text: string, values?: unknown[]) => database.pool.query(text, values) },
		...(database.kind === "embedded" ? { backend: "pglite" as const } : {}),
	});
	boss.on("error", (error) => log.error({ err: error }, "schedule"));
	await boss.start();
	for (const { name, cron, run } of scheduled) {
		await boss.createQueue(name);
		await boss.schedule(name, cron, null, { tz: deskZone });
		await boss.work(name, { pollingIntervalSeconds: 30 }, async () => run());
	}
	return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) };
}
