import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { incident, receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import { clocksOfTicket } from "../clocks/operations/questions.ts";
import answer from "./operations/answer.ts";
import link from "./operations/link.ts";
import readTicket from "./operations/read-ticket.ts";
import receiveReply from "./operations/receive-reply.ts";
import triage from "./operations/triage.ts";

let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const inWork = () => ticketUpTo(desk, cast, "inProgressL1");
const read = (id: string) => desk.perform(readTicket, cast.adviser, { id });

describe("a child and its parent (SM-2)", () => {
	test("a child that is opened again leaves its parent, and may get another one", async () => {
		const [child, parent, other] = [await inWork(), await ticketUpTo(desk, cast, "escalatedL2"), await inWork()];
		await child.step(link, cast.adviser, { toId: parent.id, kind: "CHILD" });
		const seen = await desk.perform(clocksOfTicket, cast.adviser, { ticketId: child.id });
		assert.ok(seen.clocks.some(({ kind }) => kind === "RESOLUTION"));
		await child.step(answer, cast.adviser, { body: "Napaka je znana." });
		await desk.perform(receiveReply, system, { id: child.id, from: "USER", channel: "EMAIL", body: "Še vedno." });
		const opened = await read(child.id);
		assert.deepEqual([opened.state, opened.parent], ["inProgressL1", null]);
		const own = await desk.perform(clocksOfTicket, cast.adviser, { ticketId: child.id });
		assert.ok(own.clocks.every(({ kind }) => kind !== "RESOLUTION"));
		const wish = { id: child.id, version: opened.version, toId: other.id, kind: "CHILD" };
		assert.equal((await desk.perform(link, cast.adviser, wish)).state, "linked");
		assert.equal((await read(child.id)).parent?.id, other.id);
	});

	test("a parent becomes nobody's child", async () => {
		const [child, parent, other] = [await inWork(), await inWork(), await inWork()];
		await child.step(link, cast.adviser, { toId: parent.id, kind: "CHILD" });
		await assert.rejects(parent.step(link, cast.adviser, { toId: other.id, kind: "CHILD" }), {
			obstacles: [{ code: "has-children", at: "toId" }],
		});
	});

	test("subjects of linked tickets are covered as everywhere", async () => {
		const facts = { ...incident, serviceId: cast.serviceId };
		const other = await receivedTicket(desk, { subject: "Uporabnica Aa, EMŠO 3102990500000" });
		await other.step(triage, cast.adviser, facts);
		const ticket = await inWork();
		await ticket.step(link, cast.adviser, { toId: other.ref().id, kind: "RELATED" });
		const [linked] = (await read(ticket.id)).linked;
		assert.equal(linked?.subject, "Uporabnica Aa, EMŠO •••••••••••••");
	});
});

test("a suspected breach stays suspected when the ticket is classified anew, until somebody says otherwise", async () => {
	const ticket = await receivedTicket(desk);
	const facts = { ...incident, serviceId: cast.serviceId, type: "SECURITY_INCIDENT", category: "T3.1" };
	await ticket.step(triage, cast.techLead, { ...facts, personalDataBreachSuspected: true });
	const { id } = ticket.ref();
	const suspected = async () => {
		const view = await desk.perform(readTicket, cast.techLead, { id });
		return [view.personalDataBreachSuspected, view.priority?.flags.includes("personal_data_breach_suspected")];
	};
	await ticket.step(triage, cast.techLead, facts);
	assert.deepEqual(await suspected(), [true, true]);
	await ticket.step(triage, cast.techLead, { ...facts, personalDataBreachSuspected: false });
	assert.deepEqual(await suspected(), [false, false]);
});
