import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { begin, knowEditions } from "./editions.ts";
import { type Embedded, openEmbedded } from "./embedded.ts";
import { type Ask, Connections, failureAhead, hangUp, leaveToTheEnd, openLine } from "./line.ts";
import type { Tx } from "./tx.ts";

export type Database = {
	readonly kind: "embedded" | "postgresql";
	/** For the libraries that bring their own queries (sign-in, jobs); `desk/` never sees it. */
	readonly pool: pg.Pool;
	readonly embedded: Embedded | null;
	/** One transaction, committed when `work` returns. */
	write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
	/** Reading only; the database refuses a write. */
	read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
	/** How many statements went out since the start, for the bench. */
	statements(): number;
	close(): Promise<void>;
};

export type DatabasePlace = { url: string; poolSize: number } | { folder: string | null; snapshot?: Uint8Array | null };

const inTransaction = new AsyncLocalStorage<true>();

/** Opens the database that the settings name: a PostgreSQL server (15 or newer) or the embedded one. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
	const embedded = "folder" in place ? await openEmbedded(place.folder, place.snapshot ?? null) : null;
	const pool =
		embedded?.pool ??
		new pg.Pool({ connectionString: (place as { url: string }).url, max: (place as { poolSize: number }).poolSize });
	const readPool =
		embedded || !("url" in place)
			? pool
			: new pg.Pool({
					connectionString: place.url,
					max: place.poolSize,
					options: "-c timezone=UTC -c default_transaction_read_only=on",
				});
	const connections = new Connections();
	for (const each of new Set([pool, readPool])) {
		guardPool(each);
		outliveConnections(each);
	}
	const on = async <Result>(from: pg.Pool, work: (ask: Ask) => Promise<Result>): Promise<Result> => {
		const client = await from.connect();
		let broken: Error | undefined;
		try {
			return await work(connections.ask(client));
		} catch (error) {
			if (error instanceof NotRolledBack) broken = error;
			throw error instanceof NotRolledBack ? error.cause : error;
		} finally {
			client.release(broken);
		}
	};

	return {
		kind: embedded ? "embedded" : "postgresql",
		pool,
		embedded,
		write: (work) => on(pool, (ask) => writing(ask, work)),
		read: (work) => on(readPool, (ask) => (embedded ? readingOnly(ask, work) : questions(ask, work))),
		statements: () => connections.sent,
		async close() {
			if (readPool !== pool) await readPool.end();
			if (embedded) await embedded.close();
			else await pool.end();
		},
	};
}

/**
 * A query outside the open transaction deadlocks the embedded database (one connection) and silently escapes the
 * transaction on PostgreSQL: on both it is a fault at once.
 */
function guardPool(pool: pg.Pool): void {
	const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
	pool.connect = ((...args: unknown[]) => {
		if (inTransaction.getStore()) throw new Error("a query outside the open transaction: use the context's tx");
		return connect(...args);
	}) as pg.Pool["connect"];
}

/**
 * A connection that breaks, idle or within a transaction, fails the query that uses it and is replaced by the pool; without
 * these listeners its `error` event would end the process.
 */
function outliveConnections(pool: pg.Pool): void {
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
}

/** A connection in a state nobody knows; `cause` is why the transaction failed. */
class NotRolledBack extends Error {}

/** `commit` travels with the last statements; any failure among them is the transaction's. */
async function writing<Result>(ask: Ask, work: (tx: Tx) => Promise<Result>): Promise<Result> {
	const tx = openLine(ask);
	const begun = begin(ask);
	leaveToTheEnd(tx, begun);
	knowEditions(tx, begun);
	return settled(ask, tx, async () => {
		const result = await questions(ask, work, tx);
		const committed = ask("commit");
		leaveToTheEnd(tx, committed);
		const failure = await failureAhead(tx);
		if (failure) throw failure.reason;
		const { command } = await committed;
		if (command !== "COMMIT") throw new Error("a statement failed and its failure was not passed on");
		return result;
	});
}

async function readingOnly<Result>(ask: Ask, work: (tx: Tx) => Promise<Result>): Promise<Result> {
	const tx = openLine(ask);
	leaveToTheEnd(tx, ask("begin transaction read only"));
	return settled(ask, tx, async () => {
		const result = await questions(ask, work, tx);
		await ask("commit");
		return result;
	});
}

/** What `run` gives; if it fails, the transaction is rolled back, and what failed first is told. */
async function settled<Result>(ask: Ask, tx: Tx, run: () => Promise<Result>): Promise<Result> {
	try {
		return await run();
	} catch (error) {
		const failure = await failureAhead(tx);
		const cause = failure ? failure.reason : error;
		try {
			await ask("rollback");
		} catch {
			throw new NotRolledBack("not rolled back", { cause });
		}
		throw cause;
	}
}

async function questions<Result>(ask: Ask, work: (tx: Tx) => Promise<Result>, tx: Tx = openLine(ask)): Promise<Result> {
	try {
		return await inTransaction.run(true, () => work(tx));
	} finally {
		hangUp(tx);
	}
}
