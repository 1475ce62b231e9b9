import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bindService, ePrireditev, eOkence } from "../../../test/support/bound-service.ts";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import type { ServiceId, TicketId } from "../../kernel/id.ts";
import recordWorkFreeDay from "../calendars/operations/record-work-free-day.ts";
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
import receive from "../tickets/operations/receive.ts";
import reopen from "../tickets/operations/reopen.ts";
import returnToFirstLevel from "../tickets/operations/return-to-first-level.ts";
import solveAtSecondLevel from "../tickets/operations/solve-at-second-level.ts";
import start from "../tickets/operations/start.ts";
import triage from "../tickets/operations/triage.ts";
import type { ClockView } from "./contract.ts";
import escalate from "./operations/escalate.ts";
import { clocksOfTicket, whyDeadlineIs } from "./operations/questions.ts";
import settleLegal from "./operations/settle-legal.ts";
import sweep from "./operations/sweep.ts";
import { nextDue } from "./read.ts";

let desk: TestDesk;
let services: Record<"EOKENCE" | "EPRIREDITEV", ServiceId>;

before(async () => {
	desk = await openTestDesk();
	services = {
		EOKENCE: (await bindService(desk, "EOKENCE", eOkence)).serviceId,
		EPRIREDITEV: (await bindService(desk, "EPRIREDITEV", ePrireditev)).serviceId,
	};
});
after(() => desk.close());

type Facts = {
	type?: "INCIDENT" | "QUESTION" | "SECURITY_INCIDENT";
	category: string;
	effect: "BLOCKED" | "IMPEDED" | "REDUCED";
	requiresOtherBodies: boolean;
	userDeadline?: string;
	personalDataBreachSuspected?: boolean;
};
const critical: Facts = { category: "T2.1", effect: "BLOCKED", requiresOtherBodies: false };

/** The act goes on from whatever version the ticket has: these tests are about clocks. */
async function go(operation: Parameters<TestDesk["perform"]>[0], id: TicketId, more: object = {}) {
	const { version } = await desk.database.read((tx) =>
		tx.selectFrom("ticket").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
	);
	return desk.perform(operation as never, system, { id, version, ...more });
}

async function received(at: string, channel = "WEB_FORM"): Promise<TicketId> {
	desk.clock.set(at);
	const ticket = await desk.perform(receive, system, {
		channel,
		reporter: { email: "uporabnik.c@example.si" },
		subject: "Napaka 500 pri potrditvi termina",
		body: "Že od jutra poskušam potrditi termin.",
	});
	return ticket.id;
}

async function triaged(id: TicketId, service: keyof typeof services, facts: Facts): Promise<void> {
	await go(triage as never, id, { type: "INCIDENT", serviceId: services[service], take: true, ...facts });
}

async function handedOver(
	at: string,
	service: keyof typeof services,
	facts: Facts,
	receivedAt = at,
): Promise<TicketId> {
	const id = await received(receivedAt);
	await triaged(id, service, facts);
	desk.clock.set(at);
	await go(handOver as never, id, { summary: "povzetek" });
	return id;
}

const clocksOf = async (id: TicketId) => (await desk.perform(clocksOfTicket, system, { ticketId: id })).clocks;
async function clockOf(id: TicketId, kind: ClockView["kind"], round = 1): Promise<ClockView> {
	const found = (await clocksOf(id)).find((clock) => clock.kind === kind && clock.round === round);
	assert.ok(found, `${kind} ${round}`);
	return found;
}
const local = (instant: string | null) =>
	instant === null
		? null
		: Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Ljubljana").toPlainDateTime().toString().slice(0, 16);

/** Sweeps until there is nothing left to say; gives what was said in all. */
async function swept() {
	const said = { warned: 0, breached: 0, moved: 0, escalated: 0 };
	for (;;) {
		try {
			const round = await desk.perform(sweep, system, {});
			for (const key of Object.keys(said) as (keyof typeof said)[]) said[key] += round[key];
		} catch (refusal) {
			assert.equal((refusal as { code: string }).code, "nothing-due");
			return said;
		}
	}
}

const factsOf = (name: string) =>
	desk.database.read((tx) =>
		tx.selectFrom("fact").select(["aggregate_id", "payload"]).where("name", "=", name).execute(),
	);

