import {
	type CompiledQuery,
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	sql,
} from "kysely";
import { askOn, leaveToTheEnd } from "./line.ts";
import type { DB, Tx } from "./tx.ts";

type Tree = { readonly [name: string]: unknown };

/** Where a value of the given path goes. */
class Slot {
	readonly path: readonly string[];

	constructor(path: readonly string[]) {
		this.path = path;
	}
}

const compiler = new Kysely<DB>({
	dialect: {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	},
});

/**
 * A statement that is built once, at its first use, and then run with other values each time: for the few that a busy desk runs
 * all the time, since building one costs Node more than running it (docs/performance.md). Gives the rows.
 *
 * `build` gets stand-ins in the shape of the values (objects of objects, their ends whatever a column takes). It may put them
 * anywhere a value goes and must not look at them: the statement is the same for all.
 */
export function prepared<Values extends Tree, Row>(
	build: (db: Tx, values: Values) => Statement<Row>,
): Prepared<Values, Row> {
	let known: CompiledQuery<Row> | null = null;
	const send = async (tx: Tx, values: Values): Promise<Row[]> => {
		known ??= build(compiler, standIns(values, []) as Values).compile(compiler);
		const parameters = known.parameters.map((one) => (one instanceof Slot ? valueAt(values, one.path) : one));
		return (await askOn(tx, known.sql, parameters)).rows as Row[];
	};
	return Object.assign(send, {
		ahead: (tx: Tx, values: Values): void => leaveToTheEnd(tx, send(tx, values)),
	});
}

type Prepared<Values, Row> = ((tx: Tx, values: Values) => Promise<Row[]>) & {
	/**
	 * Sends the statement and does not wait: for one that gives nothing and cannot be refused. What is asked afterwards sees what
	 * it did; the transaction waits for it before it is believed, and fails with it.
	 */
	ahead(tx: Tx, values: Values): void;
};

/** What a query builder and an `sql` template both are. */
type Statement<Row> = { compile(db: Tx): CompiledQuery<Row> };

const isTree = (value: unknown): value is Tree =>
	typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const standIns = (value: unknown, path: readonly string[]): unknown =>
	isTree(value)
		? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, standIns(part, [...path, name])]))
		: sql`${new Slot(path)}`;

const valueAt = (values: Tree, path: readonly string[]): unknown =>
	path.reduce<unknown>((value, name) => (value as Tree)[name], values);
