import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bindService, eOkence, ePrireditev } from "../../../test/support/bound-service.ts";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import type { ServiceId, TicketId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Operation } from "../../platform/operation.ts";
import sweep from "../clocks/operations/sweep.ts";
import acknowledge from "../tickets/operations/acknowledge.ts";
import answer from "../tickets/operations/answer.ts";
import handOver from "../tickets/operations/hand-over.ts";
import markSpam from "../tickets/operations/mark-spam.ts";
import receive from "../tickets/operations/receive.ts";
import reopen from "../tickets/operations/reopen.ts";
import restrict from "../tickets/operations/restrict.ts";
import returnToFirstLevel from "../tickets/operations/return-to-first-level.ts";
import solve from "../tickets/operations/solve.ts";
import solveAtSecondLevel from "../tickets/operations/solve-at-second-level.ts";
import start from "../tickets/operations/start.ts";
import triage from "../tickets/operations/triage.ts";
import { csv, month, tickets } from "./operations/questions.ts";
import { Measure } from "./rules/measure.ts";

const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

let desk: TestDesk;
let okence: ServiceId;
let prireditev: ServiceId;
let lead: PersonActor;
const made = new Map<string, TicketId>();

/** One act more on a ticket, at a time; the desk itself may whatever the life cycle allows. */
async function step(at: string, name: string, act: unknown, more: object = {}): Promise<void> {
	desk.clock.set(at);
	const id = made.get(name)!;
	const { version } = await desk.database.read((tx) =>
		tx.selectFrom("ticket").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
	);
	await desk.perform(act as Operation, system, { id, version, ...more });
}

async function received(at: string, name: string, more: object = {}): Promise<void> {
	desk.clock.set(at);
	const ticket = await desk.perform(receive, system, {
		channel: "EMAIL",
		reporter: { email: "uporabnica@example.si" },
		subject: name,
		body: "Besedilo uporabnice.",
		...more,
	});
	made.set(name, ticket.id);
}

const incident = { type: "INCIDENT", category: "T2.1", effect: "BLOCKED", requiresOtherBodies: false, take: true };

async function handedOver(at: string, name: string, more: object = {}): Promise<void> {
	await received(at, name, more);
	await step(at, name, triage, { ...incident, serviceId: okence });
	await step(at, name, handOver, { summary: "povzetek" });
}

async function swept(at: string): Promise<void> {
	desk.clock.set(at);
	await desk.perform(sweep, system, {});
}

/**
 * March 2026 of eOkence: response is owed within an hour, resolution within four hours of working time. Each ticket is named
 * by what becomes of it.
 */
async function march(): Promise<void> {
	await received("2026-02-28T23:59+01:00", "at the end of February");
	await step("2026-03-02T09:00+01:00", "at the end of February", triage, { ...incident, serviceId: okence });
	await received("2026-03-01T00:00+01:00", "nobody looked at it yet", { serviceId: okence, channel: "WEB_FORM" });

	await received("2026-03-03T09:00+01:00", "solved at once", { reporter: { group: "company" } });
	await step("2026-03-03T09:05+01:00", "solved at once", triage, { ...incident, category: "V2.2", serviceId: okence });
	await step("2026-03-03T09:10+01:00", "solved at once", solve, { solution: "Tako." });
	await step("2026-03-03T09:15+01:00", "solved at once", answer, { body: "Tako." });
	await step("2026-03-04T10:00+01:00", "solved at once", reopen, { reason: "ni pomagalo" });

	await handedOver("2026-03-09T09:00+01:00", "in time");
	await step("2026-03-09T09:30+01:00", "in time", acknowledge);
	await step("2026-03-09T09:31+01:00", "in time", start);
	await step("2026-03-09T12:00+01:00", "in time", solveAtSecondLevel, { solution: "Popravljeno." });

	await handedOver("2026-03-10T09:00+01:00", "too late");
	await step("2026-03-10T11:00+01:00", "too late", acknowledge);
	await step("2026-03-10T11:01+01:00", "too late", start);
	await step("2026-03-10T15:00+01:00", "too late", solveAtSecondLevel, { solution: "Popravljeno." });

	await handedOver("2026-03-11T09:00+01:00", "came back");
	await step("2026-03-11T09:10+01:00", "came back", acknowledge);
	await step("2026-03-11T09:20+01:00", "came back", returnToFirstLevel, {
		reason: "FIRST_LEVEL_CAN_SOLVE",
		explanation: "Glejte navodila.",
	});
	await step("2026-03-11T09:40+01:00", "came back", solve, { solution: "Po navodilih." });

	await handedOver("2026-03-12T09:00+01:00", "security");
	await step("2026-03-12T09:10+01:00", "security", restrict);

	await received("2026-03-13T09:00+01:00", "advertisement", { serviceId: okence });
	await step("2026-03-13T09:01+01:00", "advertisement", markSpam);
	await received("2026-03-16T09:00+01:00", "of another service", { serviceId: prireditev });
	await received("2026-03-17T09:00+01:00", "of no service");

	await handedOver("2026-03-31T15:30+02:00", "runs out in April");
	await swept("2026-04-02T09:00+02:00");
}

