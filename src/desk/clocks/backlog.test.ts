import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { system } from "../../../test/support/desk.ts";
import { standstill } from "../../../test/support/standstill.ts";
import { openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import { performer } from "../../entrances/perform.ts";
import { arm, disarmAll, FailpointHit } from "../../platform/failpoint.ts";
import sweep from "./operations/sweep.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
	await standstill(life);
});
afterEach(disarmAll);
after(() => life.close());

const duesOf = async (fact: "clock-warned" | "clock-breached") =>
	(await life.factsOf(fact)).map(({ payload }) => payload as { ticketId: string; dueAt: string });
const batch = () => life.desk.perform(sweep, system, {});

describe("the backlog of a standstill, batch after batch", () => {
	test("a batch says something of a hundred tickets at most: those not yet due first", async () => {
		const said = await batch();
		assert.deepEqual([said.warned, said.breached, said.isMore], [100, 0, true]);
	});

	test("a node that dies in the next one leaves nothing of it; another goes on and repeats nothing", async () => {
		arm("before-outbox-commit");
		await assert.rejects(batch(), FailpointHit);
		assert.equal((await duesOf("clock-warned")).length, 100);
		const another = performer(life.desk.desk);
		const said = await another(sweep, system, {});
		assert.deepEqual([said.warned, said.breached, said.isMore], [20, 80, true]);
		const last = await another(sweep, system, {});
		assert.deepEqual([last.warned, last.breached, last.isMore], [0, 40, false]);
		await assert.rejects(another(sweep, system, {}), { code: "nothing-due" });
	});

	test("over all batches: not yet due by due time, then the overdue, newest first", async () => {
		const [warned, breached] = [await duesOf("clock-warned"), await duesOf("clock-breached")];
		const soon = warned.map(({ dueAt }) => dueAt);
		assert.deepEqual(soon, soon.toSorted());
		const late = breached.map(({ dueAt }) => dueAt);
		assert.deepEqual(late, late.toSorted().toReversed());
		assert.equal(new Set(late).size, 3);
	});

	test("one notice per ticket and level, in the record and in the outbox", async () => {
		const [warned, breached] = [await duesOf("clock-warned"), await duesOf("clock-breached")];
		assert.deepEqual([new Set(warned.map(({ ticketId }) => ticketId)).size, warned.length], [120, 120]);
		assert.deepEqual([new Set(breached.map(({ ticketId }) => ticketId)).size, breached.length], [120, 120]);
		const mails = await life.desk.database.read((tx) =>
			tx
				.selectFrom("outbox")
				.select(["about_id", "purpose"])
				.where("purpose", "in", ["WARNING", "BREACH"])
				.orderBy("about_id")
				.execute(),
		);
		const said = [
			...warned.map(({ ticketId }) => ({ about_id: ticketId, purpose: "WARNING" })),
			...breached.map(({ ticketId }) => ({ about_id: ticketId, purpose: "BREACH" })),
		];
		assert.deepEqual(
			mails,
			said.toSorted((a, b) => (a.about_id < b.about_id ? -1 : 1)),
		);
	});
});