describe("due times of the examples, exactly", () => {
	const rows = [
		[
			"R03",
			"2026-03-12T13:55+01:00",
			"2026-03-12T14:05+01:00",
			"EOKENCE",
			critical,
			"2026-03-12T15:05",
			"2026-03-13T10:05",
			"2026-03-27",
			false,
		],
		[
			"R04",
			"2026-04-13T07:48+02:00",
			"2026-04-13T07:55+02:00",
			"EOKENCE",
			{ ...critical, requiresOtherBodies: true },
			"2026-04-13T10:00",
			"2026-04-13T14:00",
			"2026-04-28",
			false,
		],
		[
			"R06",
			"2026-04-24T09:00+02:00",
			"2026-04-24T09:05+02:00",
			"EPRIREDITEV",
			{ category: "V1.2", effect: "IMPEDED", requiresOtherBodies: true, userDeadline: "2026-05-09" },
			null,
			"2026-05-05T15:30",
			"2026-05-11",
			false,
		],
		[
			"R07",
			"2026-04-30T09:40+02:00",
			"2026-04-30T10:00+02:00",
			"EPRIREDITEV",
			{ category: "T1.2", effect: "BLOCKED", requiresOtherBodies: true, userDeadline: "2026-05-05" },
			null,
			"2026-05-06T15:30",
			"2026-05-15",
			true,
		],
		[
			"R10",
			"2026-10-25T02:15+02:00",
			"2026-10-25T02:15+02:00",
			"EOKENCE",
			{
				type: "SECURITY_INCIDENT",
				category: "T3.1",
				effect: "BLOCKED",
				requiresOtherBodies: false,
				personalDataBreachSuspected: true,
			},
			"2026-10-26T09:00",
			"2026-10-26T12:00",
			"2026-11-09",
			false,
		],
		[
			"R12-0",
			"2026-11-18T08:05+01:00",
			"2026-11-18T08:30+01:00",
			"EOKENCE",
			{ type: "QUESTION", category: "V2.2", effect: "IMPEDED", requiresOtherBodies: false },
			"2026-11-18T10:30",
			"2026-11-18T14:30",
			"2026-12-03",
			false,
		],
	] as const;
	for (const [name, receivedAt, at, service, facts, respondBy, resolveBy, replyBy, isAfterUserDeadline] of rows) {
		test(name, async () => {
			const id = await handedOver(at, service, facts, receivedAt);
			const { clocks, escalation } = await desk.perform(clocksOfTicket, system, { ticketId: id });
			const due = (kind: ClockView["kind"]) => clocks.find((clock) => clock.kind === kind)?.dueAt ?? null;
			assert.equal(local(due("RESPONSE")), respondBy);
			assert.equal(local(due("RESOLUTION")), resolveBy);
			assert.equal(clocks.find(({ kind }) => kind === "STATUTORY")?.dueOn, replyBy);
			assert.equal(escalation?.isAfterUserDeadline, isAfterUserDeadline);
		});
	}

	test("R10: hours of the law run through the night of the changed clock, and only a person settles them", async () => {
		const id = await received("2026-10-25T02:15+02:00");
		desk.clock.set("2026-10-25T02:20+02:00");
		await triaged(id, "EOKENCE", {
			...critical,
			type: "SECURITY_INCIDENT",
			category: "T3.1",
			personalDataBreachSuspected: true,
		});
		const due = async (kind: ClockView["kind"]) => (await clockOf(id, kind)).dueAt;
		assert.equal(await due("NIS2_EARLY_WARNING"), Temporal.Instant.from("2026-10-26T01:15+01:00").toString());
		assert.equal(await due("NIS2_NOTIFICATION"), Temporal.Instant.from("2026-10-28T01:15+01:00").toString());
		assert.equal(await due("GDPR_AUTHORITY"), Temporal.Instant.from("2026-10-28T01:15+01:00").toString());
		const early = await clockOf(id, "NIS2_EARLY_WARNING");
		const settled = await desk.perform(settleLegal, system, {
			id: early.id,
			version: early.version,
			outcome: "REPORTED",
			reason: "poslano SI-CERT",
		});
		assert.equal(settled.state, "met");
	});
});

