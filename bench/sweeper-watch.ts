import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { type Call, send } from "./load.ts";
import type { Expected } from "./sweeper-clocks.ts";

const lookMs = 20;

/**
 * Looks from a connection of its own which notices are there to be seen, that is committed: the time at which one was first
 * seen is late by at most a look.
 */
export function watchNotices(db: pg.Pool, expected: readonly Expected[]) {
	const seen = new Map<string, number>();
	const stopping = new AbortController();
	const looking = (async () => {
		while (!stopping.signal.aborted) {
			const now = Date.now();
			const open = expected.filter(({ clockId, at }) => at <= now && !seen.has(clockId));
			const { rows } = await db.query<{ id: string; name: string }>(
				"select aggregate_id as id, name from fact where aggregate = 'clock' and aggregate_id = any($1)",
				[open.map(({ clockId }) => clockId)],
			);
			const at = Date.now();
			const names = Map.groupBy(rows, ({ id }) => id);
			for (const { clockId, fact } of open) {
				if (names.get(clockId)?.some(({ name }) => name === fact)) seen.set(clockId, at);
			}
			await pause(lookMs);
		}
	})();
	return {
		/** All seen, or the time is up. */
		async until(ms: number): Promise<void> {
			while (seen.size < expected.length && Date.now() < ms) await pause(100);
		},
		async stop(): Promise<ReadonlyMap<string, number>> {
			stopping.abort();
			await looking;
			return seen;
		},
	};
}

/** Calls at an even pace whatever the answers take, as people make them: four lists, four tickets read, one received a second. */
export function startTraffic(
	{ port, token }: { port: number; token: string },
	calls: Readonly<Record<"list" | "read" | "create", (n: number) => Call>>,
	asToken = token,
) {
	const agent = new http.Agent({ keepAlive: true });
	const latencies: Record<"list" | "read" | "create", number[]> = { list: [], read: [], create: [] };
	const underWay = new Set<Promise<void>>();
	let n = Date.now() % 1_000_000;
	const call = async (name: keyof typeof latencies) => {
		const sent = performance.now();
		const status = await send(agent, { port, token: asToken }, calls[name](n++));
		if (status !== 200) throw new Error(`${name}: status ${status}`);
		latencies[name].push(performance.now() - sent);
	};
	const begin = (name: keyof typeof latencies) => () => {
		const calling = call(name).finally(() => underWay.delete(calling));
		underWay.add(calling);
	};
	const timers = [setInterval(begin("list"), 250), setInterval(begin("read"), 250), setInterval(begin("create"), 1000)];
	return {
		async stop() {
			for (const timer of timers) clearInterval(timer);
			await Promise.all(underWay);
			agent.destroy();
			return latencies;
		},
	};
}
