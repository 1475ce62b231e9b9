import { sql } from "kysely";
import sweep from "../src/desk/clocks/operations/sweep.ts";
import { reactions } from "../src/entrances/operations.ts";
import { performer } from "../src/entrances/perform.ts";
import { Refusal } from "../src/kernel/refusal.ts";
import { readSettings, type Settings } from "../src/platform/config/settings.ts";
import { openDatabase } from "../src/platform/db/database.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { databaseFileStore } from "../src/platform/files/file-store.ts";
import { fill } from "./fill.ts";
import { hasServer, scratchPlace } from "./scratch.ts";

const tickets = 56_000;
const system = { kind: "system", name: "bench" } as const;
const print = (figure: Record<string, unknown>) => console.log(JSON.stringify(figure));
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** What a tick of the sweeper costs beside a hundred thousand running clocks, and how fast a backlog drains. */
async function measure(): Promise<void> {
	const place = await scratchPlace("postgresql");
	const database = await openDatabase({ url: place.url!, poolSize: 4 });
	let now = Temporal.Instant.from("2026-03-10T09:00Z");
	try {
		await migrate(database.pool);
		const settings = { ...(readSettings({ DEMO: "off" }) as Settings), secret: "bench" };
		const desk = {
			database,
			clock: { now: () => now },
			settings,
			store: databaseFileStore,
			reactions,
			committed: () => {},
		} as never;
		const perform = performer(desk);
		console.error("filling a hundred thousand clocks …");
		await fill(desk, perform, tickets);
		// All run, none has anything to say for years; then a hundred are due at once, then all that came due in three days.
		await database.write((tx) =>
			sql`update clock set state = 'running', ended_at = null, breached_at = null, warned_at = null, amount_left = null,
			due_at = coalesce(due_at, started_at), next_at = timestamptz '2030-01-01'`.execute(tx),
		);
		await database.pool.query("update clock_hand_over set moves_at = null");
		await database.pool.query("analyze clock");
		const { rows } = await database.pool.query<{ running: number }>(
			"select count(*)::int as running from clock where next_at is not null",
		);
		const { running } = rows[0]!;
		now = Temporal.Instant.from("2026-09-10T09:00Z");
		print({ name: "sweep, nothing due", value: median(await timed(20, () => oneBatch(perform))), unit: "ms", running });
		await due(database, 2000);
		const started = performance.now();
		const times = await timed(20, () => oneBatch(perform));
		const perSecond = Math.round(2_000_000 / (performance.now() - started));
		print({ name: "sweep, a batch of 100 breaches", value: median(times), unit: "ms", running });
		print({ name: "backlog drains, one node", value: perSecond, unit: "clocks/s", running });
		const before = await said(database);
		await due(database, 2000);
		const both = performance.now();
		await Promise.all([timed(11, () => oneBatch(perform)), timed(11, () => oneBatch(perform))]);
		const rate = Math.round(2_000_000 / (performance.now() - both));
		print({ name: "backlog drains, two at once", value: rate, unit: "clocks/s", running });
		const after = await said(database);
		print({
			name: "clocks said twice",
			value: after.facts - after.clocks,
			unit: "clocks",
			said: after.facts - before.facts,
		});
	} finally {
		await database.close();
		await place.remove();
	}
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;
const due = (database: Opened, count: number) =>
	database.pool.query(
		`update clock set next_at = due_at where id in (select id from clock
		where breached_at is null and due_at < '2026-09-01' and next_at > '2029-01-01' limit ${count})`,
	);

async function said(database: Opened): Promise<{ facts: number; clocks: number }> {
	const { rows } = await database.pool.query<{ facts: number; clocks: number }>(
		"select count(*)::int as facts, count(distinct aggregate_id)::int as clocks from fact where name = 'clock-breached'",
	);
	return rows[0]!;
}

async function oneBatch(perform: ReturnType<typeof performer>): Promise<void> {
	try {
		await perform(sweep, system, {});
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
	}
}

async function timed(times: number, work: () => Promise<void>): Promise<number[]> {
	const spent: number[] = [];
	for (let time = 0; time < times; time++) {
		const started = performance.now();
		await work();
		spent.push(Math.round((performance.now() - started) * 10) / 10);
	}
	return spent;
}

if (await hasServer()) await measure();
