import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "./database.ts";
import { changesEditions, keptByEdition } from "./editions.ts";
import type { Tx } from "./tx.ts";

describe("what is kept by its table's edition", () => {
	let database: Database;
	let asked = 0;
	const names = keptByEdition("work_free_day", async (tx) => {
		asked += 1;
		const rows = await tx
			.selectFrom("work_free_day")
			.select("name")
			.where("name", "like", "test %")
			.orderBy("name")
			.execute();
		return rows.map(({ name }) => name).join();
	});
	let day = Temporal.PlainDate.from("2090-01-01");
	const add = (tx: Tx, name: string) => {
		day = day.add({ days: 1 });
		return tx
			.insertInto("work_free_day")
			.values({ region: "SI", day, name: `test ${name}` })
			.execute();
	};
	const inActs = async (times: number) => {
		const before = asked;
		const seen: string[] = [];
		for (let n = 0; n < times; n += 1) seen.push(await database.write(names));
		return [asked - before, ...new Set(seen)];
	};
	before(async () => {
		database = await openTestDatabase();
	});
	after(() => database.close());

	test("is asked for once, and anew after each change of the table", async () => {
		assert.deepEqual(await inActs(3), [1, ""]);
		await database.write((tx) => add(tx, "a"));
		assert.deepEqual(await inActs(3), [1, "test a"]);
		await database.write((tx) =>
			tx.updateTable("work_free_day").set({ name: "test b" }).where("name", "=", "test a").execute(),
		);
		assert.deepEqual(await inActs(2), [1, "test b"]);
		await database.write((tx) => tx.deleteFrom("work_free_day").where("name", "=", "test b").execute());
		assert.deepEqual(await inActs(2), [1, ""]);
	});

	test("an act that changes the table sees its own change, and nobody remembers what was rolled back", async () => {
		await assert.rejects(
			database.write(async (tx) => {
				changesEditions(tx);
				await add(tx, "undone");
				assert.equal(await names(tx), "test undone");
				throw new Error("undone");
			}),
			/undone/,
		);
		assert.deepEqual((await inActs(2))[1], "");
	});

	test("a question asks once for itself", async () => {
		await database.read(async (tx) => {
			const before = asked;
			assert.deepEqual(await Promise.all([names(tx), names(tx)]), ["", ""]);
			assert.equal(asked - before, 1);
		});
	});
});
