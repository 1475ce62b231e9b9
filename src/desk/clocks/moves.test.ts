import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { eOkence } from "../../../test/support/bound-service.ts";
import { system } from "../../../test/support/desk.ts";
import { critical, local, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import type { TicketId } from "../../kernel/id.ts";
import { json } from "../../platform/db/tx.ts";
import recordDatedHours from "../calendars/operations/record-dated-hours.ts";
import acknowledge from "../tickets/operations/acknowledge.ts";
import askOtherBody from "../tickets/operations/ask-other-body.ts";
import askUser from "../tickets/operations/ask-user.ts";
import bindOpenTickets from "../tickets/operations/bind-open-tickets.ts";
import continueWork from "../tickets/operations/continue-work.ts";
import start from "../tickets/operations/start.ts";
import check from "./operations/check.ts";

let life: TicketLife;
before(async () => {
	life = await openTicketLife();
});
after(() => life.close());

const dueOf = async (id: TicketId) => local((await life.clockOf(id, "RESOLUTION")).dueAt);
type Move = { readonly ticketId: string; readonly kind: string; readonly reason: string };
const movesOf = async (...ids: TicketId[]) =>
	(await life.factsOf("clock-moved"))
		.map(({ payload }) => payload as Move)
		.filter(({ ticketId }) => ids.some((id) => id === ticketId))
		.map(({ kind, reason }) => `${kind} ${reason}`);

const differences = async () => (await life.desk.perform(check, system, { limit: 200 })).differences;

describe("hours of one date that became known later", () => {
	test("a shortened day moves the clocks of its set that run over it, and no others", async () => {
		const technical = await life.handedOver("2026-03-18T15:00+01:00", "EOKENCE", critical);
		const content = await life.handedOver("2026-03-18T15:00+01:00", "EOKENCE", {
			type: "QUESTION",
			category: "V2.2",
			effect: "BLOCKED",
			requiresOtherBodies: false,
		});
		const other = await life.handedOver("2026-03-18T15:00+01:00", "EPRIREDITEV", {
			category: "T1.2",
			effect: "BLOCKED",
			requiresOtherBodies: true,
		});
		const before = [await dueOf(technical), await dueOf(content), await dueOf(other)];
		assert.deepEqual(before, ["2026-03-19T11:00", "2026-03-19T10:00", "2026-03-23T15:30"]);
		const { serviceId } = await life.desk.database.read((tx) =>
			tx.selectFrom("service").select("id as serviceId").where("code", "=", "EOKENCE").executeTakeFirstOrThrow(),
		);
		const shortened = { serviceId, set: "TECHNICAL", day: "2026-03-19", windows: ["08:00-10:00"], reason: "izpad" };
		await life.desk.perform(recordDatedHours, system, shortened);
		await life.swept();
		assert.deepEqual(
			[await dueOf(technical), await dueOf(content), await dueOf(other)],
			["2026-03-20T09:00", before[1], before[2]],
		);
		assert.deepEqual(await movesOf(technical, content, other), ["RESOLUTION CALENDAR"]);
		await life.desk.perform(recordDatedHours, system, { ...shortened, windows: ["08:00-16:00"] });
		await life.swept();
		assert.equal(await dueOf(technical), before[0]);
	});

	test("windows that overlap are refused, and which one", async () => {
		const wish = { day: "2026-03-19", windows: ["08:00-12:00", "11:00-13:00"], reason: "izpad" };
		await assert.rejects(life.desk.perform(recordDatedHours, system, wish), {
			code: "overlapping-windows",
			details: { at: "exceptions.0.windows.1", window: "11:00-13:00", other: "08:00-12:00" },
		});
	});
});

test("another body joins: the times of the other table from the same beginning; response as it was met", async () => {
	const id = await life.handedOver("2026-04-13T08:00+02:00", "EOKENCE", critical);
	await life.go(acknowledge, id);
	await life.go(start, id);
	assert.equal(await dueOf(id), "2026-04-13T12:00");
	await life.go(askOtherBody, id, { name: "upravljavec prijave", question: "Ali deluje?" });
	const resolution = await life.clockOf(id, "RESOLUTION");
	assert.deepEqual([local(resolution.dueAt), resolution.clause.table], ["2026-04-13T14:00", "B"]);
	assert.equal(local((await life.clockOf(id, "RESPONSE")).dueAt), "2026-04-13T09:00");
	assert.deepEqual(await movesOf(id), ["RESOLUTION OTHER_BODIES"]);
	assert.deepEqual(await differences(), []);
});

describe("an amended version that says open tickets move", () => {
	/** Twice the times, from noon on. */
	const doubled = {
		...eOkence,
		priorityScheme: {
			...eOkence.priorityScheme,
			solo: {
				CRITICAL: { response: "PT2H", resolution: "PT8H" },
				MAJOR: { response: "PT4H", resolution: "PT12H" },
				MINOR: { response: "PT10H", resolution: "PT24H" },
			},
		},
	};

	async function amended(): Promise<string> {
		const id = randomUUID();
		await life.desk.database.write(async (tx) => {
			const old = await tx
				.selectFrom("agreement")
				.innerJoin("service", "service.id", "agreement.service_id")
				.selectAll("agreement")
				.where("service.code", "=", "EOKENCE")
				.executeTakeFirstOrThrow();
			const now = life.desk.clock.now();
			await tx
				.updateTable("agreement")
				.set({ state: "superseded", active_period: sql<string>`tstzrange(lower(active_period), ${now})` })
				.where("id", "=", old.id)
				.execute();
			const { soleChannel: _, ...partI } = doubled;
			const terms = old.terms as { readonly partI: object };
			await tx
				.insertInto("agreement")
				.values({
					...old,
					id,
					number: 2,
					terms: json({ ...terms, partI: { ...terms.partI, ...partI } }),
					content_hash: "b".repeat(64),
					active_period: sql<string>`tstzrange(${now}, null)`,
					publication_urls: old.publication_urls,
				})
				.execute();
		});
		return id;
	}

	test("running and paused clocks take its times; met and late ones stay; nothing is said twice", async () => {
		const late = await life.handedOver("2026-07-06T08:00+02:00", "EOKENCE", critical);
		life.desk.clock.set("2026-07-06T12:30+02:00");
		await life.swept();
		const running = await life.handedOver("2026-07-07T08:00+02:00", "EOKENCE", critical);
		const paused = await life.handedOver("2026-07-07T08:00+02:00", "EOKENCE", critical);
		await life.go(acknowledge, running);
		for (const act of [acknowledge, start]) await life.go(act, paused);
		life.desk.clock.set("2026-07-07T11:10+02:00");
		await life.go(askUser, paused, { body: "Kateri brskalnik?" });
		await life.swept();
		const warned = (await life.factsOf("clock-warned")).length;

		const agreementId = await amended();
		const { bound, isMore } = await life.desk.perform(bindOpenTickets, system, { agreementId });
		assert.ok(bound >= 3);
		assert.equal(isMore, false);
		assert.equal(await dueOf(running), "2026-07-07T16:00");
		assert.equal(await dueOf(late), "2026-07-06T12:00");
		const { left, agreementId: binds } = await life.clockOf(paused, "RESOLUTION");
		assert.deepEqual([left?.amount, binds], [(4 * 60 + 50) * 60_000, agreementId]);
		await life.go(continueWork, paused);
		assert.equal(await dueOf(paused), "2026-07-07T16:00");
		assert.equal((await life.clockOf(running, "RESPONSE")).agreementId === agreementId, false);
		assert.deepEqual(await movesOf(running, late), ["RESOLUTION TERMS"]);

		life.desk.clock.set("2026-07-07T14:30+02:00");
		await life.swept();
		assert.equal((await life.factsOf("clock-warned")).length, warned + 1, "only the one that was not warned before");
		await assert.rejects(life.desk.perform(bindOpenTickets, system, { agreementId }), {
			code: "no-open-tickets-to-bind",
		});
		assert.deepEqual(await differences(), []);
	});

	test("a version that is not in force binds nothing", async () => {
		const { id } = await life.desk.database.read((tx) =>
			tx.selectFrom("agreement").select("id").where("state", "=", "superseded").executeTakeFirstOrThrow(),
		);
		await assert.rejects(life.desk.perform(bindOpenTickets, system, { agreementId: id }), {
			code: "agreement-not-in-force",
		});
	});
});
