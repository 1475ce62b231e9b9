import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { system } from "../../../test/support/desk.ts";
import { critical, local, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import acknowledge from "../tickets/operations/acknowledge.ts";
import answer from "../tickets/operations/answer.ts";
import askOtherBody from "../tickets/operations/ask-other-body.ts";
import askUser from "../tickets/operations/ask-user.ts";
import close from "../tickets/operations/close.ts";
import continueWork from "../tickets/operations/continue-work.ts";
import handOver from "../tickets/operations/hand-over.ts";
import interimReply from "../tickets/operations/interim-reply.ts";
import link from "../tickets/operations/link.ts";
import overridePriority from "../tickets/operations/override-priority.ts";
import reopen from "../tickets/operations/reopen.ts";
import returnToFirstLevel from "../tickets/operations/return-to-first-level.ts";
import solveAtSecondLevel from "../tickets/operations/solve-at-second-level.ts";
import start from "../tickets/operations/start.ts";
import check from "./operations/check.ts";
import rebuild from "./operations/rebuild.ts";
import { clocksOfTicket, clocksOfTickets, whyDeadlineIs } from "./operations/questions.ts";
import { nextDue } from "./read.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
});
after(() => life.close());

describe("pauses", () => {
	test("waiting for the user stands still, and moves the due time when it is over", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await life.go(acknowledge, id);
		await life.go(start, id);
		life.desk.clock.set("2026-03-16T10:00+01:00");
		await life.go(askUser, id, { body: "Kateri brskalnik?" });
		const paused = await life.clockOf(id, "RESOLUTION");
		assert.deepEqual(
			[paused.state, paused.dueAt, paused.left],
			["paused", null, { unit: "ms", amount: 3 * 3_600_000 }],
		);
		assert.equal((await life.clockOf(id, "STATUTORY")).state, "running");
		const queue = await life.desk.database.read((tx) => nextDue(tx, [id]));
		assert.equal(queue.get(id)?.kind, "STATUTORY");
		life.desk.clock.set("2026-03-17T09:30+01:00");
		await life.go(continueWork, id);
		assert.equal(local((await life.clockOf(id, "RESOLUTION")).dueAt), "2026-03-17T12:30");
		const why = await life.desk.perform(whyDeadlineIs, system, { id: paused.id });
		assert.deepEqual(
			why.pauses.map(({ workingMs }) => workingMs / 3_600_000),
			[7.5],
		);
		assert.deepEqual(
			why.worked.map(({ from, to }) => [local(from), local(to)]),
			[
				["2026-03-16T09:00", "2026-03-16T10:00"],
				["2026-03-17T09:30", "2026-03-17T12:30"],
			],
		);
	});
	test("waiting for another body does not stand still (A-06)", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await life.go(acknowledge, id);
		await life.go(start, id);
		await life.go(askOtherBody, id, { name: "upravljavec prijave", question: "Ali deluje?" });
		assert.equal((await life.clockOf(id, "RESOLUTION")).state, "running");
	});
});

test("clocks of several tickets in one question say what each ticket's own says; others' are absent", async () => {
	const one = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
	const other = await life.handedOver("2026-03-16T09:30+01:00", "EPRIREDITEV", { ...critical, category: "T1.2" });
	const ask = (actor: Parameters<typeof life.desk.perform>[1]) =>
		life.desk.perform(clocksOfTickets, actor, { ticketIds: [one, other] });
	const { rows } = await ask(system);
	for (const { ticketId, clocks } of rows)
		assert.deepEqual(clocks, (await life.desk.perform(clocksOfTicket, system, { ticketId })).clocks);
	assert.deepEqual(new Set(rows.map(({ ticketId }) => ticketId as string)), new Set([one, other]));
	const l2 = await life.desk.cast("l2_agent", {
		handle: "l2.eden",
		organisation: "Naročnik EOKENCE",
		serviceId: life.services.EOKENCE,
	});
	assert.deepEqual(
		(await ask(l2)).rows.map(({ ticketId }) => ticketId as string),
		[one],
	);
});