describe("pauses", () => {
	test("waiting for the user stands still, and moves the due time when it is over", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await go(acknowledge as never, id);
		await go(start as never, id);
		desk.clock.set("2026-03-16T10:00+01:00");
		await go(askUser as never, id, { body: "Kateri brskalnik?" });
		const paused = await clockOf(id, "RESOLUTION");
		assert.deepEqual(
			[paused.state, paused.dueAt, paused.left],
			["paused", null, { unit: "ms", amount: 3 * 3_600_000 }],
		);
		assert.equal((await clockOf(id, "STATUTORY")).state, "running");
		const queue = await desk.database.read((tx) => nextDue(tx, [id]));
		assert.equal(queue.get(id)?.kind, "STATUTORY");
		desk.clock.set("2026-03-17T09:30+01:00");
		await go(continueWork as never, id);
		assert.equal(local((await clockOf(id, "RESOLUTION")).dueAt), "2026-03-17T12:30");
		const why = await desk.perform(whyDeadlineIs, system, { id: paused.id });
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
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await go(acknowledge as never, id);
		await go(start as never, id);
		await go(askOtherBody as never, id, { name: "upravljavec prijave", question: "Ali deluje?" });
		assert.equal((await clockOf(id, "RESOLUTION")).state, "running");
	});
});

describe("verdicts", () => {
	test("met in time", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		desk.clock.set("2026-03-16T09:59+01:00");
		await go(acknowledge as never, id);
		const response = await clockOf(id, "RESPONSE");
		assert.deepEqual([response.state, response.isBreached], ["met", false]);
		const { verdicts } = await desk.perform(whyDeadlineIs, system, { id: response.id });
		assert.deepEqual(
			verdicts.map(({ verdict }) => verdict),
			["MET"],
		);
	});
	test("a breach survives solution, answer and closing, and the database refuses to change it", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		desk.clock.set("2026-03-16T14:00+01:00");
		await swept();
		await go(acknowledge as never, id);
		await go(start as never, id);
		await go(solveAtSecondLevel as never, id, { solution: "popravljeno" });
		await go(answer as never, id, { body: "Popravljeno." });
		await go(close as never, id);
		const resolution = await clockOf(id, "RESOLUTION");
		assert.deepEqual([resolution.state, resolution.isBreached], ["met", true]);
		const { verdicts, agreement } = await desk.perform(whyDeadlineIs, system, { id: resolution.id });
		assert.deepEqual(
			verdicts.map(({ verdict }) => verdict),
			["BREACHED", "MET"],
		);
		assert.equal(agreement?.number, 1);
		assert.equal((await clockOf(id, "STATUTORY")).state, "met");
		await assert.rejects(
			desk.database.write((tx) => tx.deleteFrom("clock_verdict").where("clock_id", "=", resolution.id).execute()),
		);
	});
	test("met late before anybody looked is a breach all the same", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		desk.clock.set("2026-03-16T10:01+01:00");
		await go(acknowledge as never, id);
		const response = await clockOf(id, "RESPONSE");
		assert.deepEqual([response.state, response.isBreached], ["met", true]);
	});
	test("returned: nothing is owed any more; handed over again: new clocks, the old ones as they ended", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		desk.clock.set("2026-03-16T11:00+01:00");
		await swept();
		await go(returnToFirstLevel as never, id, { reason: "MORE_DATA_NEEDED", explanation: "manjka posnetek" });
		const first = await clockOf(id, "RESPONSE");
		assert.deepEqual([first.state, first.isBreached], ["cancelled", true]);
		desk.clock.set("2026-03-16T12:00+01:00");
		await go(handOver as never, id, { summary: "posnetek je priložen" });
		assert.equal(local((await clockOf(id, "RESOLUTION", 2)).dueAt), "2026-03-16T16:00");
		assert.equal((await clockOf(id, "RESPONSE", 1)).endedAt, first.endedAt);
	});
	test("reopened: a new answer is owed, the old reply stays met", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await go(acknowledge as never, id);
		await go(solveAtSecondLevel as never, id, { solution: "popravljeno" });
		await go(answer as never, id, { body: "Popravljeno." });
		desk.clock.set("2026-03-20T09:00+01:00");
		await go(reopen as never, id, { reason: "spet ne deluje" });
		assert.equal((await clockOf(id, "STATUTORY", 1)).state, "met");
		assert.equal((await clockOf(id, "STATUTORY", 2)).dueOn, "2026-04-07");
	});
});

