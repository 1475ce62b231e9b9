import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import { type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { deliveries, suggestions } from "../channels/operations/ticket-questions.ts";
import escalate from "../clocks/operations/escalate.ts";
import { list } from "../queues/contract.ts";
import listTickets from "../queues/operations/list-tickets.ts";
import acknowledge from "./operations/acknowledge.ts";
import messageSecondLevel from "./operations/message-second-level.ts";
import note from "./operations/note.ts";
import readTicket from "./operations/read-ticket.ts";
import restrict from "./operations/restrict.ts";
import reveal from "./operations/reveal.ts";
import { mayDo, type Subject } from "./policy.ts";
import { ticketInScope } from "./read.ts";
import { ticketActs } from "./rules/life-cycle.ts";

let desk: TestDesk;
let cast: TicketCast;
let ticket: Awaited<ReturnType<typeof ticketUpTo>>;
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
	ticket = await ticketUpTo(desk, cast, "escalatedL2");
	await ticket.step(note, cast.adviser, { body: "stranka je jezna" });
	await ticket.step(restrict, cast.techLead);
});
after(() => desk.close());

/** One person with the offices of several. */
const together = (first: PersonActor, ...others: readonly PersonActor[]): PersonActor => ({
	...first,
	holdings: [first, ...others].flatMap((one) => one.holdings),
});
const allowed = async (actor: PersonActor) => {
	const { can } = await desk.perform(readTicket, actor, { id: ticket.id });
	return Object.entries(can).flatMap(([act, obstacles]) =>
		obstacles.some(({ code }) => code === "not-allowed") ? [] : [act],
	);
};

describe("a restricted ticket and a person with two offices (§2.2)", () => {
	test("who owns the service and advises too reads it as its owner, and does nothing with it", async () => {
		const actor = together(cast.owner, cast.adviser);
		const { id } = ticket;
		const view = await desk.perform(readTicket, actor, { id });
		const theirs = await desk.perform(readTicket, cast.owner, { id });
		assert.deepEqual(view, theirs);
		assert.equal(view.reporter, null);
		assert.ok(!JSON.stringify(view).includes("jezna"));
		assert.deepEqual(await allowed(actor), []);
		const messageId = view.messages[0]?.id;
		for (const [operation, input] of [
			[reveal, { id, messageId }],
			[deliveries, { ticketId: id }],
			[suggestions, { ticketId: id }],
			[escalate, { ticketId: id }],
		] as const) {
			await assert.rejects(desk.perform(operation as never, actor, input), { code: "not-allowed" });
		}
	});

	test("in a list its subject is covered as for its owner", async () => {
		await desk.database.write((tx) =>
			tx.updateTable("queue_row").set({ subject: "Kličite 040 000 002" }).where("ticket_id", "=", ticket.id).execute(),
		);
		const subjectFor = async (actor: PersonActor) => {
			const { rows } = await desk.perform(listTickets, actor, list.input.parse({}));
			return rows.find((row) => row.id === ticket.id)?.subject;
		};
		assert.equal(await subjectFor(together(cast.owner, cast.adviser)), await subjectFor(cast.owner));
		assert.notEqual(await subjectFor(cast.techLead), await subjectFor(cast.owner));
	});

	test("an unnamed member of second level does not act on it through another office that only reads", async () => {
		const actor = together(cast.l2, cast.owner);
		assert.deepEqual(await allowed(actor), []);
		await assert.rejects(ticket.step(acknowledge, actor), { code: "not-allowed" });
		await ticket.step(restrict, cast.techLead, { namedPersons: [cast.l2.personId] });
		assert.ok((await allowed(actor)).includes("acknowledge"));
	});

	test("the technical custodian who also advises writes as the client", async () => {
		const actor = together(cast.technicalCustodian, cast.adviser);
		await assert.rejects(ticket.step(note, actor, { body: "x" }), { code: "not-allowed" });
		await ticket.step(messageSecondLevel, actor, { body: "Prevzemamo." });
		const { messages } = await desk.perform(readTicket, cast.techLead, { id: ticket.id });
		assert.equal(messages.at(-1)?.direction, "IN");
	});

	test("two offices that do not see it see it no better together", async () => {
		const actor = together(cast.contentLead, cast.contentCustodian, cast.l2Content);
		await assert.rejects(desk.perform(readTicket, actor, { id: ticket.id }), { code: "not-found" });
	});

	test("whatever the offices: an act is open to a person when one of them alone opens it", async () => {
		const subjects: Subject[] = [];
		for (const one of [ticket, await ticketUpTo(desk, cast, "escalatedL2")]) {
			const system = { kind: "system", name: "test" } as const;
			const context = { actor: system, now: desk.clock.now() };
			subjects.push(await desk.database.read((tx) => ticketInScope({ tx, ...context } as never, one.id)));
		}
		const people = [cast.adviser, cast.techLead, cast.contentLead, cast.head, cast.owner, cast.technicalCustodian];
		const holdings = [...people, cast.contentCustodian, cast.l2, cast.l2Content].flatMap((one) => one.holdings);
		const property = fc.property(
			fc.subarray(holdings),
			fc.constantFrom(cast.l2.personId, cast.adviser.personId),
			fc.constantFrom(...subjects),
			fc.constantFrom(...ticketActs),
			(offices, personId, subject, act) => {
				const isRefused = (actor: PersonActor) => mayDo(act, actor, subject).some(({ code }) => code === "not-allowed");
				const alone = offices.map((office): PersonActor => ({ kind: "person", personId, holdings: [office] }));
				return isRefused({ kind: "person", personId, holdings: offices }) === alone.every(isRefused);
			},
		);
		fc.assert(property, { numRuns: 1000 });
	});
});
