import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { supportedService } from "../../../test/support/supported-service.ts";
import { incident, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import type { ServiceId } from "../../kernel/id.ts";
import { clocksOfTicket, clocksOfTickets, whyDeadlineIs } from "../clocks/operations/questions.ts";
import { pastHandOvers } from "../clocks/read/past-hand-overs.ts";
import listTickets from "../queues/operations/list-tickets.ts";
import acknowledge from "./operations/acknowledge.ts";
import handOver from "./operations/hand-over.ts";
import messageSecondLevel from "./operations/message-second-level.ts";
import readAttachment from "./operations/read-attachment.ts";
import readTicket from "./operations/read-ticket.ts";
import receiveReply from "./operations/receive-reply.ts";
import redirect from "./operations/redirect.ts";
import returnToFirstLevel from "./operations/return-to-first-level.ts";
import triage from "./operations/triage.ts";

let desk: TestDesk;
let cast: TicketCast;
let other: ServiceId;
let theirs: { readonly l2: PersonActor; readonly owner: PersonActor };
before(async () => {
	desk = await openTestDesk({ at: "2026-06-12T10:05+02:00" });
	cast = await ticketCast(desk);
	other = (await supportedService(desk, "eprireditev")).serviceId;
	const office = (role: "l2_agent" | "service_owner", handle: string) =>
		desk.cast(role, { handle, organisation: "Naročnik eprireditev", serviceId: other, set: null });
	theirs = { l2: await office("l2_agent", "druga.tehnika"), owner: await office("service_owner", "druga.skrbnica") };
});
after(() => desk.close());

const unknown = { code: "not-found" };
const secret = "Zaupno: napaka v registru naročnika";

/** Handed over to eOkence, where second level wrote and returned it. */
async function returned(reason: "NOT_OUR_COMPETENCE" | "WRONG_SET" | "WRONG_SERVICE" = "WRONG_SERVICE") {
	const ticket = await ticketUpTo(desk, cast, "escalatedL2");
	await ticket.step(acknowledge, cast.l2);
	const file = { fileId: await kept("posnetek"), name: "posnetek.txt", contentType: "text/plain" };
	const mail = { channel: "EMAIL", messageId: "prvi@narocnik.example", senderName: "Cvetka", attachments: [file] };
	const reply = { from: "SECOND_LEVEL", body: secret, ...mail };
	await desk.perform(receiveReply, system, { id: ticket.id, ...reply });
	const { version } = await desk.perform(readTicket, cast.l2, { id: ticket.id });
	await desk.perform(returnToFirstLevel, cast.l2, { id: ticket.id, version, reason, explanation: secret });
	desk.clock.forward({ minutes: 10 });
	return ticket.id;
}

const reckoned = () =>
	desk.database.read(async (tx) => {
		let count = 0;
		for await (const page of pastHandOvers(tx, {}, desk.clock.now())) count += page.length;
		return count;
	});

const kept = (text: string) => desk.database.write((tx) => desk.desk.store.put(tx, Buffer.from(text)));

const classified = async (id: string, facts: object) => {
	const { version } = await desk.perform(readTicket, cast.adviser, { id });
	return desk.perform(triage, cast.adviser, { id, version, ...incident, serviceId: cast.serviceId, ...facts });
};

describe("a ticket that came back from second level", () => {
	test("turns out to be nobody's here and is redirected", async () => {
		const id = await returned("NOT_OUR_COMPETENCE");
		const facts = { type: "OUT_OF_SCOPE", category: null, effect: null };
		const { version } = await classified(id, facts);
		const body = { competentBody: "Upravna enota Kranj", reply: "Obrnite se na upravno enoto." };
		assert.equal((await desk.perform(redirect, cast.adviser, { id, version, ...body })).state, "answered");
		await assert.rejects(desk.perform(readTicket, cast.l2, { id }), unknown);
	});

	test("turns out to be a question", async () => {
		const id = await returned();
		await classified(id, { type: "QUESTION", effect: null });
		const view = await desk.perform(readTicket, cast.adviser, { id });
		assert.deepEqual([view.type, view.effect, view.agreementId], ["QUESTION", null, null]);
		assert.equal((await desk.perform(readTicket, cast.l2, { id })).type, "QUESTION");
	});

	test("is not counted where past hand-overs are reckoned anew once it is something else", async () => {
		const before = await reckoned();
		const id = await returned();
		assert.equal(await reckoned(), before + 1);
		await classified(id, { type: "OUT_OF_SCOPE", category: null, effect: null });
		assert.equal(await reckoned(), before);
	});

	describe("and is another client's", () => {
		let id: string;
		before(async () => {
			id = await returned();
			await classified(id, { serviceId: other, category: "T1.1" });
		});
		const readers = () => [theirs.l2, theirs.owner, cast.l2, cast.owner];
		const listed = async (actor: PersonActor) =>
			(await desk.perform(listTickets, actor, {})).rows.some((row) => row.id === id);

		test("neither client sees it before it is handed over", async () => {
			for (const actor of readers()) {
				await assert.rejects(desk.perform(readTicket, actor, { id }), unknown);
				assert.equal(await listed(actor), false);
			}
		});

		test("after it the other one alone, and nothing of the rounds before", async () => {
			const before = await desk.perform(readTicket, cast.techLead, { id });
			const clocks = (await desk.perform(clocksOfTicket, cast.techLead, { ticketId: id })).clocks;
			await desk.perform(handOver, cast.adviser, { id, version: before.version, summary: "Prijava ne deluje." });
			for (const actor of [theirs.l2, theirs.owner]) {
				const view = await desk.perform(readTicket, actor, { id });
				assert.equal(await listed(actor), true);
				assert.ok(!JSON.stringify(view).includes("Zaupno"));
				assert.deepEqual(
					view.steps.map(({ name }) => name),
					["ticket-received", "ticket-triaged", "ticket-handed-over"],
				);
				const attachmentId = before.messages.flatMap(({ attachments }) => attachments)[0]!.id;
				await assert.rejects(desk.perform(readAttachment, actor, { id, attachmentId }), unknown);
				const own = await desk.perform(clocksOfTicket, actor, { ticketId: id });
				const many = await desk.perform(clocksOfTickets, actor, { ticketIds: [id] });
				assert.ok(own.clocks.length > 0);
				assert.deepEqual(many.rows[0]?.clocks, own.clocks);
				const foreign = clocks.find(({ kind }) => kind === "RESPONSE")!;
				assert.ok(own.clocks.every((clock) => clock.id !== foreign.id));
				await assert.rejects(desk.perform(whyDeadlineIs, actor, { id: foreign.id }), unknown);
				await desk.perform(whyDeadlineIs, actor, { id: own.clocks.find(({ kind }) => kind === "RESPONSE")!.id });
			}
			for (const actor of [cast.l2, cast.owner]) await assert.rejects(desk.perform(readTicket, actor, { id }), unknown);
			const mails = await desk.database.read((tx) =>
				tx
					.selectFrom("outbox")
					.select(["body_text", "in_reply_to"])
					.where("about_id", "=", id)
					.where("purpose", "=", "HAND_OVER")
					.orderBy("queued_at", "desc")
					.execute(),
			);
			assert.match(mails[0]!.body_text, /Prijava ne deluje\./);
			assert.doesNotMatch(mails[0]!.body_text, /v treh brskalnikih|Zaupno/);
			assert.equal(mails[0]!.in_reply_to, null);
		});

		test("while the contact centre sees both sides", async () => {
			const view = await desk.perform(readTicket, cast.adviser, { id });
			assert.ok(JSON.stringify(view.messages).includes(secret));
			assert.ok(view.steps.some(({ name }) => name === "ticket-returned"));
		});
	});

	test("of the other set it is new to the other set's people", async () => {
		const id = await returned("WRONG_SET");
		await classified(id, { category: "V1.1" });
		for (const actor of [cast.l2, cast.l2Content])
			await assert.rejects(desk.perform(readTicket, actor, { id }), unknown);
	});

	test("handed over again unchanged it goes on where it stood", async () => {
		const id = await returned();
		const { version } = await desk.perform(readTicket, cast.adviser, { id });
		const handed = await desk.perform(handOver, cast.adviser, { id, version, summary: "Še enkrat." });
		await desk.perform(messageSecondLevel, cast.adviser, { id, version: handed.version, body: "Glejte zgoraj." });
		assert.ok(JSON.stringify((await desk.perform(readTicket, cast.l2, { id })).messages).includes(secret));
	});
});

test("a user's mail leaves the name with the reporter alone", async () => {
	const { id } = await ticketUpTo(desk, cast, "escalatedL2");
	const reply = { from: "USER", channel: "EMAIL", body: "Še vedno ne dela.", senderName: "Uporabnica Aa" };
	await desk.perform(receiveReply, system, { id, ...reply });
	const view = await desk.perform(readTicket, cast.l2, { id });
	assert.ok(!JSON.stringify(view).includes("Uporabnica"));
});