describe("the sweeper", () => {
	test("warns, records the breach and calls the next target, each once", async () => {
		const id = await handedOver("2026-03-18T09:00+01:00", "EOKENCE", critical);
		await swept();
		const before = (await factsOf("clock-warned")).length;
		desk.clock.set("2026-03-18T09:45+01:00");
		assert.deepEqual(await swept(), { warned: 1, breached: 0, moved: 0, escalated: 0 });
		assert.deepEqual(await swept(), { warned: 0, breached: 0, moved: 0, escalated: 0 });
		desk.clock.set("2026-03-18T10:00+01:00");
		assert.equal((await swept()).breached, 0);
		desk.clock.forward({ milliseconds: 1 });
		assert.deepEqual(await swept(), { warned: 0, breached: 1, moved: 0, escalated: 1 });
		assert.deepEqual(await swept(), { warned: 0, breached: 0, moved: 0, escalated: 0 });
		assert.equal((await factsOf("clock-warned")).length, before + 1);
		const { escalation } = await desk.perform(clocksOfTicket, system, { ticketId: id });
		assert.deepEqual([escalation?.targetOrder, escalation?.movesAt], [2, null]);
		await desk.perform(escalate, system, { ticketId: id });
		await assert.rejects(desk.perform(escalate, system, { ticketId: id }), { code: "end-of-path" });
	});
	test("after a standstill: the breach alone, no warning that comes too late", async () => {
		const id = await handedOver("2026-03-19T09:00+01:00", "EOKENCE", critical);
		await swept();
		desk.clock.set("2026-03-19T15:00+01:00");
		const said = await swept();
		assert.deepEqual([said.warned, said.breached], [0, 2]);
		assert.equal((await clockOf(id, "RESOLUTION")).isWarned, true);
	});
	test("a path with working days: the next target after one of them (ePrireditev)", async () => {
		const id = await handedOver("2026-04-30T10:00+02:00", "EPRIREDITEV", {
			category: "T1.2",
			effect: "BLOCKED",
			requiresOtherBodies: true,
		});
		const { escalation } = await desk.perform(clocksOfTicket, system, { ticketId: id });
		assert.equal(local(escalation?.movesAt ?? null), "2026-05-04T15:30");
	});
	test("a work-free day recorded late moves the clocks that run over it and says nothing twice", async () => {
		const id = await handedOver("2026-06-11T15:00+02:00", "EOKENCE", critical);
		desk.clock.set("2026-06-11T15:50+02:00");
		await swept();
		assert.equal(local((await clockOf(id, "RESOLUTION")).dueAt), "2026-06-12T11:00");
		await desk.perform(recordWorkFreeDay, system, { day: "2026-06-12", name: "dan solidarnosti" });
		const said = await swept();
		assert.equal(said.warned, 0);
		assert.ok(said.moved >= 1);
		assert.equal(local((await clockOf(id, "RESOLUTION")).dueAt), "2026-06-15T11:00");
		const moved = (await factsOf("clock-moved")).map(({ payload }) => payload as { ticketId: string; reason: string });
		assert.ok(moved.some(({ ticketId, reason }) => ticketId === id && reason === "CALENDAR"));
	});
});

describe("what moves a deadline, and what does not", () => {
	test("a priority set by a person: its targets, from the same beginning", async () => {
		const id = await handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		desk.clock.set("2026-03-16T09:30+01:00");
		await go(overridePriority as never, id, { priority: "MINOR", reason: "zamenjava brskalnika zadošča" });
		const resolution = await clockOf(id, "RESOLUTION");
		assert.equal(local(resolution.dueAt), "2026-03-17T13:00");
		assert.deepEqual(resolution.clause, { section: "I.11", table: "A", row: "MINOR" });
	});
	test("an interim reply in time: the day it announces is owed from then on", async () => {
		const id = await received("2026-03-10T09:12+01:00");
		await go(interimReply as never, id, { expectedOn: "2026-04-10", body: "Odgovor pripravljamo." });
		assert.equal((await clockOf(id, "STATUTORY")).dueOn, "2026-04-10");
	});
	test("a child follows its parent's clocks and keeps its own statutory one", async () => {
		const parent = await handedOver("2026-04-13T07:55+02:00", "EOKENCE", { ...critical, requiresOtherBodies: true });
		const child = await received("2026-04-13T08:20+02:00");
		await triaged(child, "EOKENCE", { ...critical, requiresOtherBodies: true });
		await go(link as never, child, { toId: parent, kind: "CHILD" });
		const clocks = await clocksOf(child);
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
