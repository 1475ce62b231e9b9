import {
	type CompiledQuery,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult,
} from "kysely";
import type pg from "pg";
import { Asking } from "./batch.ts";
import type { DB, Tx } from "./tx.ts";

/** How one connection is asked: in the order of the calls, without waiting for earlier answers (decision 14). */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;

/** A transaction's way to the database. */
type Line = {
	readonly ask: Ask;
	/** What was sent and not waited for; the transaction does, before it is believed. */
	readonly ahead: Promise<unknown>[];
	isOver: boolean;
};

const lines = new WeakMap<Tx, Line>();

/** The connections of one desk, and how many statements went out. */
export class Connections {
	readonly #known = new WeakMap<pg.PoolClient, Ask>();
	sent = 0;

	ask(client: pg.PoolClient): Ask {
		const known = this.#known.get(client);
		if (known) return known;
		const asking = new Asking(client);
		const ask: Ask = (text, values = []) => {
			this.sent += 1;
			return asking.ask(text, values);
		};
		this.#known.set(client, ask);
		return ask;
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
