import {
	type CompiledQuery,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult,
} from "kysely";
import type pg from "pg";
import { temporalTypes, toParameter } from "./temporal-types.ts";
import type { DB, Tx } from "./tx.ts";

/** How one connection is asked, in the order of the calls; a statement goes out without waiting for earlier answers (decision 14). */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;

/** A transaction's way to the database. */
type Line = {
	readonly ask: Ask;
	/** What was sent and not waited for; the transaction does, before it is believed. */
	readonly ahead: Promise<unknown>[];
	isOver: boolean;
};

const lines = new WeakMap<Tx, Line>();
const PREPARED_MOST = 500;

/** Without values too it is worth preparing; `begin` and its like are not. */
const isQuestion = /^\s*select\b/i;

/** What the connections of one pool share: the names of repeated statements, and how many statements went out. */
export class Statements {
	readonly #names = new Map<string, string>();
	readonly #asks = new WeakMap<pg.PoolClient, Ask>();
	sent = 0;

	askOn(client: pg.PoolClient): Ask {
		const known = this.#asks.get(client);
		if (known) return known;
		const together = sentTogether(client);
		const ask: Ask = (text, values = []) => {
			this.sent += 1;
			const name = values.length > 0 || isQuestion.test(text) ? this.#nameOf(text) : undefined;
			together();
			return answerOf(client, {
				text,
				values: values.map(toParameter),
				types: temporalTypes,
				...(name === undefined ? {} : { name }),
			});
		};
		this.#asks.set(client, ask);
		return ask;
	}

	/** Repeated statements are prepared once per connection. */
	#nameOf(text: string): string | undefined {
		const known = this.#names.get(text);
		if (known !== undefined || this.#names.size >= PREPARED_MOST) return known;
		const name = `q${this.#names.size}`;
		this.#names.set(text, name);
		return name;
	}
}

/** What is asked of a connection before the program waits for anything goes out as one write to its socket. */
function sentTogether(client: pg.PoolClient): () => void {
	const { stream } = (
		client as unknown as { connection: { stream: NodeJS.WritableStream & { cork(): void; uncork(): void } } }
	).connection;
	let isHeld = false;
	return () => {
		if (isHeld) return;
		isHeld = true;
		stream.cork();
		process.nextTick(() => {
			isHeld = false;
			stream.uncork();
		});
	};
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

/** A handle on a line of its own, good until `hangUp`. */
export function openLine(ask: Ask): Tx {
	const line: Line = {
		ask(text, values) {
			if (line.isOver) throw new Error("a query after its transaction: await it within");
			return ask(text, values);
		},
		ahead: [],
		isOver: false,
	};
	const tx = kyselyOn(line.ask);
	lines.set(tx, line);
	return tx;
}

const lineOf = (tx: Tx): Line => {
	const line = lines.get(tx);
	if (!line) throw new Error("not a handle of this database");
	return line;
};

export const hangUp = (tx: Tx): void => {
	lineOf(tx).isOver = true;
};

/** Asks without the query builder. */
export const askOn = (tx: Tx, text: string, values: readonly unknown[]): Promise<pg.QueryResult> =>
	lineOf(tx).ask(text, values);

/** Leaves an answer to the end of the transaction, which fails if it is a failure. */
export function leaveToTheEnd(tx: Tx, answer: Promise<unknown>): void {
	answer.catch(() => {});
	lineOf(tx).ahead.push(answer);
}

/** The first failure among the answers that were left to the end, null without one. */
export async function failureAhead(tx: Tx): Promise<{ readonly reason: unknown } | null> {
	for (const answer of await Promise.allSettled(lineOf(tx).ahead)) if (answer.status === "rejected") return answer;
	return null;
}

const adapter = new PostgresAdapter();
const changing = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
const noTransaction = () => Promise.reject(new Error("the transaction is opened by the database handle"));

const kyselyOn = (ask: Ask): Kysely<DB> => {
	const connection = {
		async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
			const { command, rowCount, rows } = await ask(sql, parameters);
			return { rows, ...(changing.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
		},
		streamQuery: () => {
			throw new Error("rows are read in pages, not as a stream");
		},
	};
	return new Kysely<DB>({
		dialect: {
			createAdapter: () => adapter,
			createQueryCompiler: () => new PostgresQueryCompiler(),
			createIntrospector: (db) => new PostgresIntrospector(db),
			createDriver: () => ({
				init: async () => {},
				acquireConnection: async () => connection,
				releaseConnection: async () => {},
				beginTransaction: noTransaction,
				commitTransaction: noTransaction,
				rollbackTransaction: noTransaction,
				destroy: async () => {},
			}),
		},
	});
};
