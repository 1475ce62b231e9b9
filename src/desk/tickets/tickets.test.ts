import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { publicActor, system, openTestDesk, type TestDesk } from "../../../test/support/desk.ts";
import { incident, receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import acknowledge from "./operations/acknowledge.ts";
import addCall from "./operations/add-call.ts";
import answer from "./operations/answer.ts";
import askOtherBody from "./operations/ask-other-body.ts";
import askUser from "./operations/ask-user.ts";
import assign from "./operations/assign.ts";
import close from "./operations/close.ts";
import continueWork from "./operations/continue-work.ts";
import handOver from "./operations/hand-over.ts";
import interimReply from "./operations/interim-reply.ts";
import link from "./operations/link.ts";
import markSpam from "./operations/mark-spam.ts";
import messageSecondLevel from "./operations/message-second-level.ts";
import note from "./operations/note.ts";
import overridePriority from "./operations/override-priority.ts";
import propose from "./operations/propose.ts";
import readTicket from "./operations/read-ticket.ts";
import receive from "./operations/receive.ts";
import recordOtherBodyAnswer from "./operations/record-other-body-answer.ts";
import redirect from "./operations/redirect.ts";
import registerCall from "./operations/register-call.ts";
import reopen from "./operations/reopen.ts";
import returnToFirstLevel from "./operations/return-to-first-level.ts";
import solve from "./operations/solve.ts";
import solveAtSecondLevel from "./operations/solve-at-second-level.ts";
import start from "./operations/start.ts";
import take from "./operations/take.ts";
import triage from "./operations/triage.ts";

let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const factNames = (id: string) =>
	desk.database.read(async (tx) => {
		const rows = await tx
			.selectFrom("fact")
			.select("name")
			.where("aggregate", "=", "ticket")
			.where("aggregate_id", "=", id)
			.orderBy("ordinal")
			.execute();
		return rows.map((row) => row.name);
	});
const refusal = (code: string) => (error: unknown) => {
	assert.equal((error as { code?: string }).code, code);
	return true;
};

describe("intake", () => {
	test("a mail becomes a ticket with its own number and a statutory day", async () => {
		const first = await desk.perform(receive, system, {
			channel: "EMAIL",
			reporter: {},
			subject: "odpoved enega termina",
			body: "Kako?",
		});
		const second = await desk.perform(receive, system, {
			channel: "EMAIL",
			reporter: {},
			subject: "odpoved",
			body: "Kako?",
		});
		assert.equal(second.number, first.number + 1);
		assert.equal(first.state, "received");
		assert.equal(first.replyBy, "2026-03-27");
		assert.deepEqual(await factNames(first.id), ["ticket-received"]);
	});
	test("doors and advisers take in; the public comes through a door, files through it alone", async () => {
		const form = { channel: "WEB_FORM", reporter: { email: "a@example.si" }, subject: "x", body: "y" };
		assert.equal((await desk.perform(receive, cast.adviser, form)).state, "received");
		await assert.rejects(desk.perform(receive, publicActor, form), refusal("not-allowed"));
		await assert.rejects(desk.perform(receive, cast.l2, form), refusal("not-allowed"));
		const attachments = [{ fileId: "a".repeat(64), name: "x.png", contentType: "image/png" }];
		await assert.rejects(desk.perform(receive, cast.adviser, { ...form, attachments }), refusal("files-by-door-only"));
	});
	test("a service that is none of ours and a day to come are refused", async () => {
		const mail = { channel: "EMAIL", reporter: {}, subject: "x", body: "y" };
		const unknown = "00000000-0000-7000-8000-000000000000";
		await assert.rejects(desk.perform(receive, system, { ...mail, serviceId: unknown }), refusal("unknown-service"));
		await assert.rejects(
			desk.perform(receive, system, { ...mail, receivedAt: "2026-03-12T14:06+01:00" }),
			refusal("received-in-the-future"),
		);
	});
	test("a call needs caller and subject; whoever takes it has the ticket", async () => {
		const call = await desk.perform(registerCall, cast.adviser, {
			caller: { name: "Klicatelj B" },
			subject: "ne more se prijaviti",
		});
		const view = await desk.perform(readTicket, cast.adviser, { id: call.id });
		assert.equal(view.owner?.id, cast.adviser.personId);
		assert.equal(view.channel, "PHONE");
		await assert.rejects(desk.perform(registerCall, cast.head, { caller: {}, subject: "x" }), refusal("not-allowed"));
	});
	test("spam goes aside and comes back when it was none; a call never is", async () => {
		const ticket = await receivedTicket(desk);
		assert.equal((await ticket.step(markSpam, cast.adviser)).state, "spam");
		assert.equal((await ticket.step(reopen, cast.adviser, { reason: "ni bila reklama" })).state, "received");
		const call = await desk.perform(registerCall, cast.adviser, { caller: {}, subject: "klic" });
		await assert.rejects(
			desk.perform(markSpam, cast.adviser, { id: call.id, version: 1 }),
			refusal("phone-note-is-no-spam"),
		);
	});
});

describe("first level", () => {
	test("R01: classified, taken, solved and answered in two steps, closed", async () => {
		const ticket = await receivedTicket(desk);
		await ticket.step(triage, cast.adviser, {
			type: "QUESTION",
			serviceId: cast.serviceId,
			category: "V1.2",
			effect: "REDUCED",
			take: true,
		});
		const view = await desk.perform(readTicket, cast.adviser, { id: ticket.ref().id });
		assert.equal(view.set, "CONTENT");
		assert.equal(view.priority, null);
		assert.equal(
			(await ticket.step(solve, cast.adviser, { solution: "koda v potrditvi", reply: "Vajin termin …" })).state,
			"answered",
		);
		assert.equal((await ticket.step(close, cast.adviser)).state, "closed");
		assert.deepEqual(await factNames(ticket.ref().id), [
			"ticket-received",
			"ticket-triaged",
			"ticket-taken",
			"ticket-solved",
			"ticket-answered",
			"ticket-closed",
		]);
	});
	test("take, assign and note keep the state; only advisers own tickets", async () => {
		const ticket = await receivedTicket(desk);
		assert.equal((await ticket.step(take, cast.adviser)).state, "received");
		assert.equal((await ticket.step(note, cast.head, { body: "stranka čaka" })).state, "received");
		await assert.rejects(
			ticket.step(assign, cast.adviser, { ownerId: cast.owner.personId }),
			refusal("owner-is-no-adviser"),
		);
		await ticket.step(assign, cast.adviser, { ownerId: cast.contentLead.personId });
		await ticket.step(assign, cast.contentLead, { ownerId: null });
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.ref().id })).owner, null);
	});
	test("an incomplete classification names everything that is missing", async () => {
		const ticket = await receivedTicket(desk);
		const wish = { type: "INCIDENT", serviceId: cast.serviceId, soleChannel: true };
		await assert.rejects(ticket.step(triage, cast.adviser, wish), (error: { obstacles: { code: string }[] }) => {
			assert.deepEqual(
				error.obstacles.map((one) => one.code),
				["category-missing", "effect-missing", "reason-missing"],
			);
			return true;
		});
		await assert.rejects(
			ticket.step(triage, cast.adviser, { ...incident, serviceId: cast.serviceId, category: "X9" }),
			refusal("unknown-category"),
		);
	});
	test("R09: out of scope is redirected with the competent body and answered", async () => {
		const ticket = await receivedTicket(desk);
		await ticket.step(triage, cast.adviser, { type: "OUT_OF_SCOPE" });
		assert.equal(
			(await ticket.step(redirect, cast.adviser, { competentBody: "Upravna enota", reply: "Obrnite se na …" })).state,
			"answered",
		);
		assert.deepEqual((await factNames(ticket.ref().id)).slice(2), ["ticket-redirected", "ticket-answered"]);
		await ticket.step(close, cast.adviser);
	});
	test("what is in scope is not redirected", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await assert.rejects(ticket.step(redirect, cast.adviser, { competentBody: "Upravna enota" }), refusal("in-scope"));
	});
	test("an override keeps what was computed and needs the scheme's own label", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await assert.rejects(
			ticket.step(overridePriority, cast.adviser, { priority: "MINOR", reason: "xxx" }),
			refusal("not-allowed"),
		);
		await assert.rejects(
			ticket.step(overridePriority, cast.techLead, { priority: "P1", reason: "xxx" }),
			refusal("priority-of-other-scheme"),
		);
		await ticket.step(overridePriority, cast.techLead, { priority: "MAJOR", reason: "obvod obstaja" });
		await ticket.step(handOver, cast.adviser, { summary: "x" });
		const { priority } = await desk.perform(readTicket, cast.techLead, { id: ticket.id });
		assert.equal(priority?.code, "MAJOR");
		assert.equal(priority?.rank, 2);
		assert.equal(priority?.override?.computed, "CRITICAL");
		assert.deepEqual(priority?.flags, ["mixed_cell_solo_not_sole_channel"]);
	});
	test("R05: a child is linked, answered, and closes with its parent", async () => {
		const parent = await ticketUpTo(desk, cast, "escalatedL2");
		const child = await receivedTicket(desk);
		await child.step(triage, cast.adviser, { ...incident, serviceId: cast.serviceId, take: false });
		assert.equal((await child.step(link, cast.adviser, { toId: parent.id, kind: "CHILD" })).state, "linked");
		await parent.step(acknowledge, cast.l2);
		await parent.step(solveAtSecondLevel, cast.l2, { solution: "popravljeno" });
		await parent.step(answer, cast.adviser, { body: "Deluje." });
		await assert.rejects(parent.step(close, cast.adviser), refusal("children-open"));
		await child.step(answer, cast.adviser, { body: "Obvestilo o izpadu" });
		await parent.step(close, cast.adviser);
		const view = await desk.perform(readTicket, cast.adviser, { id: child.ref().id });
		assert.equal(view.closeReason, "WITH_PARENT");
		assert.equal(view.parent?.id, parent.id);
	});
	test("R12: a link that only points changes no state", async () => {
		const original = await ticketUpTo(desk, cast, "escalatedL2");
		const complaint = await receivedTicket(desk);
		await complaint.step(triage, cast.adviser, { type: "COMPLAINT", serviceId: cast.serviceId, category: "V9" });
		assert.equal((await complaint.step(link, cast.adviser, { toId: original.id, kind: "RELATED" })).state, "triaged");
		await assert.rejects(
			complaint.step(link, cast.adviser, { toId: original.id, kind: "RELATED" }),
			refusal("linked-already"),
		);
	});
	test("an interim reply names a day to come", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await assert.rejects(
			ticket.step(interimReply, cast.adviser, { body: "x", expectedOn: "2026-03-11" }),
			refusal("expected-day-past"),
		);
		assert.equal(
			(await ticket.step(interimReply, cast.adviser, { body: "x", expectedOn: "2026-04-10" })).state,
			"inProgressL1",
		);
		assert.equal(
			(await desk.perform(readTicket, cast.adviser, { id: ticket.id })).interimReplyExpectedOn,
			"2026-04-10",
		);
	});
});

