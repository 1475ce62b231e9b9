import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { Refusal } from "../../kernel/refusal.ts";
import { openEmbedded } from "./embedded.ts";
import { lockFolder } from "./folder-lock.ts";

const inUse = (error: unknown) => error instanceof Refusal && error.code === "data-folder-in-use";
const lockModule = new URL("./folder-lock.ts", import.meta.url).href;
/** A process that takes the lock and says what came of it. */
const script = (folder: string, then: string) => `
	import { lockFolder } from ${JSON.stringify(lockModule)};
	try { lockFolder(${JSON.stringify(folder)}); console.log("taken"); } catch (error) { console.log(error.code); }
	${then}`;
const run = (folder: string, then = "") => ["--input-type=module", "--eval", script(folder, then)];

describe("the lock of a data folder", () => {
	let folder: string;
	before(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), "dogovor-lock-"));
	});
	after(() => fs.rmSync(folder, { recursive: true, force: true }));

	test("a second process is refused while the first lives, and let in after it let go", async () => {
		const release = lockFolder(folder);
		const other = await promisify(execFile)(process.execPath, run(folder));
		assert.equal(other.stdout.trim(), "data-folder-in-use");
		release();
		const later = await promisify(execFile)(process.execPath, run(folder));
		assert.equal(later.stdout.trim(), "taken");
	});

	test("the same process is refused a second time too", () => {
		const release = lockFolder(folder);
		assert.throws(() => lockFolder(folder), inUse);
		release();
	});

	test("a killed holder leaves no lock behind", async () => {
		const holder = spawn(process.execPath, run(folder, "setInterval(() => {}, 1000)"));
		const [said] = await once(holder.stdout, "data");
		assert.equal(String(said).trim(), "taken");
		assert.throws(() => lockFolder(folder), inUse);
		const ended = once(holder, "exit");
		holder.kill("SIGKILL");
		await ended;
		lockFolder(folder)();
	});

	test("the embedded database keeps its rows and its folder to itself", async () => {
		const first = await openEmbedded(folder);
		await first.pool.query("create table kept (word text)");
		await first.pool.query("insert into kept values ('š')");
		await assert.rejects(openEmbedded(folder), inUse);
		await first.close();
		const second = await openEmbedded(folder);
		assert.deepEqual((await second.pool.query("select word from kept")).rows, [{ word: "š" }]);
		assert.equal((await second.pool.query("show fsync")).rows[0].fsync, "on");
		await second.close();
	});
});
