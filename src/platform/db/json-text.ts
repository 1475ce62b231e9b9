/**
 * Answers that the database writes as JSON text, for the few lists that are asked for all the time: a page of fifty rows costs
 * Node nothing but passing it on, instead of reading, shaping, checking and writing it again (docs/performance.md).
 *
 * Everything here gives a piece of SQL whose value is JSON text; a piece about a column that is null is null.
 */
export type JsonSql<Value> = { readonly sql: string; readonly value?: Value };

/** An answer in JSON. What has one to give is held to its contract by every door but those that pass the text on. */
export class JsonText<Answer> {
	declare readonly answer?: Answer;
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** A number or a boolean, as the database writes it. */
export const bare = <Value extends number | boolean>(column: string): JsonSql<Value> => ({ sql: `(${column})::text` });

/** A code, an id or a date: nothing in it needs escaping. */
export const word = <Value extends string>(column: string): JsonSql<Value> => ({ sql: `('"' || ${column} || '"')` });

/** Any text, escaped. */
export const text = (column: string): JsonSql<string> => ({ sql: `to_json(${column})::text` });

/** An instant in UTC, whatever the zone of the session: `"2026-03-12T13:05:00.25Z"`. */
export const instant = (column: string): JsonSql<string> => ({
	sql: `(rtrim(to_json(${column} at time zone 'UTC')::text, '"') || 'Z"')`,
});

/** Null where the piece is. */
export const orNull = <Value>({ sql }: JsonSql<Value>): JsonSql<Value | null> => ({ sql: `coalesce(${sql}, 'null')` });

/** An object with exactly these members: the compiler refuses one that `Shape` does not have, and one that is missing. */
export function object<Shape extends object>(members: {
	readonly [Name in keyof Shape]: JsonSql<Shape[Name]>;
}): JsonSql<Shape> {
	const parts = Object.entries<JsonSql<unknown>>(members).map(
		([name, { sql }], at) => `'${at === 0 ? "{" : ","}"${name}":' || ${sql}`,
	);
	return { sql: `(${parts.join(" || ")} || '}')` };
}
