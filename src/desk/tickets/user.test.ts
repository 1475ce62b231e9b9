import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import { receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import askUser from "./operations/ask-user.ts";
import close from "./operations/close.ts";
import correctReporter from "./operations/correct-reporter.ts";
import handOver from "./operations/hand-over.ts";
import markSpam from "./operations/mark-spam.ts";
import messageSecondLevel from "./operations/message-second-level.ts";
import note from "./operations/note.ts";
import ofCaller from "./operations/of-caller.ts";
import readTicket from "./operations/read-ticket.ts";
import receiveReply from "./operations/receive-reply.ts";
import reopen from "./operations/reopen.ts";
import replyByToken from "./operations/reply-by-token.ts";
import restrict from "./operations/restrict.ts";
import settleSilence from "./operations/settle-silence.ts";
import silent from "./operations/silent.ts";
import solve from "./operations/solve.ts";
import track from "./operations/track.ts";
import { followToken, followUrl } from "./read.ts";

const start = "2026-03-12T14:05+01:00";
let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk({ at: start });
	cast = await ticketCast(desk);
});
beforeEach(() => desk.clock.set(start));
after(() => desk.close());

const answered = async () => {
	const ticket = await ticketUpTo(desk, cast, "inProgressL1");
	await ticket.step(solve, cast.adviser, { solution: "koda v potrditvi", reply: "Odpoved je v potrditvi." });
	return ticket;
};
const mail = { from: "USER", channel: "EMAIL", body: "Še nekaj." } as const;

describe("the tracking page", () => {
	test("shows what was said to the user and nothing of the inside", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		await ticket.step(note, cast.adviser, { body: "notranje" });
		await ticket.step(messageSecondLevel, cast.adviser, { body: "drugemu nivoju" });
		const page = await desk.perform(track, publicActor, { token: ticket.token });
		assert.equal(page.state, "IN_PROGRESS");
		assert.equal(page.replyBy, "2026-03-27");
		assert.equal(page.serviceName, "eOkence");
		assert.equal(page.messages.length, 1);
		assert.ok(!/notranje|drugemu/.test(JSON.stringify(page)));
	});
	test("the link of a mail opens the same page; reading it uses nothing up and leaves no trace", async () => {
		const ticket = await receivedTicket(desk);
		const token = followToken(desk.desk.settings, ticket.ref().id);
		assert.ok(followUrl(desk.desk.settings, ticket.ref().id).endsWith(`/sledenje/${token}`));
		for (let opened = 0; opened < 3; opened += 1) await desk.perform(track, publicActor, { token });
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.ref().id })).version, 1);
	});
	test("a link that was changed opens nothing", async () => {
		const { token } = await receivedTicket(desk);
		const last = token.at(-2) === "A" ? "B" : "A";
		for (const forged of [
			token.slice(0, -2) + last + token.slice(-1),
			token.slice(0, -4),
			`${token}AAAA`,
			"A".repeat(43),
		]) {
			await assert.rejects(desk.perform(track, publicActor, { token: forged }), { code: "not-found" });
			await assert.rejects(desk.perform(replyByToken, publicActor, { token: forged, body: "x" }), {
				code: "not-found",
			});
		}
	});
	test("a reply on the page wakes the ticket that waits for it", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await ticket.step(askUser, cast.adviser, { body: "Kateri brskalnik?" });
		assert.equal((await desk.perform(track, publicActor, { token: ticket.token })).state, "WAITING_FOR_USER");
		const taken = await desk.perform(replyByToken, publicActor, { token: ticket.token, body: "Firefox" });
		assert.deepEqual(taken, { number: ticket.ref().number, isNewTicket: false });
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.id })).state, "inProgressL1");
	});
});

describe("a further word of the user", () => {
	test("joins an open ticket", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const taken = await desk.perform(receiveReply, system, { ...mail, id: ticket.id });
		assert.equal(taken.outcome, "ADDED");
		assert.equal(taken.ticket.state, "escalatedL2");
	});
	test("comes once by its Message-ID", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		const reply = { ...mail, id: ticket.id, messageId: "abc@example.si" };
		await desk.perform(receiveReply, system, reply);
		await assert.rejects(desk.perform(receiveReply, system, reply), { code: "message-repeated" });
	});
	test("opens an answered ticket again within the catalogue's days", async () => {
		const ticket = await answered();
		desk.clock.set("2026-03-26T14:05+01:00");
		const taken = await desk.perform(receiveReply, system, { ...mail, id: ticket.id });
		assert.equal(taken.outcome, "REOPENED");
		assert.equal(taken.ticket.state, "inProgressL1");
	});
	test("after them it begins a new ticket, linked to the old one", async () => {
		const ticket = await answered();
		await ticket.step(close, cast.adviser);
		assert.equal((await desk.perform(track, publicActor, { token: ticket.token })).isReplyToThis, true);
		desk.clock.set("2026-03-26T14:06+01:00");
		assert.equal((await desk.perform(track, publicActor, { token: ticket.token })).isReplyToThis, false);
		await assert.rejects(ticket.step(reopen, cast.adviser, { reason: "pozno" }), { code: "reopening-over" });
		const taken = await desk.perform(receiveReply, system, { ...mail, id: ticket.id });
		assert.equal(taken.outcome, "NEW_TICKET");
		const view = await desk.perform(readTicket, cast.adviser, { id: taken.ticket.id });
		assert.equal(view.reporter?.email, "uporabnica@example.si");
		assert.deepEqual(
			view.linked.map((one) => [one.id, one.kind]),
			[[ticket.id, "FOLLOW_UP"]],
		);
	});
	test("second level's mail joins the side thread and moves nothing", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const reply = { id: ticket.id, from: "SECOND_LEVEL", channel: "EMAIL", senderName: "Cvetka", body: "Gledamo." };
		await desk.perform(receiveReply, system, reply);
		const view = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
		assert.equal(view.state, "escalatedL2");
		assert.deepEqual([view.messages.at(-1)?.audience, view.messages.at(-1)?.authorName], ["SECOND_LEVEL", "Cvetka"]);
	});
	test("only our doors say that somebody wrote", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await assert.rejects(desk.perform(receiveReply, cast.adviser, { ...mail, id: ticket.id }), { code: "not-allowed" });
	});
});

