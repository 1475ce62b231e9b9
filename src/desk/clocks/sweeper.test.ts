import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { system } from "../../../test/support/desk.ts";
import { critical, local, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import recordWorkFreeDay from "../calendars/operations/record-work-free-day.ts";
import escalate from "./operations/escalate.ts";
import sweep from "./operations/sweep.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
});
after(() => life.close());

describe("the sweeper", () => {
	test("warns, records the breach and calls the next target, each once", async () => {
		const id = await life.handedOver("2026-03-18T09:00+01:00", "EOKENCE", critical);
		await life.swept();
		const before = (await life.factsOf("clock-warned")).length;
		life.desk.clock.set("2026-03-18T09:45+01:00");
		assert.deepEqual(await life.swept(), { warned: 1, breached: 0, moved: 0, escalated: 0 });
		assert.deepEqual(await life.swept(), { warned: 0, breached: 0, moved: 0, escalated: 0 });
		life.desk.clock.set("2026-03-18T10:00+01:00");
		assert.equal((await life.swept()).breached, 0);
		life.desk.clock.forward({ milliseconds: 1 });
		assert.deepEqual(await life.swept(), { warned: 0, breached: 1, moved: 0, escalated: 1 });
		assert.deepEqual(await life.swept(), { warned: 0, breached: 0, moved: 0, escalated: 0 });
		assert.equal((await life.factsOf("clock-warned")).length, before + 1);
		const { escalation } = await life.owed(id);
		assert.deepEqual([escalation?.targetOrder, escalation?.movesAt], [2, null]);
		const called = await life.desk.perform(escalate, system, { ticketId: id });
		assert.ok(escalation?.next);
		assert.deepEqual(
			[called.targetOrder, called.targetName, called.next],
			[escalation.next.order, escalation.next.name, null],
		);
		await assert.rejects(life.desk.perform(escalate, system, { ticketId: id }), { code: "end-of-path" });
	});
	test("after a standstill: the breach alone, no warning that comes too late", async () => {
		const id = await life.handedOver("2026-03-19T09:00+01:00", "EOKENCE", critical);
		await life.swept();
		life.desk.clock.set("2026-03-19T15:00+01:00");
		const said = await life.swept();
		assert.deepEqual([said.warned, said.breached], [0, 2]);
		assert.equal((await life.clockOf(id, "RESOLUTION")).isWarned, true);
	});
	test("a path with working days: the next target after one of them (ePrireditev)", async () => {
		const id = await life.handedOver("2026-04-30T10:00+02:00", "EPRIREDITEV", {
			category: "T1.2",
			effect: "BLOCKED",
			requiresOtherBodies: true,
		});
		const { escalation } = await life.owed(id);
		assert.equal(local(escalation?.movesAt ?? null), "2026-05-04T15:30");
	});
	test("a work-free day recorded late moves the clocks that run over it and says nothing twice", async () => {
		const id = await life.handedOver("2026-06-11T15:00+02:00", "EOKENCE", critical);
		life.desk.clock.set("2026-06-11T15:50+02:00");
		await life.swept();
		assert.equal(local((await life.clockOf(id, "RESOLUTION")).dueAt), "2026-06-12T11:00");
		await life.desk.perform(recordWorkFreeDay, system, { day: "2026-06-12", name: "dan solidarnosti" });
		const said = await life.swept();
		assert.equal(said.warned, 0);
		assert.ok(said.moved >= 1);
		assert.equal(local((await life.clockOf(id, "RESOLUTION")).dueAt), "2026-06-15T11:00");
		const moved = (await life.factsOf("clock-moved")).map(
			({ payload }) => payload as { ticketId: string; reason: string },
		);
		assert.ok(moved.some(({ ticketId, reason }) => ticketId === id && reason === "CALENDAR"));
	});

	test("two nodes at once: each thing is said by one of them", async () => {
		life.desk.clock.set("2026-07-06T08:30+02:00");
		await life.swept();
		const ids = [];
		for (let count = 0; count < 5; count++)
			ids.push(await life.handedOver("2026-07-06T09:00+02:00", "EOKENCE", critical));
		const before = (await life.factsOf("clock-breached")).length;
		life.desk.clock.set("2026-07-06T10:30+02:00");
		await Promise.all([life.swept(), life.swept()]);
		assert.equal((await life.factsOf("clock-breached")).length, before + ids.length);
	});

	test("after 72 hours of standstill: ticket by ticket, those not yet due first, then the overdue, newest first", async () => {
		life.desk.clock.set("2026-09-07T08:00+02:00");
		await life.swept();
		const given = ["2026-09-07T08:30", "2026-09-07T10:30", "2026-09-07T09:30"];
		for (const at of given) await life.handedOver(`${at}+02:00`, "EOKENCE", critical);
		const soon = await life.handedOver("2026-09-10T08:00+02:00", "EOKENCE", critical);
		life.desk.clock.set("2026-09-10T08:50+02:00");
		const [before, warnedBefore] = [await life.factsOf("clock-breached"), await life.factsOf("clock-warned")];
		const said = await life.swept();
		assert.deepEqual([said.warned, said.breached], [1, 6]);
		const breaches = (await life.factsOf("clock-breached")).slice(before.length);
		// A ticket is told of as a whole: its solution ran out last, its response three hours before.
		const due = breaches.map(({ payload }) => (payload as { dueAt: string }).dueAt.slice("2026-09-".length, -4));
		assert.deepEqual(due, ["07T12:30", "07T09:30", "07T11:30", "07T08:30", "07T10:30", "07T07:30"]);
		const [warning] = (await life.factsOf("clock-warned")).slice(warnedBefore.length);
		assert.equal((warning?.payload as { ticketId: string } | undefined)?.ticketId, soon);
		const order = (await life.desk.database.read((tx) =>
			tx
				.selectFrom("fact")
				.select("name")
				.where("at", "=", life.desk.clock.now())
				.where("name", "in", ["clock-warned", "clock-breached"])
				.orderBy("ordinal")
				.execute(),
		)) as readonly { readonly name: string }[];
		assert.equal(order[0]?.name, "clock-warned");
	});

	test("nothing due is refused and leaves nothing behind", async () => {
		await life.swept();
		await assert.rejects(life.desk.perform(sweep, system, {}), { code: "nothing-due" });
	});
});
