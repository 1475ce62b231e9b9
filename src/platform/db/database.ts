import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import pg from "pg";
import { begin, knowEditions, opened } from "./editions.ts";
import { type Embedded, openEmbedded } from "./embedded.ts";
import { temporalTypes, toParameter } from "./temporal-types.ts";
import type { DB, Tx } from "./tx.ts";

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
const PREPARED_MOST = 500;

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
	const counter = { statements: 0 };
	for (const each of new Set([pool, readPool])) {
		guardPool(each);
		outliveConnections(each);
	}
	const writer = new Kysely<DB>({ dialect: new PostgresDialect({ pool: temporalPool(pool, counter) }) });
	const reader =
		readPool === pool
			? writer
			: new Kysely<DB>({ dialect: new PostgresDialect({ pool: temporalPool(readPool, counter) }) });

	return {
		kind: embedded ? "embedded" : "postgresql",
		pool,
		embedded,
		write: (work) =>
			opened((at) =>
				writer.transaction().execute((tx) => {
					knowEditions(tx, at);
					return inTransaction.run(true, () => work(tx));
				}),
			),
		read: (work) =>
			embedded
				? reader
						.transaction()
						.setAccessMode("read only")
						.execute((tx) => inTransaction.run(true, () => work(tx)))
				: reader.connection().execute((tx) => inTransaction.run(true, () => work(tx))),
		statements: () => counter.statements,
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

/**
 * By a callback: the rows of what the driver answers by a promise outlive the collections of young garbage, which then take
 * six times as long (docs/performance.md). The stack of a failure begins here, where it was asked for.
 */
async function answerOf(client: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
	try {
		return await new Promise((resolve, reject) => {
			client.query(query, (error, result) => (error ? reject(error) : resolve(result)));
		});
	} catch (error) {
		if (error instanceof Error) Error.captureStackTrace(error, answerOf);
		throw error;
	}
}

/** Without values too it is worth preparing; `begin` and its like are not. */
const isQuestion = /^\s*select\b/i;

/** The pool as Kysely sees it: Temporal in and out, repeated statements prepared once per connection. */
function temporalPool(pool: pg.Pool, counter: { statements: number }): PostgresPool {
	const names = new Map<string, string>();
	const nameOf = (text: string): string | undefined => {
		const known = names.get(text);
		if (known || names.size >= PREPARED_MOST) return known;
		const name = `q${names.size}`;
		names.set(text, name);
		return name;
	};
	const asKyselySees = (client: pg.PoolClient) => ({
		query(text: string, values: readonly unknown[]) {
			counter.statements += 1;
			if (text === "begin") return begin(client, (message) => answerOf(client, { text: message }));
			const name = values?.length > 0 || isQuestion.test(text) ? nameOf(text) : undefined;
			return answerOf(client, {
				text,
				values: (values ?? []).map(toParameter),
				types: temporalTypes,
				...(name === undefined ? {} : { name }),
			});
		},
		release: () => client.release(),
	});
	/** One for each connection: Kysely remembers each that it was given until the collector of garbage has been everywhere. */
	const seen = new WeakMap<pg.PoolClient, ReturnType<typeof asKyselySees>>();
	return {
		async connect() {
			const client = await pool.connect();
			const known = seen.get(client) ?? asKyselySees(client);
			seen.set(client, known);
			return known;
		},
		end: async () => {},
	} as unknown as PostgresPool;
}