before(async () => {
	desk = await openTestDesk();
	okence = (await bindService(desk, "EOKENCE", eOkence)).serviceId;
	prireditev = (await bindService(desk, "EPRIREDITEV", ePrireditev)).serviceId;
	lead = await desk.cast("ekc_tech_lead");
	await march();
});
after(() => desk.close());

const behind = async (actor: PersonActor, filter: object) =>
	(await desk.perform(tickets, actor, filter)).rows.map((row) => row.subject);

describe("a service's month", () => {
	const numbers: [measure: Measure, names: string[]][] = [
		[
			"RECEIVED",
			[
				"nobody looked at it yet",
				"solved at once",
				"in time",
				"too late",
				"came back",
				"security",
				"runs out in April",
			],
		],
		["SOLVED_FIRST_LEVEL", ["solved at once"]],
		["FORWARDED", ["in time", "too late", "came back", "security", "runs out in April"]],
		["RESPONSE_MET", ["in time", "came back"]],
		["RESPONSE_BREACHED", ["too late", "security"]],
		["RESOLUTION_MET", ["in time"]],
		["RESOLUTION_BREACHED", ["too late", "security"]],
		["REOPENED", ["solved at once"]],
	];
	for (const [measure, names] of numbers) {
		test(`${measure}: the number and the tickets behind it`, async () => {
			const report = await desk.perform(month, lead, { serviceId: okence, month: "2026-03" });
			const figure = report.figures.find((one) => one.measure === measure)!;
			assert.deepEqual(await behind(lead, figure.behind), names);
			assert.equal(figure.count, names.length);
		});
	}

	test("every number of the answer has as many tickets as it says", async () => {
		for (const serviceId of [{ serviceId: okence }, {}]) {
			const report = await desk.perform(month, lead, { ...serviceId, month: "2026-03" });
			const figures = [
				...report.figures,
				...report.byChannel,
				...report.byCategory,
				...report.byGroup,
				...report.trend.flatMap((of) => [of.received, of.solvedFirstLevel, of.forwarded]),
			];
			for (const figure of figures) assert.equal((await behind(lead, figure.behind)).length, figure.count);
		}
	});

	test("received by channel, category and user group, the most frequent first", async () => {
		const report = await desk.perform(month, lead, { serviceId: okence, month: "2026-03" });
		const bars = (name: "byChannel" | "byCategory" | "byGroup") =>
			report[name].map(({ value, label, count }) => [value, label, count]);
		assert.deepEqual(bars("byChannel"), [
			["EMAIL", null, 6],
			["WEB_FORM", null, 1],
		]);
		assert.deepEqual(bars("byCategory"), [
			["T2.1", "ni dosegljiv", 5],
			["-", null, 1],
			["V2.2", "pooblastilo", 1],
		]);
		assert.deepEqual(bars("byGroup"), [
			["citizen", null, 6],
			["company", null, 1],
		]);
	});

	test("days and months are the desk's: the last minute of February is in February, what ran out in April in April", async () => {
		const names = async (of: string, measure: Measure) => behind(lead, { serviceId: okence, month: of, measure });
		assert.deepEqual(await names("2026-02", "RECEIVED"), ["at the end of February"]);
		assert.deepEqual(await names("2026-04", "RESPONSE_BREACHED"), ["runs out in April"]);
		const report = await desk.perform(month, lead, { serviceId: okence, month: "2026-04" });
		assert.deepEqual([report.from, report.until, report.isOver], ["2026-04-01", "2026-05-01", false]);
		assert.deepEqual(
			report.trend.slice(-3).map((of) => [of.month, of.received.count, of.forwarded.count]),
			[
				["2026-02", 1, 0],
				["2026-03", 7, 5],
				["2026-04", 0, 0],
			],
		);
	});

	test("all services together count what belongs to none as well", async () => {
		const report = await desk.perform(month, lead, { month: "2026-03" });
		assert.equal(report.service, null);
		assert.equal(report.figures[0]?.count, 9);
	});

	test("a page goes on where the last one ended", async () => {
		const filter = { serviceId: okence, month: "2026-03", measure: "RECEIVED", limit: 3 };
		const seen: (string | null)[] = [];
		let after: string | undefined;
		do {
			const page = await desk.perform(tickets, lead, { ...filter, ...(after ? { after } : {}) });
			seen.push(...page.rows.map((row) => row.subject));
			after = page.next ?? undefined;
		} while (after);
		assert.deepEqual(seen, numbers[0]?.[1]);
		await assert.rejects(desk.perform(tickets, lead, { ...filter, after: "nonsense" }), refusedWith("bad-cursor"));
	});

	test("numbers are filtered on together", async () => {
		const filter = { serviceId: okence, month: "2026-03", measure: "FORWARDED", channel: "EMAIL", category: "T2.1" };
		assert.equal((await behind(lead, { ...filter, group: "citizen" })).length, 5);
		assert.deepEqual(await behind(lead, { ...filter, group: "company" }), []);
	});
});

