import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openLog } from "../../platform/log.ts";
import { startLoop } from "./loop.ts";

const log = openLog("silent");
const never = 3_600_000;

describe("a loop", () => {
	test("runs at once, again while there is more, and one run at a time", async () => {
		let runs = 0;
		let underWay = 0;
		let most = 0;
		const done = Promise.withResolvers<void>();
		const loop = startLoop("test", never, log, async () => {
			underWay += 1;
			most = Math.max(most, underWay);
			await new Promise((resolve) => setImmediate(resolve));
			underWay -= 1;
			runs += 1;
			if (runs === 3) done.resolve();
			return runs < 3;
		});
		loop.wake();
		await done.promise;
		await loop.stop();
		assert.deepEqual([runs, most], [3, 1]);
	});

	test("a failed run does not end it: the next wake runs again", async () => {
		let runs = 0;
		const steps = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const loop = startLoop("test", never, log, async () => {
			runs += 1;
			steps[runs - 1]?.resolve();
			if (runs === 1) throw new Error("the world");
		});
		await steps[0]!.promise;
		await new Promise((resolve) => setImmediate(resolve));
		loop.wake();
		await steps[1]!.promise;
		await loop.stop();
		assert.equal(runs, 2);
	});
});
