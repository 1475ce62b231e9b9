import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eOkence } from "../../../test/support/bound-service.ts";
import { critical, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import acknowledge from "../tickets/operations/acknowledge.ts";
import askUser from "../tickets/operations/ask-user.ts";
import continueWork from "../tickets/operations/continue-work.ts";
import solveAtSecondLevel from "../tickets/operations/solve-at-second-level.ts";
import start from "../tickets/operations/start.ts";
import { type OtherTerms, otherTermsOf, rehearse } from "./read/rehearse.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
	const paused = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
	const late = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
	await life.handedOver("2026-03-16T09:10+01:00", "EPRIREDITEV", {
		category: "T1.2",
		effect: "BLOCKED",
		requiresOtherBodies: true,
	});
	for (const act of [acknowledge, start]) await life.go(act, paused);
	life.desk.clock.set("2026-03-16T10:00+01:00");
	await life.go(askUser, paused, { body: "Kateri brskalnik?" });
	life.desk.clock.set("2026-03-17T09:30+01:00");
	await life.go(continueWork, paused);
	for (const act of [acknowledge, start]) await life.go(act, late);
	for (const id of [paused, late]) await life.go(solveAtSecondLevel, id, { solution: "popravljeno" });
	await life.swept();
});
after(() => life.close());

const replayed = (terms: OtherTerms, which: Parameters<typeof rehearse>[1]["which"] = {}) =>
	life.desk.database.read((tx) => rehearse(tx, { terms, which, now: life.desk.clock.now() }));

describe("tickets of the past replayed from the database", () => {
	test("under the terms that bound them: what happened", async () => {
		const { handOvers, clocks, was, would, unknown } = await replayed({});
		assert.deepEqual(
			{ handOvers, clocks, was, would, unknown },
			{ handOvers: 3, clocks: 5, was: 2, would: 2, unknown: 0 },
		);
	});
	test("under an hour for everything: the pause still stands", async () => {
		const cell = { response: "PT1H", resolution: "PT2H" };
		const table = { CRITICAL: cell, MAJOR: cell, MINOR: cell };
		const priorityScheme = {
			...eOkence.priorityScheme,
			solo: table,
			withOthers: table,
		} as OtherTerms["priorityScheme"];
		const { was, would, unknown, by } = await replayed({ priorityScheme });
		assert.deepEqual({ was, would, unknown }, { was: 2, would: 3, unknown: 1 });
		assert.deepEqual(
			by.category.map(({ key }) => key),
			["T1.2", "T2.1"],
		);
	});
	test("under other hours", async () => {
		const always = Object.fromEntries(
			["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ["00:00-24:00"]]),
		);
		const availability = { ...eOkence.availability, technical: always } as OtherTerms["availability"];
		const { would } = await replayed({ availability }, { service: "EOKENCE" });
		assert.equal(would, 2);
	});
	const narrowed = [
		["service", { service: "EPRIREDITEV" }, 1],
		["category", { category: "T2.1" }, 2],
		["set", { set: "CONTENT" }, 0],
		["from", { from: Temporal.Instant.from("2026-03-16T09:10+01:00") }, 1],
		["until", { until: Temporal.Instant.from("2026-03-16T09:10+01:00") }, 2],
	] as const;
	for (const [name, which, expected] of narrowed) {
		test(`narrowed by ${name}`, async () => assert.equal((await replayed({}, which)).handOvers, expected));
	}
	test("terms that are none are refused, with the field", () => {
		assert.throws(() => otherTermsOf({ priorityScheme: { kind: "matrix" } }), { code: "invalid-form" });
	});
});
