import type pg from "pg";
import Result from "pg/lib/result.js";
import utils from "pg/lib/utils.js";
import { temporalTypes, toParameter } from "./temporal-types.ts";

type Values = readonly (string | Buffer | null)[];

/** What the driver's connection is told; its types leave it out. */
type Wire = {
	readonly stream: { cork(): void; uncork(): void };
	parse(statement: { text: string; name: string }): void;
	bind(portal: { statement: string; values: Values }): void;
	describe(what: { type: "P" }): void;
	execute(): void;
	sync(): void;
};

/** A statement that a connection has planned, and the columns it gives: null = no rows, undefined = not answered yet. */
type Planned = { readonly name: string; columns: pg.FieldDef[] | null | undefined };
const PLANNED_MOST = 500;

class Statement {
	readonly text: string;
	readonly values: Values;
	readonly result = new Result(null, temporalTypes);
	readonly answer: Promise<pg.QueryResult>;
	readonly resolve: (result: pg.QueryResult) => void;
	readonly reject: (error: unknown) => void;
	planned: Planned | undefined;
	unreadable: { readonly error: unknown } | null = null;

	constructor(text: string, values: Values) {
		this.text = text;
		this.values = values;
		const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>();
		[this.answer, this.resolve, this.reject] = [promise, resolve, reject];
	}
}

/**
 * One connection and what is asked of it. All that is asked before the program waits for anything travels as one message there
 * and one back (decision 14); each statement is planned once. Where one fails, those behind it in the message are not run and
 * fail with it.
 */
export class Asking {
	readonly #client: pg.PoolClient;
	readonly #planned = new Map<string, Planned>();
	#names = 0;
	#waiting: Statement[] = [];

	constructor(client: pg.PoolClient) {
		this.#client = client;
	}

	/** The stack of a failure begins here, where it was asked for. */
	async ask(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
		const statement = new Statement(
			text,
			values.map((value) => utils.prepareValue(toParameter(value))),
		);
		if (this.#waiting.length === 0) process.nextTick(() => this.#send());
		this.#waiting.push(statement);
		try {
			return await statement.answer;
		} catch (error) {
			if (error instanceof Error) Error.captureStackTrace(error, this.ask);
			throw error;
		}
	}

	#send(): void {
		const statements = this.#waiting;
		this.#waiting = [];
		this.#client.query(new Batch(statements, this));
	}

	/** Plans a statement under a name; null = there are too many to keep this one. */
	plan(text: string): Planned | null {
		if (this.#planned.size >= PLANNED_MOST) return null;
		const planned: Planned = { name: `q${(this.#names += 1)}`, columns: undefined };
		this.#planned.set(text, planned);
		return planned;
	}

	known = (text: string): Planned | undefined => this.#planned.get(text);

	/** After a failure nobody knows whether it was planned: the next time it gets another name. */
	forget = (text: string): void => void this.#planned.delete(text);
}

/** Stands in the driver's queue in place of its own query (`pg.Submittable`). */
class Batch implements pg.Submittable {
	readonly #statements: readonly Statement[];
	readonly #asking: Asking;
	readonly #new: string[] = [];
	#at = 0;

	constructor(statements: readonly Statement[], asking: Asking) {
		this.#statements = statements;
		this.#asking = asking;
	}

	submit(connection: pg.Connection): null {
		const wire = connection as unknown as Wire;
		wire.stream.cork();
		try {
			for (const statement of this.#statements) this.#write(wire, statement);
			wire.sync();
		} finally {
			wire.stream.uncork();
		}
		return null;
	}

	#write(wire: Wire, statement: Statement): void {
		const { text, values } = statement;
		const known = this.#asking.known(text);
		const planned = known ?? this.#asking.plan(text);
		const name = planned?.name ?? "";
		if (!known) {
			wire.parse({ text, name });
			this.#new.push(text);
		}
		wire.bind({ statement: name, values });
		if (planned?.columns === undefined) wire.describe({ type: "P" });
		else if (planned.columns) statement.result.addFields(planned.columns);
		wire.execute();
		statement.planned = planned ?? undefined;
	}

	handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
		const { result, planned } = this.#current;
		result.addFields(fields);
		if (planned) planned.columns = fields;
	}

	handleDataRow({ fields }: { fields: unknown }): void {
		const statement = this.#current;
		try {
			statement.result.addRow(statement.result.parseRow(fields));
		} catch (error) {
			statement.unreadable ??= { error };
		}
	}

	handleCommandComplete(message: unknown): void {
		const { result, planned } = this.#current;
		result.addCommandComplete(message);
		if (planned) planned.columns ??= null;
		this.#at += 1;
	}

	handleError(error: unknown): void {
		for (const text of this.#new) this.#asking.forget(text);
		for (const [at, statement] of this.#statements.entries()) {
			if (at < this.#at) settle(statement);
			else statement.reject(error);
		}
	}

	handleReadyForQuery(): void {
		for (const statement of this.#statements) settle(statement);
	}

	get #current(): Statement {
		return this.#statements[this.#at]!;
	}
}

const settle = ({ unreadable, result, resolve, reject }: Statement): void =>
	unreadable ? reject(unreadable.error) : resolve(result);