describe("silence", () => {
	const due = async (id: string) => (await desk.perform(silent, system, {})).ids.some((one) => one === id);
	const steps = async (id: string) =>
		(await desk.perform(readTicket, cast.adviser, { id })).steps.map((step) => step.name).slice(-1);

	test("a question is repeated after three and seven days, after fourteen the ticket closes", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await ticket.step(askUser, cast.adviser, { body: "Kateri brskalnik?" });
		assert.equal(await due(ticket.id), false);
		await assert.rejects(desk.perform(settleSilence, system, { id: ticket.id }), { code: "nothing-due" });
		for (const [day, fact] of [
			["15", "user-reminded"],
			["19", "user-reminded"],
			["26", "ticket-closed"],
		]) {
			desk.clock.set(`2026-03-${day}T14:05+01:00`);
			assert.equal(await due(ticket.id), true);
			await desk.perform(settleSilence, system, { id: ticket.id });
			assert.equal(await due(ticket.id), false);
			assert.deepEqual(await steps(ticket.id), [fact]);
		}
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.id })).closeReason, "NO_ANSWER_FROM_USER");
	});
	test("an answer is not repeated, its silence closes the ticket", async () => {
		const ticket = await answered();
		desk.clock.set("2026-03-20T14:05+01:00");
		assert.equal(await due(ticket.id), false);
		desk.clock.set("2026-03-26T14:05+01:00");
		await desk.perform(settleSilence, system, { id: ticket.id });
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.id })).closeReason, "SILENCE_AFTER_ANSWER");
	});
	test("work that goes on after an answer is not closed by silence", async () => {
		const ticket = await answered();
		await ticket.step(handOver, cast.adviser, { summary: "x" });
		desk.clock.set("2026-04-12T14:05+02:00");
		assert.equal(await due(ticket.id), false);
		await assert.rejects(desk.perform(settleSilence, system, { id: ticket.id }), { code: "wrong-state" });
	});
	test("the sweeper's acts are nobody's", async () => {
		await assert.rejects(desk.perform(silent, cast.techLead, {}), { code: "not-allowed" });
		const ticket = await answered();
		await assert.rejects(desk.perform(settleSilence, cast.techLead, { id: ticket.id }), { code: "not-allowed" });
	});
});

test("who asked is set right: addresses count from then on, the group is counted, the record says what and not to what", async () => {
	const ticket = await ticketUpTo(desk, cast, "escalatedL2");
	const right = { name: "Uporabnik Be", email: "be@podjetje.example", phone: "040 000 003", group: "company" } as const;
	await ticket.step(correctReporter, cast.adviser, right);
	const view = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
	assert.deepEqual(view.reporter, right);
	const step = view.steps.at(-1)!;
	assert.deepEqual(
		[step.name, step.codes],
		["reporter-corrected", { group: "company", changed: ["name", "email", "phone", "group"] }],
	);
	await ticket.step(correctReporter, cast.adviser, { ...right, phone: null });
	const again = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
	assert.deepEqual(again.steps.at(-1)?.codes, { group: "company", changed: ["phone"] });
	await assert.rejects(ticket.step(correctReporter, cast.l2, right), { code: "not-allowed" });
	await assert.rejects(ticket.step(correctReporter, cast.adviser, { ...right, email: "be@" }), {
		code: "invalid-input",
	});
});

describe("whoever calls again", () => {
	const found = async (caller: object, actor = cast.adviser) =>
		(await desk.perform(ofCaller, actor, caller)).rows.map(({ number }) => number);
	test("is known by the number however it is written, and by the address", async () => {
		const reporter = { name: "Klicatelj", email: "klicatelj@example.si", phone: "+386 (0)31 555-777" };
		const { number } = (await receivedTicket(desk, { channel: "PHONE", reporter })).ref();
		for (const caller of [{ phone: "031 555 777" }, { phone: "0038631555777" }, { email: "Klicatelj@Example.si" }])
			assert.deepEqual(await found(caller), [number], JSON.stringify(caller));
		for (const caller of [{ phone: "555 777" }, { phone: "031 555 778" }, { email: "klicatelj@example.com" }, {}])
			assert.deepEqual(await found(caller), [], JSON.stringify(caller));
		await assert.rejects(found({ phone: "031 555 777" }, cast.l2), { code: "not-allowed" });
	});
	test("sees no closed ticket there, and no restricted one that the adviser does not see", async () => {
		const reporter = { phone: "041 111 222" };
		const closed = await receivedTicket(desk, { reporter });
		await closed.step(markSpam, cast.adviser);
		const restricted = await receivedTicket(desk, { reporter });
		await restricted.step(restrict, cast.techLead);
		assert.deepEqual(await found(reporter), []);
		assert.deepEqual(await found(reporter, cast.techLead), [restricted.ref().number]);
	});
});
