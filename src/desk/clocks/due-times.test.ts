import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { system } from "../../../test/support/desk.ts";
import { critical, local, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import type { ClockView } from "./contract.ts";
import settleLegal from "./operations/settle-legal.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
});
after(() => life.close());

const withOthers = { ...critical, requiresOtherBodies: true };
const consent = { category: "V1.2", effect: "IMPEDED", requiresOtherBodies: true, userDeadline: "2026-05-09" } as const;
const signing = { category: "T1.2", effect: "BLOCKED", requiresOtherBodies: true, userDeadline: "2026-05-05" } as const;
const question = { type: "QUESTION", category: "V2.2", effect: "IMPEDED", requiresOtherBodies: false } as const;
const leak = {
	...critical,
	type: "SECURITY_INCIDENT",
	category: "T3.1",
	personalDataBreachSuspected: true,
} as const;

/** Requests of `domain/examples/requests.yaml`: received and handed over; response, solution, reply, and A-43. */
const rows = [
	{
		name: "R03: severity of table A, one cell of it mixed",
		service: "EOKENCE",
		facts: critical,
		times: ["2026-03-12T13:55+01:00", "2026-03-12T14:05+01:00"],
		due: ["2026-03-12T15:05", "2026-03-13T10:05", "2026-03-27"],
		isAfterUserDeadline: false,
	},
	{
		name: "R04: handed over before opening, with other bodies",
		service: "EOKENCE",
		facts: withOthers,
		times: ["2026-04-13T07:48+02:00", "2026-04-13T07:55+02:00"],
		due: ["2026-04-13T10:00", "2026-04-13T14:00", "2026-04-28"],
		isAfterUserDeadline: false,
	},
	{
		name: "R06: five days over 27 April and 1 May, no response owed",
		service: "EPRIREDITEV",
		facts: consent,
		times: ["2026-04-24T09:00+02:00", "2026-04-24T09:05+02:00"],
		due: [null, "2026-05-05T15:30", "2026-05-11"],
		isAfterUserDeadline: false,
	},
	{
		name: "R07: the user's own deadline is earlier (A-43)",
		service: "EPRIREDITEV",
		facts: signing,
		times: ["2026-04-30T09:40+02:00", "2026-04-30T10:00+02:00"],
		due: [null, "2026-05-06T15:30", "2026-05-15"],
		isAfterUserDeadline: true,
	},
	{
		name: "R10: in the hour that comes twice",
		service: "EOKENCE",
		facts: leak,
		times: ["2026-10-25T02:15+02:00", "2026-10-25T02:15+02:00"],
		due: ["2026-10-26T09:00", "2026-10-26T12:00", "2026-11-09"],
		isAfterUserDeadline: false,
	},
	{
		name: "R12-0: the content set's own hours, longer on Wednesday",
		service: "EOKENCE",
		facts: question,
		times: ["2026-11-18T08:05+01:00", "2026-11-18T08:30+01:00"],
		due: ["2026-11-18T10:30", "2026-11-18T14:30", "2026-12-03"],
		isAfterUserDeadline: false,
	},
] as const;

describe("due times of the examples, exactly", () => {
	for (const { name, service, facts, times, due, isAfterUserDeadline } of rows) {
		test(name, async () => {
			const { clocks, escalation } = await life.owed(await life.handedOver(times[1], service, facts, times[0]));
			const found = (kind: ClockView["kind"]) => clocks.find((clock) => clock.kind === kind);
			assert.deepEqual(
				[local(found("RESPONSE")?.dueAt ?? null), local(found("RESOLUTION")?.dueAt ?? null), found("STATUTORY")?.dueOn],
				due,
			);
			assert.equal(escalation?.isAfterUserDeadline, isAfterUserDeadline);
		});
	}

	test("R07: the lead and the custodian get to know, once", async () => {
		assert.equal((await life.factsOf("user-deadline-at-risk")).length, 1);
	});

	test("R10: the hours of the law run through the night of the changed clock; a person settles them", async () => {
		const id = await life.received("2026-10-25T02:15+02:00");
		life.desk.clock.set("2026-10-25T02:20+02:00");
		await life.triaged(id, "EOKENCE", leak);
		const due = async (kind: ClockView["kind"]) => local((await life.clockOf(id, kind)).dueAt);
		assert.equal(await due("NIS2_EARLY_WARNING"), "2026-10-26T01:15");
		assert.equal(await due("NIS2_NOTIFICATION"), "2026-10-28T01:15");
		assert.equal(await due("GDPR_AUTHORITY"), "2026-10-28T01:15");
		const early = await life.clockOf(id, "NIS2_EARLY_WARNING");
		const wish = { id: early.id, version: early.version, outcome: "REPORTED", reason: "poslano pristojni skupini" };
		assert.equal((await life.desk.perform(settleLegal, system, wish)).state, "met");
		await assert.rejects(life.desk.perform(settleLegal, system, wish), { code: "stale" });
	});
});
