import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exampleCatalogue } from "../../../test/support/catalogue.ts";
import { system } from "../../../test/support/desk.ts";
import { critical, local, openTicketLife, type TicketLife } from "../../../test/support/ticket-life.ts";
import type { ServiceId, TicketId } from "../../kernel/id.ts";
import recordDatedHours from "../calendars/operations/record-dated-hours.ts";
import recordWorkFreeDay from "../calendars/operations/record-work-free-day.ts";
import approveCatalogue from "../catalogue/operations/approve-catalogue.ts";
import draftCatalogue from "../catalogue/operations/draft-catalogue.ts";
import acknowledge from "../tickets/operations/acknowledge.ts";
import interimReply from "../tickets/operations/interim-reply.ts";
import overridePriority from "../tickets/operations/override-priority.ts";
import returnToFirstLevel from "../tickets/operations/return-to-first-level.ts";
import handOver from "../tickets/operations/hand-over.ts";
import { tellDeadlines } from "../../entrances/cli/why.ts";
import type { ClockView } from "./contract.ts";
import { whyDeadlineIs } from "./operations/questions.ts";

let life: TicketLife;
let serviceId: ServiceId;
before(async () => {
	life = await openTicketLife();
	const service = await life.desk.database.read((tx) =>
		tx.selectFrom("service").select("id").where("code", "=", "EOKENCE").executeTakeFirstOrThrow(),
	);
	serviceId = service.id as ServiceId;
});
after(() => life.close());

const whyOf = async (id: TicketId, kind: ClockView["kind"], round = 1) =>
	life.desk.perform(whyDeadlineIs, system, { id: (await life.clockOf(id, kind, round)).id });
const workedMs = (spans: readonly { from: string; to: string }[]) =>
	spans.reduce((sum, { from, to }) => sum + Temporal.Instant.from(from).until(to).total("milliseconds"), 0);
const hour = 3_600_000;
const shortened = (day: string, windows: string[], reason: string) =>
	life.desk.perform(recordDatedHours, system, { serviceId, set: "TECHNICAL", day, windows, reason });

describe("which calendar a due time was counted by", () => {
	test("the version's own text, until a correction of fact is recorded, which is named with its instant", async () => {
		const id = await life.handedOver("2026-03-18T15:00+01:00", "EOKENCE", critical);
		const agreed = await whyOf(id, "RESOLUTION");
		assert.deepEqual([agreed.agreement?.number, agreed.agreement?.service], [1, "EOKENCE"]);
		assert.deepEqual([agreed.calendar.corrections, agreed.calendar.correctedAt, agreed.closedDays], [0, null, []]);

		life.desk.clock.set("2026-03-18T15:10+01:00");
		await shortened("2026-03-19", ["10:00-16:00"], "izpad omrežja");
		life.desk.clock.set("2026-03-18T15:20+01:00");
		await shortened("2026-03-19", ["09:00-16:00"], "izpad omrežja do devetih");
		await life.swept();
		const corrected = await whyOf(id, "RESOLUTION");
		assert.equal(local(corrected.clock.dueAt), "2026-03-19T12:00");
		assert.equal(corrected.calendar.corrections, 1);
		assert.equal(local(corrected.calendar.correctedAt), "2026-03-18T15:20");
		assert.deepEqual(
			corrected.closedDays.map((day) => [day.date, day.reason, day.name, local(day.recordedAt), day.windows]),
			[["2026-03-19", "exception", "izpad omrežja do devetih", "2026-03-18T15:20", ["09:00-16:00"]]],
		);
		assert.deepEqual(
			corrected.moves.map(({ reason, from, to }) => [reason, local(from), local(to)]),
			[["CALENDAR", "2026-03-19T11:00", "2026-03-19T12:00"]],
		);
	});

	test("what becomes known after a clock was judged is no part of its account", async () => {
		const late = await life.handedOver("2026-05-11T08:00+02:00", "EOKENCE", critical);
		const met = await life.handedOver("2026-05-11T08:00+02:00", "EOKENCE", critical);
		life.desk.clock.set("2026-05-11T08:30+02:00");
		await life.go(acknowledge, met);
		life.desk.clock.set("2026-05-11T13:00+02:00");
		await life.swept();
		life.desk.clock.set("2026-05-12T09:00+02:00");
		await shortened("2026-05-11", ["10:00-16:00"], "požarna vaja");
		await life.swept();
		for (const [id, kind, due, allowance] of [
			[late, "RESOLUTION", "2026-05-11T12:00", 4 * hour],
			[met, "RESPONSE", "2026-05-11T09:00", hour],
		] as const) {
			const why = await whyOf(id, kind);
			assert.equal(local(why.clock.dueAt), due);
			assert.equal(workedMs(why.worked), allowance, "the windows add up to what was judged");
			assert.equal(local(why.worked.at(-1)!.to), due);
			assert.deepEqual(why.closedDays, []);
		}
		const next = await life.handedOver("2026-05-12T09:00+02:00", "EOKENCE", critical);
		assert.equal((await whyOf(next, "RESOLUTION")).calendar.corrections, 2);
	});

	test("an earlier word on a date is what a clock was judged by before the later one", async () => {
		life.desk.clock.set("2026-06-01T07:00+02:00");
		await shortened("2026-06-01", ["10:00-16:00"], "dopoldne zaprto");
		const id = await life.handedOver("2026-06-01T08:00+02:00", "EOKENCE", critical);
		life.desk.clock.set("2026-06-01T10:20+02:00");
		await life.go(acknowledge, id);
		life.desk.clock.set("2026-06-02T08:00+02:00");
		await shortened("2026-06-01", ["08:00-16:00"], "vendarle odprto");
		const why = await whyOf(id, "RESPONSE");
		assert.deepEqual(
			why.worked.map(({ from, to }) => [local(from), local(to)]),
			[["2026-06-01T10:00", "2026-06-01T11:00"]],
		);
		assert.deepEqual(
			why.closedDays.map(({ name }) => name),
			["dopoldne zaprto"],
		);
	});

	test("a work-free day declared for one year is a correction, one of the import is not", async () => {
		const id = await life.handedOver("2026-08-13T15:00+02:00", "EOKENCE", critical);
		life.desk.clock.set("2026-08-13T15:30+02:00");
		await life.desk.perform(recordWorkFreeDay, system, { day: "2026-08-14", name: "dan solidarnosti" });
		await life.swept();
		const why = await whyOf(id, "RESOLUTION");
		assert.deepEqual(
			why.closedDays.map(({ date, name, recordedAt }) => [date, name, local(recordedAt)]),
			[["2026-08-14", "dan solidarnosti", "2026-08-13T15:30"]],
		);
		const easter = await life.handedOver("2026-04-03T14:00+02:00", "EOKENCE", critical);
		assert.deepEqual(
			(await whyOf(easter, "RESOLUTION")).closedDays.map(({ date, recordedAt }) => [date, recordedAt]),
			[["2026-04-06", null]],
		);
	});
});