describe("who reads reports", () => {
	const organisation = "Naročnik";
	test("owner and custodians their service, the director those of the organisation; another is not found", async () => {
		const owner = await desk.cast("service_owner", { serviceId: okence, organisation });
		const director = await desk.cast("client_director", { organisation });
		const other = await desk.cast("client_director", { organisation: "Drug naročnik", handle: "drug" });
		assert.equal((await desk.perform(month, owner, { month: "2026-03" })).figures[0]?.count, 7);
		assert.equal((await desk.perform(month, director, { month: "2026-03" })).figures[0]?.count, 8);
		assert.equal((await desk.perform(month, other, { month: "2026-03" })).figures[0]?.count, 0);
		for (const ask of [month, csv, tickets] as unknown as Operation[]) {
			const input = {
				serviceId: prireditev,
				month: "2026-03",
				...((ask as unknown) === tickets ? { measure: "RECEIVED" } : {}),
			};
			await assert.rejects(desk.perform(ask, owner, input), refusedWith("not-found"));
			await assert.rejects(desk.perform(ask, other, input), refusedWith("not-found"));
		}
	});

	test("advisers, second level, the administrator and the public read none", async () => {
		const l2 = await desk.cast("l2_agent", { serviceId: okence, set: "TECHNICAL", organisation });
		const refused = [publicActor, l2, await desk.cast("ekc_adviser"), await desk.cast("platform_admin")];
		for (const actor of refused)
			await assert.rejects(desk.perform(month, actor, { month: "2026-03" }), refusedWith("not-allowed"));
	});

	test("a subject is shown to whom the ticket is open; a restricted one is counted and withheld", async () => {
		const filter = { serviceId: okence, month: "2026-03", measure: "FORWARDED" };
		const director = await desk.cast("client_director", { organisation });
		const seen = await desk.perform(tickets, director, filter);
		assert.deepEqual([seen.rows.map((row) => row.subject), seen.withheld], [[null, null, null, null], 1]);
		const contentLead = await desk.perform(tickets, await desk.cast("ekc_content_lead"), filter);
		assert.deepEqual([contentLead.rows.length, contentLead.withheld], [4, 1]);
		assert.ok(contentLead.rows.every((row) => row.subject !== "security"));
		assert.equal((await desk.perform(tickets, lead, filter)).withheld, 0);
	});
});

test("the table holds every number with what it means, and harmless cells", async () => {
	const { name, text } = await desk.perform(csv, lead, { serviceId: okence, month: "2026-03" });
	assert.match(name, /^[a-z0-9-]+-2026-03\.csv$/);
	assert.ok(text.startsWith("\uFEFF"));
	const report = await desk.perform(month, lead, { serviceId: okence, month: "2026-03" });
	const lines = text.trimEnd().split("\r\n");
	const bars = report.byChannel.length + report.byCategory.length + report.byGroup.length;
	assert.equal(lines.length, 1 + Measure.options.length + bars);
	for (const { count, measure } of report.figures) {
		const definition = report.definitions.find((one) => one.measure === measure)!;
		assert.ok(
			lines.some((line) => line.includes(definition.name) && line.includes(`;${count};`)),
			measure,
		);
	}
	const english = await desk.perform(csv, lead, { serviceId: okence, month: "2026-03", language: "en" });
	assert.notEqual(english.text, text);
});
