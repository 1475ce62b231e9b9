import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { callsOf } from "./calls.ts";
import { type Child, type Ready, startChild } from "./child.ts";
import { hasServer, scratchPlace } from "./scratch.ts";
import { allRun, comeDue, ranOutInStandstill, type Expected } from "./sweeper-clocks.ts";
import { startTraffic, watchNotices } from "./sweeper-watch.ts";
import { inversions, repeats } from "./sweeper-order.ts";

/**
 * `npm run bench -- sweeper [--clocks=100000] [--seconds=40]`: the desk as it starts, its worker and all, on real time.
 * First what comes due while a hundred thousand clocks run, on one node and on two; then the backlog of a standstill.
 */
const words = process.argv.slice(2);
const option = (name: string, otherwise: number) =>
	Number(words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
/** Two of second level on each ticket, its statutory one beside them. */
const tickets = option("clocks", 100_000) / 2;
const seconds = option("seconds", 40);
/** Warnings and breaches that come due in a second of the live runs, together. */
const aSecond = 10;
const spokenWithinMs = 15_000;

const tell = (text: string) => console.error(text);
const rounded = (value: number) => Math.round(value * 100) / 100;
const print = (figure: Record<string, unknown>) => console.log(JSON.stringify({ ...figure, database: "postgresql" }));

type Bench = { readonly db: pg.Pool; readonly ready: Ready; node(): Promise<Child> };

function quantiles(values: readonly number[]) {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
	return { p50: at(0.5), p99: at(0.99), max: at(1), count: sorted.length };
}

/** How late each notice was there for all to see, of warnings and of breaches. */
async function live(bench: Bench, nodes: readonly Child[]): Promise<void> {
	const name = `${nodes.length} node${nodes.length > 1 ? "s" : ""}`;
	tell(`live, ${name}: ${seconds * aSecond} clocks come due in ${seconds} s …`);
	const running = await runningClocks(bench.db);
	const expected = await comeDue(bench.db, seconds * aSecond, 1000 / aSecond);
	const cpuBefore = await cpuOf(nodes);
	const began = performance.now();
	const traffic = startTraffic(bench.ready, callsOf(bench.ready));
	const watch = watchNotices(bench.db, expected);
	await watch.until(expected.at(-1)!.at + spokenWithinMs);
	printCalls(`live, ${name}`, await traffic.stop());
	const busy = (await cpuOf(nodes)) - cpuBefore;
	print({
		name: `live, ${name}: processor of all`,
		value: rounded((busy / (performance.now() - began)) * 100),
		unit: "%",
	});
	await printDelays(bench, `live, ${name}`, expected, await watch.stop(), { running });
}

async function cpuOf(nodes: readonly Child[]): Promise<number> {
	let sum = 0;
	for (const node of nodes) sum += await node.ask<number>("cpu");
	return sum;
}

async function printDelays(
	{ db }: Bench,
	name: string,
	expected: readonly Expected[],
	seen: ReadonlyMap<string, number>,
	more: Record<string, unknown>,
): Promise<void> {
	for (const fact of ["clock-warned", "clock-breached"] as const) {
		const of = expected.filter((each) => each.fact === fact);
		const said = of.filter(({ clockId }) => seen.has(clockId));
		const { p50, p99, max, count } = quantiles(said.map(({ clockId, at }) => seen.get(clockId)! - at));
		const twice = await repeats(
			db,
			of.map(({ clockId }) => clockId),
			fact,
		);
		const missed = of.length - count;
		print({ name: `${name}: ${fact}`, value: p99, unit: "ms p99", p50, max, said: count, missed, twice, ...more });
	}
}

function printCalls(name: string, latencies: Readonly<Record<string, readonly number[]>>): void {
	for (const [call, of] of Object.entries(latencies)) {
		const { p50, p99, max, count } = quantiles(of);
		print({ name: `${name}: ${call}`, value: p99, unit: "ms p99", p50, max, calls: count });
	}
}

const runningClocks = async (db: pg.Pool): Promise<number> => {
	const { rows } = await db.query<{ running: number }>(
		"select count(*)::int as running from clock where next_at is not null",
	);
	return rows[0]!.running;
};

const waiting = async (db: pg.Pool): Promise<number> => {
	const { rows } = await db.query<{ due: number }>("select count(*)::int as due from clock where next_at <= now()");
	return rows[0]!.due;
};

/** Everything that 72 hours left behind: one node alone first, a second one for the rest. */
async function backlog(bench: Bench): Promise<void> {
	const { db } = bench;
	const due = await waiting(db);
	tell(`backlog: ${due} clocks wait; one node …`);
	const first = await bench.node();
	const began = Date.now();
	const expected = await comeDue(db, 120, 1000);
	const watch = watchNotices(db, expected);
	const traffic = startTraffic(await first.ask<Ready>("start"), callsOf(bench.ready), bench.ready.token);
	const cpuBefore = await first.ask<number>("cpu");
	const firstEnd = await drainTo(db, due * 0.4, began);
	const cpu = ((await first.ask<number>("cpu")) - cpuBefore) / (due - firstEnd.left);
	tell("backlog: a second node …");
	const second = await bench.node();
	const [secondBegan, leftThen] = [Date.now(), await waiting(db)];
	await drainTo(db, 2, began);
	const ended = Date.now();
	printCalls("backlog", await traffic.stop());
	await watch.until(Math.min(expected.at(-1)!.at, ended) + spokenWithinMs);
	const passed = expected.filter(({ at }) => at < ended);
	await printDelays(bench, "backlog, due meanwhile", passed, await watch.stop(), {});
	const rate = (from: number, to: number, ms: number) => Math.round(((from - to) * 1000) / ms);
	print({ name: "backlog drains, one node", value: rate(due, firstEnd.left, firstEnd.at - began), unit: "clocks/s" });
	print({ name: "backlog drains, two nodes", value: rate(leftThen, 0, ended - secondBegan), unit: "clocks/s" });
	// Mails and calls of the same time included; hardly changes when other programs use the machine.
	print({ name: "backlog, processor of the node", value: rounded(cpu), unit: "ms a clock" });
	print({ name: "backlog drained", value: rounded((ended - began) / 1000), unit: "s", clocks: due });
	const counted = { began, until: firstEnd.at };
	print({ name: "backlog out of order, one node", ...(await inversions(db, counted)), unit: "batches" });
	await Promise.all([first.close(), second.close()]);
}

async function drainTo(db: pg.Pool, most: number, began: number): Promise<{ left: number; at: number }> {
	let told = Date.now();
	for (;;) {
		const left = await waiting(db);
		if (left <= most) return { left, at: Date.now() };
		if (Date.now() - told > 10_000) {
			told = Date.now();
			tell(`  ${left} left after ${Math.round((told - began) / 1000)} s`);
		}
		await pause(500);
	}
}

async function measure(): Promise<void> {
	const place = await scratchPlace("postgresql");
	const db = new pg.Pool({ connectionString: place.url!, max: 4 });
	const environment = { BENCH_URL: place.url!, BENCH_FOLDER: place.folder };
	const node = (fill = 0) =>
		startChild("product.ts", { ...environment, BENCH_TICKETS: String(fill), BENCH_PATTERN: "unanswered" });
	const children: Child[] = [];
	const opened = async (child: Child) => {
		children.push(child);
		await child.ask("start");
		return child;
	};
	try {
		tell(`filling ${tickets} tickets at second level …`);
		const filling = await opened(node(tickets));
		const ready = await filling.ask<Ready>("start");
		await allRun(db);
		const bench: Bench = { db, ready, node: () => opened(node()) };
		await live(bench, [filling]);
		const other = await bench.node();
		await live(bench, [filling, other]);
		await Promise.all([filling.close(), other.close()]);
		tell("72 hours of standstill …");
		await ranOutInStandstill(db);
		await backlog(bench);
		print({ name: "said twice in the whole run", value: await repeats(db), unit: "notices" });
	} finally {
		await Promise.all(children.map((child) => child.close()));
		await db.end();
		await place.remove();
	}
}

if (await hasServer()) await measure();
else tell("No PostgreSQL answers at BENCH_DATABASE_URL: the sweeper is not measured.");