test("the command line tells every deadline of a ticket in sentences of either language", async () => {
	const id = await life.handedOver("2026-03-12T14:05+01:00", "EOKENCE", critical);
	const told = async (...words: string[]) => {
		const lines: string[] = [];
		assert.equal(
			await tellDeadlines(life.desk.desk, words, { out: (text) => lines.push(text), complain: () => {} }),
			0,
		);
		return lines;
	};
	const [slovenian, english] = [await told(id), await told(id, "--language=en")];
	assert.equal(slovenian.filter((line) => line === "").length, 3, "reply by law, response, resolution");
	assert.equal(slovenian.length, english.length);
	assert.notDeepEqual(slovenian, english);
	assert.ok(slovenian.some((line) => line.includes("08:00–10:05")));
	await assert.rejects(told("318"), { code: "invalid-input" });
	await assert.rejects(told(id, "--language=it"), { code: "invalid-input" });
});

describe("the rest of the account", () => {
	test("another priority is named as what moved it", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		await life.go(overridePriority, id, { priority: "MINOR", reason: "zamenjava brskalnika zadošča" });
		const { moves } = await whyOf(id, "RESOLUTION");
		assert.deepEqual(
			moves.map(({ reason, to }) => [reason, local(to)]),
			[["PRIORITY", "2026-03-17T13:00"]],
		);
	});

	test("the reply by law: the day of receipt does not count; an interim reply is what moved it", async () => {
		const id = await life.received("2026-03-10T09:12+01:00");
		const before = await whyOf(id, "STATUTORY");
		assert.deepEqual(
			before.worked.map(({ from, to }) => [local(from), local(to)]),
			[["2026-03-11T00:00", "2026-03-26T00:00"]],
		);
		await life.go(interimReply, id, { expectedOn: "2026-04-10", body: "Odgovor pripravljamo." });
		const after = await whyOf(id, "STATUTORY");
		assert.equal(after.announcedOn, "2026-04-10");
		assert.deepEqual(
			after.moves.map(({ reason }) => reason),
			["INTERIM_REPLY"],
		);
	});

	test("the picture: the other targets of the current hand-over, and open hours on every day it covers", async () => {
		const id = await life.handedOver("2026-03-16T09:00+01:00", "EOKENCE", critical);
		life.desk.clock.set("2026-03-16T09:30+01:00");
		await life.go(returnToFirstLevel, id, { reason: "MORE_DATA_NEEDED", explanation: "manjka posnetek" });
		life.desk.clock.set("2026-03-20T14:00+01:00");
		await life.go(handOver, id, { summary: "posnetek je priložen" });
		life.desk.clock.set("2026-03-24T12:00+01:00");
		const why = await whyOf(id, "RESOLUTION", 2);
		assert.deepEqual(
			why.others.map(({ kind, round }) => `${kind} ${round}`),
			["STATUTORY 1", "RESPONSE 2"],
		);
		assert.deepEqual([local(why.drawn.from), local(why.drawn.to)], ["2026-03-20T14:00", "2026-03-24T12:00"]);
		assert.deepEqual(
			why.drawn.open.map(({ from, to }) => [local(from), local(to)]),
			[
				["2026-03-20T08:00", "2026-03-20T14:30"],
				["2026-03-23T08:00", "2026-03-23T16:00"],
				["2026-03-24T08:00", "2026-03-24T16:00"],
			],
		);
	});

	test("first level's own: the edition of the catalogue whose hours count", async () => {
		const content = {
			...exampleCatalogue,
			edition: "2026-02",
			firstLevelTargets: { response: "PT1H", resolution: "PT8H" },
		};
		const head = await life.desk.cast("ekc_head");
		const draft = await life.desk.perform(draftCatalogue, system, { content });
		await life.desk.perform(approveCatalogue, head, { id: draft.id, version: draft.version });
		const id = await life.received("2026-09-14T18:30+02:00");
		const why = await whyOf(id, "FIRST_LEVEL_RESPONSE");
		assert.deepEqual([why.catalogue?.number, why.catalogue?.edition, why.agreement], [2, "2026-02", null]);
		assert.equal(why.calendar.hours, "OPENING_HOURS");
	});
});