describe("second level", () => {
	test("R03: handed over, acknowledged, started, solved, answered, closed", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const view = await desk.perform(readTicket, cast.l2, { id: ticket.id });
		assert.equal(view.agreementId, cast.agreementId);
		assert.deepEqual(view.priority, {
			code: "CRITICAL",
			rank: 1,
			table: "solo",
			flags: ["mixed_cell_solo_not_sole_channel"],
			override: null,
		});
		await ticket.step(acknowledge, cast.l2, { externalReference: "JIRA-1" });
		await ticket.step(start, cast.l2);
		await ticket.step(propose, cast.l2, { kind: "ANSWER", body: "Poskusite znova." });
		assert.equal((await ticket.step(solveAtSecondLevel, cast.l2, { solution: "popravljeno" })).state, "solved");
		await assert.rejects(ticket.step(close, cast.adviser), refusal("not-answered"));
		await ticket.step(answer, cast.adviser, { body: "Poskusite znova." });
		await ticket.step(close, cast.adviser);
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.id })).solvedLevel, 2);
	});
	test("handed over twice: the second one is stale, with a fresh version it is in the wrong state", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		const before = ticket.ref();
		await ticket.step(handOver, cast.adviser, { summary: "x" });
		const again = { id: before.id, summary: "x" };
		await assert.rejects(
			desk.perform(handOver, cast.techLead, { ...again, version: before.version }),
			(error: { code: string; details: object }) => {
				assert.equal(error.code, "stale");
				assert.deepEqual(error.details, { current: before.version + 1, changes: ["ticket-handed-over"] });
				return true;
			},
		);
		await assert.rejects(ticket.step(handOver, cast.adviser, again), refusal("wrong-state"));
	});
	test("a target that the path does not have is refused", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await assert.rejects(
			ticket.step(handOver, cast.adviser, { summary: "x", targetOrder: 9 }),
			refusal("unknown-target"),
		);
	});
	test("the user is asked, answers, and work goes on where it stopped", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		await ticket.step(acknowledge, cast.l2);
		await ticket.step(propose, cast.l2, { kind: "QUESTION", body: "Kateri brskalnik?" });
		assert.equal((await ticket.step(askUser, cast.adviser, { body: "Kateri brskalnik?" })).state, "waitingUser");
		await assert.rejects(ticket.step(solveAtSecondLevel, cast.l2, { solution: "x" }), refusal("wrong-state"));
		assert.equal((await ticket.step(addCall, cast.adviser, { body: "Firefox" })).state, "acknowledgedL2");
		await ticket.step(askUser, cast.adviser, { body: "In različica?" });
		assert.equal((await ticket.step(continueWork, cast.l2)).state, "acknowledgedL2");
		const pauses = await desk.database.read((tx) =>
			tx.selectFrom("ticket_pause").selectAll().where("ticket_id", "=", ticket.id).execute(),
		);
		assert.ok(pauses.every((pause) => pause.until !== null));
	});
	test("another body is asked; work is in progress when it answered", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1", { otherBodies: ["upravljavec prijave"] });
		await ticket.step(handOver, cast.adviser, { summary: "x" });
		await ticket.step(acknowledge, cast.l2);
		await ticket.step(askOtherBody, cast.l2, { name: "upravljavec prijave", question: "Ali deluje?" });
		const { otherBodies } = await desk.perform(readTicket, cast.l2, { id: ticket.id });
		assert.equal(otherBodies.length, 1);
		const otherBodyId = otherBodies[0]!.id;
		assert.equal(
			(await ticket.step(recordOtherBodyAnswer, cast.l2, { otherBodyId, answer: "Deluje." })).state,
			"inProgressL2",
		);
		await ticket.step(askOtherBody, cast.l2, { name: "občina", question: "Kdaj?" });
		await assert.rejects(
			ticket.step(recordOtherBodyAnswer, cast.l2, { otherBodyId, answer: "Še enkrat." }),
			refusal("other-body-not-asked"),
		);
		assert.equal((await ticket.step(solveAtSecondLevel, cast.l2, { solution: "x" })).state, "solved");
	});
	test("returned, handed over again: counted, and the version in force is pinned anew", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		assert.equal(
			(await ticket.step(returnToFirstLevel, cast.l2, { reason: "MORE_DATA_NEEDED", explanation: "brskalnik?" })).state,
			"inProgressL1",
		);
		await ticket.step(handOver, cast.adviser, { summary: "Firefox" });
		const { counts } = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
		assert.deepEqual(counts, { handOvers: 2, returns: 1, reopenings: 0 });
	});
	test("R11: answered first, handed over after, closed when second level has solved it", async () => {
		const ticket = await receivedTicket(desk);
		await ticket.step(triage, cast.adviser, {
			type: "SECURITY_REPORT",
			serviceId: cast.serviceId,
			category: "T3.2",
			effect: "REDUCED",
			take: true,
			otherBodies: ["CSIRT"],
		});
		await ticket.step(answer, cast.adviser, { body: "Ni naše sporočilo." });
		await ticket.step(handOver, cast.adviser, { summary: "lažni SMS" });
		assert.equal((await desk.perform(readTicket, cast.adviser, { id: ticket.ref().id })).priority?.code, "MINOR");
		await ticket.step(acknowledge, cast.l2);
		await ticket.step(solveAtSecondLevel, cast.l2, { solution: "prijavljeno" });
		assert.equal((await ticket.step(close, cast.adviser)).state, "closed");
	});
	test("the side thread says who wrote", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		await ticket.step(messageSecondLevel, cast.adviser, { body: "Mudi se." });
		await ticket.step(messageSecondLevel, cast.l2, { body: "Delamo." });
		const { messages } = await desk.perform(readTicket, cast.l2, { id: ticket.id });
		assert.deepEqual(
			messages.slice(-2).map((one) => [one.audience, one.direction]),
			[
				["SECOND_LEVEL", "OUT"],
				["SECOND_LEVEL", "IN"],
			],
		);
	});
});

describe("reopening", () => {
	test("within the catalogue's days the ticket owes an answer anew", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await ticket.step(solve, cast.adviser, { solution: "x", reply: "y" });
		await ticket.step(close, cast.adviser);
		assert.equal((await ticket.step(reopen, cast.adviser, { reason: "še vedno ne dela" })).state, "inProgressL1");
		await ticket.step(solve, cast.adviser, { solution: "x" });
		await assert.rejects(ticket.step(close, cast.adviser), refusal("not-answered"));
	});
});
