import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Refusal } from "../../kernel/refusal.ts";
import { openTestDatabase } from "../../../test/support/database.ts";
import type { Database } from "../db/database.ts";
import { databaseFileStore as store, fileSizeMostBytes, sha256 } from "./file-store.ts";

const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe("the file store", () => {
	let database: Database;
	before(async () => {
		database = await openTestDatabase();
	});
	after(() => database.close());
	const put = (bytes: Uint8Array) => database.write((tx) => store.put(tx, bytes));
	const get = (id: string) => database.read((tx) => store.get(tx, id as never));

	test('names bytes by their SHA-256 (FIPS 180-4, "abc") and gives them back', async () => {
		const id = await put(Buffer.from("abc"));
		assert.equal(id, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assert.deepEqual(await get(id), Buffer.from("abc"));
	});

	test("keeps the same bytes once and an empty file too", async () => {
		const id = await put(new Uint8Array());
		assert.equal(await put(new Uint8Array()), id);
		assert.equal((await get(id)).byteLength, 0);
	});

	test("every byte comes back", async () => {
		const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
		assert.deepEqual(await get(await put(bytes)), bytes);
	});

	test("refuses more than 25 MiB and keeps nothing of it", async () => {
		const bytes = Buffer.alloc(fileSizeMostBytes + 1);
		await assert.rejects(put(bytes), refusedWith("file-too-large"));
		await assert.rejects(get(sha256(bytes)), refusedWith("not-found"));
	});

	test("what a rolled back act stored is not there", async () => {
		const attempt = database.write(async (tx) => {
			await store.put(tx, Buffer.from("gone"));
			throw new Error("rolled back");
		});
		await assert.rejects(attempt, /rolled back/);
		await assert.rejects(get(sha256(Buffer.from("gone"))), refusedWith("not-found"));
	});
});
