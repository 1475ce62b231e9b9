import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bindService, eOkence } from "../../../test/support/bound-service.ts";
import { exampleCatalogue } from "../../../test/support/catalogue.ts";
import { system } from "../../../test/support/desk.ts";
import { critical, local, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import approveCatalogue from "../catalogue/operations/approve-catalogue.ts";
import draftCatalogue from "../catalogue/operations/draft-catalogue.ts";
import askUser from "../tickets/operations/ask-user.ts";
import handOver from "../tickets/operations/hand-over.ts";
import markSpam from "../tickets/operations/mark-spam.ts";
import reopen from "../tickets/operations/reopen.ts";
import triage from "../tickets/operations/triage.ts";
import check from "./operations/check.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
});
after(() => life.close());

test("without targets in the catalogue only the reply by law is owed (A-40)", async () => {
	const { clocks } = await life.owed(await life.received("2026-03-10T09:12+01:00"));
	assert.deepEqual(
		clocks.map(({ kind, dueOn, clause }) => [kind, dueOn, clause.section]),
		[["STATUTORY", "2026-03-25", "UUP-17"]],
	);
});

describe("with targets of its own", () => {
	before(async () => {
		const content = {
			...exampleCatalogue,
			edition: "2026-02",
			firstLevelTargets: { response: "PT1H", resolution: "PT8H" },
			warningShare: 50,
		};
		const head = await life.desk.cast("ekc_head");
		const draft = await life.desk.perform(draftCatalogue, system, { content });
		await life.desk.perform(approveCatalogue, head, { id: draft.id, version: draft.version });
	});

	test("first level's clocks run on the contact centre's opening hours", async () => {
		const id = await life.received("2026-03-16T18:30+01:00");
		assert.equal(local((await life.clockOf(id, "FIRST_LEVEL_RESPONSE")).dueAt), "2026-03-17T07:30");
		assert.equal(local((await life.clockOf(id, "FIRST_LEVEL_RESPONSE")).warnAt), "2026-03-16T19:00");
		assert.equal(local((await life.clockOf(id, "FIRST_LEVEL_RESOLUTION")).dueAt), "2026-03-17T14:30");
	});
	test("classified = responded; asking the user stands still; handed over = done", async () => {
		const id = await life.received("2026-03-16T09:00+01:00");
		await life.triaged(id, "EOKENCE", critical);
		assert.equal((await life.clockOf(id, "FIRST_LEVEL_RESPONSE")).state, "met");
		await life.go(askUser, id, { body: "Kateri brskalnik?" });
		assert.equal((await life.clockOf(id, "FIRST_LEVEL_RESOLUTION")).state, "paused");
	});
	test("handed over, first level has done its part", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		assert.equal((await life.clockOf(id, "FIRST_LEVEL_RESOLUTION")).state, "met");
	});
	test("spam owes nothing; brought back, it is owed a reply from its first receipt", async () => {
		const id = await life.received("2026-03-16T09:00+01:00");
		await life.go(markSpam, id);
		assert.equal((await life.clockOf(id, "STATUTORY")).state, "cancelled");
		life.desk.clock.set("2026-03-18T09:00+01:00");
		await life.go(reopen, id, { reason: "pomota" });
		assert.equal((await life.clockOf(id, "STATUTORY", 2)).dueOn, "2026-03-31");
	});
});

test("a scheme that runs day and night does so (clock: 24x7)", async () => {
	const scheme = { ...eOkence.priorityScheme, clock: "24x7" } as typeof eOkence.priorityScheme;
	const { serviceId } = await bindService(life.desk, "NEPREKINJENO", { ...eOkence, priorityScheme: scheme });
	const id = await life.received("2026-03-13T16:00+01:00");
	await life.go(triage, id, { type: "INCIDENT", serviceId, take: true, ...critical });
	await life.go(handOver, id, { summary: "povzetek" });
	assert.equal(local((await life.clockOf(id, "RESOLUTION")).dueAt), "2026-03-13T20:00");
});

test("a scheme without times owes the reply by law alone (A-08)", async () => {
	const decision = { outcome: "none" as const, decidedBy: ["lea.sraj"], rationale: "zgled" };
	const bound = { ...eOkence, priorityScheme: { kind: "none" as const, decision } };
	const { serviceId } = await bindService(life.desk, "BREZ-ROKOV", bound);
	const id = await life.received("2026-03-13T10:00+01:00");
	await life.go(triage, id, { type: "INCIDENT", serviceId, take: true, ...critical });
	await life.go(handOver, id, { summary: "povzetek" });
	const { clocks } = await life.owed(id);
	assert.deepEqual(
		clocks.filter(({ endedAt }) => endedAt === null).map(({ kind }) => kind),
		["STATUTORY"],
	);
});

test("stored clocks are what their facts say", async () => {
	assert.deepEqual((await life.desk.perform(check, system, { limit: 200 })).differences, []);
});