describe("verdicts", () => {
	test("met in time", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		life.desk.clock.set("2026-03-16T09:59+01:00");
		await life.go(acknowledge, id);
		const response = await life.clockOf(id, "RESPONSE");
		assert.deepEqual([response.state, response.isBreached], ["met", false]);
		const { verdicts } = await life.desk.perform(whyDeadlineIs, system, { id: response.id });
		assert.deepEqual(
			verdicts.map(({ verdict }) => verdict),
			["MET"],
		);
	});
	test("a breach survives solution, answer and closing, and the database refuses to change it", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		life.desk.clock.set("2026-03-16T14:00+01:00");
		await life.swept();
		await life.go(acknowledge, id);
		await life.go(start, id);
		await life.go(solveAtSecondLevel, id, { solution: "popravljeno" });
		await life.go(answer, id, { body: "Popravljeno." });
		await life.go(close, id);
		const resolution = await life.clockOf(id, "RESOLUTION");
		assert.deepEqual([resolution.state, resolution.isBreached], ["met", true]);
		const { verdicts, agreement } = await life.desk.perform(whyDeadlineIs, system, { id: resolution.id });
		assert.deepEqual(
			verdicts.map(({ verdict }) => verdict),
			["BREACHED", "MET"],
		);
		assert.equal(agreement?.number, 1);
		assert.equal((await life.clockOf(id, "STATUTORY")).state, "met");
		await assert.rejects(
			life.desk.database.write((tx) => tx.deleteFrom("clock_verdict").where("clock_id", "=", resolution.id).execute()),
		);
	});
	test("met late before anybody looked is a breach all the same", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		life.desk.clock.set("2026-03-16T10:01+01:00");
		await life.go(acknowledge, id);
		const response = await life.clockOf(id, "RESPONSE");
		assert.deepEqual([response.state, response.isBreached], ["met", true]);
	});
	test("returned: nothing is owed any more; handed over again: new clocks, the old ones as they ended", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		life.desk.clock.set("2026-03-16T11:00+01:00");
		await life.swept();
		await life.go(returnToFirstLevel, id, { reason: "MORE_DATA_NEEDED", explanation: "manjka posnetek" });
		const first = await life.clockOf(id, "RESPONSE");
		assert.deepEqual([first.state, first.isBreached], ["cancelled", true]);
		life.desk.clock.set("2026-03-16T12:00+01:00");
		await life.go(handOver, id, { summary: "posnetek je priložen" });
		assert.equal(local((await life.clockOf(id, "RESOLUTION", 2)).dueAt), "2026-03-16T16:00");
		assert.equal((await life.clockOf(id, "RESPONSE", 1)).endedAt, first.endedAt);
	});
	test("reopened: a new answer is owed, the old reply stays met", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await life.go(acknowledge, id);
		await life.go(solveAtSecondLevel, id, { solution: "popravljeno" });
		await life.go(answer, id, { body: "Popravljeno." });
		life.desk.clock.set("2026-03-20T09:00+01:00");
		await life.go(reopen, id, { reason: "spet ne deluje" });
		assert.equal((await life.clockOf(id, "STATUTORY", 1)).state, "met");
		assert.equal((await life.clockOf(id, "STATUTORY", 2)).dueOn, "2026-04-07");
	});
});

describe("what moves a deadline, and what does not", () => {
	test("a priority set by a person: its targets, from the same beginning", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		life.desk.clock.set("2026-03-16T09:30+01:00");
		await life.go(overridePriority, id, { priority: "MINOR", reason: "zamenjava brskalnika zadošča" });
		const resolution = await life.clockOf(id, "RESOLUTION");
		assert.equal(local(resolution.dueAt), "2026-03-17T13:00");
		assert.deepEqual(resolution.clause, { section: "I.11", table: "A", row: "MINOR" });
	});
	test("an interim reply in time: the day it announces is owed from then on", async () => {
		const id = await life.received("2026-03-10T09:12+01:00");
		await life.go(interimReply, id, { expectedOn: "2026-04-10", body: "Odgovor pripravljamo." });
		assert.equal((await life.clockOf(id, "STATUTORY")).dueOn, "2026-04-10");
	});
	test("a child follows its parent's clocks and keeps its own statutory one", async () => {
		const parent = await life.handedOver("2026-04-13T07:55+02:00", "EOKENCE", {
			...critical,
			requiresOtherBodies: true,
		});
		const child = await life.received("2026-04-13T08:20+02:00");
		await life.triaged(child, "EOKENCE", { ...critical, requiresOtherBodies: true });
		await life.go(link, child, { toId: parent, kind: "CHILD" });
		const { clocks } = await life.owed(child);
		assert.deepEqual(
			clocks.map(({ kind, ticketId }) => [kind, ticketId === child ? "own" : "parent"]),
			[
				["STATUTORY", "own"],
				["RESPONSE", "parent"],
				["RESOLUTION", "parent"],
			],
		);
	});
});

test("stored clocks are what their facts say, over everything that happened above", async () => {
	await life.swept();
	const { tickets, differences } = await life.desk.perform(check, system, { limit: 200 });
	assert.ok(tickets > 8);
	assert.deepEqual(differences, []);
});

test("a stored due time that is wrong is found, and written anew", async () => {
	const id = await life.handedOver("2026-07-06T09:00+02:00", "EOKENCE", critical);
	await life.desk.database.write((tx) =>
		tx
			.updateTable("clock")
			.set({ due_at: life.desk.clock.now() })
			.where("ticket_id", "=", id)
			.where("kind", "=", "RESPONSE")
			.execute(),
	);
	const { differences } = await life.desk.perform(check, system, { limit: 200 });
	assert.deepEqual(differences, [{ ticketId: id, kind: "RESPONSE", round: 1, what: "dueAt" }]);
	const rebuilt = await life.desk.perform(rebuild, system, { limit: 200 });
	assert.deepEqual([rebuilt.rewritten, rebuilt.differences], [1, []]);
	assert.equal(local((await life.clockOf(id, "RESPONSE")).dueAt), "2026-07-06T10:00");
});
