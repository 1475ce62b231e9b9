import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lifetime, settlementOf, type Attempt } from "./backoff.ts";

const queued = Temporal.Instant.from("2026-03-10T08:00Z");
const expires = queued.add(lifetime);
const deferred: Attempt = { outcome: "DEFERRED", response: "451 later" };

describe("what becomes of a mail after an attempt", () => {
	test("taken", () =>
		assert.deepEqual(settlementOf({ outcome: "ACCEPTED", response: "250" }, 1, queued, expires), { state: "SENT" }));
	test("refused for good", () =>
		assert.deepEqual(settlementOf({ outcome: "REFUSED", response: "550" }, 1, queued, expires), {
			state: "FAILED",
			failure: "REFUSED",
		}));
	for (const [attempts, minutes] of [
		[1, 1],
		[2, 2],
		[5, 16],
		[9, 240],
		[40, 240],
	] as const) {
		test(`not now, attempt ${attempts}: again in ${minutes} min`, () =>
			assert.deepEqual(settlementOf(deferred, attempts, queued, expires), {
				state: "QUEUED",
				dueAt: queued.add({ minutes }),
			}));
	}
});

test("a mail that is never taken is settled within 72 hours, with one last attempt at the end", () => {
	let now = queued;
	for (let attempts = 1; ; attempts++) {
		const settlement = settlementOf(deferred, attempts, now, expires);
		if (settlement.state !== "QUEUED") {
			assert.deepEqual(settlement, { state: "FAILED", failure: "EXPIRED" });
			assert.ok(now.equals(expires));
			assert.ok(attempts < 40);
			return;
		}
		assert.ok(Temporal.Instant.compare(settlement.dueAt, now) > 0);
		now = settlement.dueAt;
	}
});
