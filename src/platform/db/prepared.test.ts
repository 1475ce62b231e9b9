import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";

type Values = {
	readonly one: { readonly number: number | null; readonly at: Temporal.Instant };
	readonly words: readonly string[];
};
type Row = { number: number | null; at: Temporal.Instant; words: string[]; same: boolean; fixed: string };

let built = 0;
const echo = prepared((_, { one, words }: Values) => {
	built += 1;
	return sql<Row>`select ${one.number}::int as number, ${one.at}::timestamptz as at, ${words}::text[] as words,
		${one.number}::int is not distinct from ${one.number}::int as same, ${"fixed"} as fixed`;
});

describe("a statement that is built once", () => {
	let database: Database;
	before(async () => {
		database = await openTestDatabase();
	});
	after(() => database.close());

	const at = Temporal.Instant.from("2026-03-10T08:00:00.25Z");
	const rows: [name: string, values: Values][] = [
		["values of any kind, an object's ends at their places", { one: { number: 1, at }, words: ["a", "č"] }],
		["others the next time", { one: { number: 2, at: at.add({ hours: 1 }) }, words: [] }],
		["null where there was a value", { one: { number: null, at }, words: ["b"] }],
	];
	for (const [name, values] of rows) {
		test(name, async () => {
			const [row] = await database.read((tx) => echo(tx, values));
			const { at: given, ...rest } = row!;
			assert.ok(given.equals(values.one.at));
			assert.deepEqual(rest, { number: values.one.number, words: values.words, same: true, fixed: "fixed" });
			assert.equal(built, 1);
		});
	}

	test("a builder of the query library too", async () => {
		const set = prepared((db, values: { readonly name: string; readonly value: string }) =>
			db.insertInto("desk_setting").values(values).returning("value"),
		);
		await database.write((tx) => set(tx, { name: "first", value: "1" }));
		assert.deepEqual(await database.write((tx) => set(tx, { name: "second", value: "2" })), [{ value: "2" }]);
	});
});
