import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import { incident, receivedTicket, type TicketCast, ticketCast } from "../../../test/support/tickets.ts";
import { train } from "../../../test/support/training.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import assign from "./operations/assign.ts";
import assignees from "./operations/assignees.ts";
import handOver from "./operations/hand-over.ts";
import readTicket from "./operations/read-ticket.ts";
import take from "./operations/take.ts";
import triage from "./operations/triage.ts";

describe("qualification for a ticket's set", () => {
	let desk: TestDesk;
	let cast: TicketCast;
	before(async () => {
		desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
		cast = await ticketCast(desk);
	});
	after(() => desk.close());

	test("who is not qualified for the set is warned and not refused; the fact says so by its code (SM-2)", async () => {
		const trained = await desk.cast("ekc_adviser", { handle: "usposobljena" });
		await train(desk, cast.serviceId, "TECHNICAL", [trained]);
		const ticket = await receivedTicket(desk);
		const { id } = ticket.ref();
		const codes = async (actor: PersonActor) =>
			(await desk.perform(readTicket, actor, { id })).warnings.map(({ code }) => code);
		const lastWarnings = async (name: string) => {
			const { payload } = await desk.database.read((tx) =>
				tx
					.selectFrom("fact")
					.select("payload")
					.where("name", "=", name)
					.where("aggregate_id", "=", id)
					.orderBy("aggregate_version", "desc")
					.executeTakeFirstOrThrow(),
			);
			return (payload as { warnings: string[] }).warnings;
		};
		assert.deepEqual(await codes(cast.adviser), []);
		await ticket.step(triage, cast.adviser, { ...incident, serviceId: cast.serviceId, take: false });
		assert.deepEqual(await codes(cast.adviser), ["reader-not-qualified"]);
		assert.deepEqual([await codes(trained), await codes(cast.techLead), await codes(cast.head)], [[], [], []]);
		await ticket.step(take, cast.adviser);
		assert.deepEqual(await lastWarnings("ticket-taken"), ["owner-not-qualified"]);
		assert.deepEqual(await codes(cast.adviser), ["reader-not-qualified"]);
		assert.deepEqual(await codes(trained), ["owner-not-qualified"]);

		const { rows } = await desk.perform(assignees, trained, { id });
		const warned = rows.filter(({ warnings }) => warnings.length > 0).map(({ personId }) => personId);
		assert.ok(warned.includes(cast.adviser.personId) && !warned.includes(trained.personId));
		await ticket.step(assign, cast.adviser, { ownerId: trained.personId });
		assert.deepEqual(await lastWarnings("ticket-assigned"), []);
		assert.deepEqual(await codes(trained), []);
		await ticket.step(assign, cast.adviser, { ownerId: cast.contentLead.personId });
		assert.deepEqual(await lastWarnings("ticket-assigned"), ["owner-not-qualified"]);
		await ticket.step(handOver, cast.adviser, { summary: "Napaka 500." });
		assert.deepEqual(await codes(cast.l2), []);
	});

	test("a restricted ticket may be given to the technical lead alone", async () => {
		const ticket = await receivedTicket(desk);
		await ticket.step(triage, cast.techLead, { ...incident, type: "SECURITY_INCIDENT", serviceId: cast.serviceId });
		const { rows } = await desk.perform(assignees, cast.techLead, { id: ticket.ref().id });
		assert.deepEqual(
			rows.map(({ personId }) => personId),
			[cast.techLead.personId],
		);
	});
});
