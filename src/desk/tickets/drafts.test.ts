import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import { sweeps } from "../../entrances/worker/sweeps.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import type { TicketId } from "../../kernel/id.ts";
import answer from "./operations/answer.ts";
import deliverSend from "./operations/deliver-send.ts";
import { drafts, dueSends } from "./operations/draft-questions.ts";
import holdBackSend from "./operations/hold-back-send.ts";
import keepDraft from "./operations/keep-draft.ts";
import readTicket from "./operations/read-ticket.ts";
import restrict from "./operations/restrict.ts";
import send from "./operations/send.ts";
import solve from "./operations/solve.ts";
import triage from "./operations/triage.ts";
import undoSend from "./operations/undo-send.ts";

let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const refusal = (code: string) => (error: unknown) => {
	assert.equal((error as { code?: string }).code, code);
	return true;
};
const factsOf = (id: string) =>
	desk.database.read(async (tx) => {
		const rows = await tx
			.selectFrom("fact")
			.select(["name", "actor_id"])
			.where("aggregate_id", "=", id)
			.orderBy("ordinal")
			.execute();
		return rows.map((row) => [row.name, row.actor_id]);
	});
const mailsOf = (id: string, purpose: string) =>
	desk.database.read((tx) =>
		tx.selectFrom("outbox").select("body_text").where("about_id", "=", id).where("purpose", "=", purpose).execute(),
	);
const keep = (who: PersonActor, id: string, body: string, version = 0, audience = "USER") =>
	desk.perform(keepDraft, who, { id, audience, version, body });
const draftsOf = async (who: PersonActor, id: string) => (await desk.perform(drafts, who, { id })).drafts;

describe("words not sent yet", () => {
	let id: TicketId;
	beforeEach(async () => {
		({ id } = await ticketUpTo(desk, cast, "inProgressL1"));
	});

	test("are kept as they were written, blanks included, and leave no fact and no new version", async () => {
		const before = await factsOf(id);
		const { version } = await desk.perform(readTicket, cast.adviser, { id });
		const first = await keep(cast.adviser, id, "Spoštovani,\n\n");
		await keep(cast.adviser, id, "zaznamek", 0, "INTERNAL");
		await keep(cast.adviser, id, "Spoštovani,\n\nhvala ", first.version);
		const found = await draftsOf(cast.adviser, id);
		assert.deepEqual(
			found.map((draft) => [draft.audience, draft.version, draft.body]),
			[
				["INTERNAL", 1, "zaznamek"],
				["USER", 2, "Spoštovani,\n\nhvala "],
			],
		);
		assert.deepEqual(await factsOf(id), before);
		assert.equal((await desk.perform(readTicket, cast.adviser, { id })).version, version);
	});

	test("are nobody else's, not even the head's", async () => {
		await keep(cast.adviser, id, "samo moje");
		for (const who of [cast.head, cast.techLead, cast.contentLead]) assert.deepEqual(await draftsOf(who, id), []);
		await keep(cast.head, id, "moje, ne tvoje");
		assert.equal((await draftsOf(cast.adviser, id))[0]?.body, "samo moje");
		await assert.rejects(desk.perform(drafts, system, { id }), refusal("not-allowed"));
		await assert.rejects(
			desk.perform(keepDraft, system, { id, audience: "USER", version: 0, body: "x" }),
			refusal("not-allowed"),
		);
	});

	test("are not there on a ticket that is no longer in scope", async () => {
		await keep(cast.adviser, id, "zaupno");
		const { version } = await desk.perform(readTicket, cast.techLead, { id });
		await desk.perform(restrict, cast.techLead, { id, version });
		await assert.rejects(desk.perform(drafts, cast.adviser, { id }), refusal("not-found"));
		await assert.rejects(keep(cast.adviser, id, "še", 1), refusal("not-found"));
		await assert.rejects(desk.perform(undoSend, cast.adviser, { id }), refusal("not-found"));
	});

	test("of another device are not written over: the device that comes late is told", async () => {
		const { version } = await keep(cast.adviser, id, "s telefona");
		await assert.rejects(keep(cast.adviser, id, "z mize", 0), refusal("draft-changed"));
		assert.equal((await draftsOf(cast.adviser, id))[0]?.body, "s telefona");
		await keep(cast.adviser, id, "z mize", version);
		assert.equal((await draftsOf(cast.adviser, id))[0]?.body, "z mize");
	});

	test("emptied, keep their version, so that an old device cannot bring them back", async () => {
		const { version } = await keep(cast.adviser, id, "zaznamek");
		const emptied = await keep(cast.adviser, id, "", version);
		assert.equal(emptied.version, 2);
		await assert.rejects(keep(cast.adviser, id, "zaznamek", version), refusal("draft-changed"));
	});

	test("that the database cannot hold are refused by their field", async () => {
		await assert.rejects(keep(cast.adviser, id, "a\u0000b"), refusal("invalid-input"));
	});
});

describe("a reply in the outbox", () => {
	let id: TicketId;
	let version: number;
	const sweep = () => sweeps.find(({ name }) => name === "replies")!.run(desk.desk, desk.perform);
	const sendAs = (kind: string, more: object = {}) =>
		desk.perform(send, cast.adviser, { id, version, kind, body: "Poskusite znova.", draft: 0, ...more });
	const later = (seconds: number) => desk.clock.set(desk.clock.now().add({ seconds }));

	beforeEach(async () => {
		const ticket = await receivedTicket(desk);
		({ id } = ticket.ref());
		const { version: solved } = await solvedTicket(id, ticket.ref().version);
		version = solved;
	});

	const solvedTicket = async (ticketId: TicketId, at: number) => {
		const facts = { type: "QUESTION", serviceId: cast.serviceId, category: "V1.2", effect: "REDUCED", take: true };
		const taken = await desk.perform(triage, cast.adviser, { id: ticketId, version: at, ...facts });
		return desk.perform(solve, cast.adviser, { id: ticketId, version: taken.version, solution: "koda v potrditvi" });
	};

	test("waits ten seconds, then goes in its author's name, whatever became of the browser", async () => {
		await sendAs("answer");
		assert.equal((await draftsOf(cast.adviser, id))[0]?.sendsInMs, 10_000);
		later(9);
		await sweep();
		assert.equal((await mailsOf(id, "ANSWER")).length, 0);
		later(1);
		await sweep();
		await sweep();
		const mails = await mailsOf(id, "ANSWER");
		assert.equal(mails.length, 1);
		assert.ok(mails[0]?.body_text.includes("Poskusite znova."));
		assert.deepEqual((await factsOf(id)).at(-1), ["ticket-answered", cast.adviser.personId]);
		const [draft] = await draftsOf(cast.adviser, id);
		assert.deepEqual([draft?.body, draft?.sendsInMs], ["", null]);
		await assert.rejects(desk.perform(undoSend, cast.adviser, { id }), refusal("already-sent"));
	});

	test("undone, is a draft as it was and is never sent", async () => {
		const expectedOn = "2026-03-20";
		const other = await ticketUpTo(desk, cast, "inProgressL1");
		const reply = { kind: "interimReply", expectedOn, body: "Delamo.", draft: 0 };
		await desk.perform(send, cast.adviser, { id: other.id, version: other.ref().version, ...reply });
		later(9);
		await desk.perform(undoSend, cast.adviser, { id: other.id });
		later(60);
		await sweep();
		assert.equal((await mailsOf(other.id, "INTERIM_REPLY")).length, 0);
		const [draft] = await draftsOf(cast.adviser, other.id);
		assert.deepEqual(
			[draft?.body, draft?.kind, draft?.expectedOn, draft?.sendsInMs],
			["Delamo.", "interimReply", expectedOn, null],
		);
	});

	test("is only its author's to undo", async () => {
		await sendAs("answer");
		await assert.rejects(desk.perform(undoSend, cast.head, { id }), refusal("already-sent"));
		later(10);
		await sweep();
		assert.equal((await mailsOf(id, "ANSWER")).length, 1);
	});

	test("that something stands against is a draft again, and the history says so", async () => {
		await sendAs("answer");
		await desk.perform(answer, cast.head, { id, version, body: "Drugi je bil hitrejši." });
		later(10);
		await sweep();
		const [draft] = await draftsOf(cast.adviser, id);
		assert.deepEqual([draft?.body, draft?.heldBack, draft?.sendsInMs], ["Poskusite znova.", "wrong-state", null]);
		assert.deepEqual((await factsOf(id)).at(-1)?.[0], "sending-held-back");
		const words = (await mailsOf(id, "ANSWER")).map((mail) => mail.body_text).join();
		assert.ok(!words.includes("Poskusite"));
		await keep(cast.adviser, id, "Še to.", draft?.version);
		assert.equal((await draftsOf(cast.adviser, id))[0]?.heldBack, null);
	});

	test("of an author who no longer sees the ticket is held back", async () => {
		await sendAs("answer");
		await desk.perform(restrict, cast.techLead, { id, version });
		later(10);
		await sweep();
		assert.deepEqual((await factsOf(id)).at(-1)?.[0], "sending-held-back");
		assert.equal((await mailsOf(id, "ANSWER")).length, 0);
	});

	test("what stands against it is said when it is sent, and words of another device are not written over", async () => {
		await assert.rejects(sendAs("askUser"), refusal("wrong-state"));
		await assert.rejects(sendAs("answer", { version: version - 1 }), refusal("stale"));
		await keep(cast.adviser, id, "z druge naprave");
		await assert.rejects(sendAs("answer"), refusal("draft-changed"));
		const open = await ticketUpTo(desk, cast, "inProgressL1");
		const reply = { id: open.id, version: open.ref().version, kind: "interimReply", body: "Delamo.", draft: 0 };
		await assert.rejects(desk.perform(send, cast.adviser, reply), refusal("required"));
		await assert.rejects(
			desk.perform(send, cast.adviser, { ...reply, expectedOn: "2026-03-11" }),
			refusal("expected-day-past"),
		);
	});

	test("the sweeper alone asks what is due and holds back; nothing is sent before its time", async () => {
		await assert.rejects(desk.perform(dueSends, cast.head, {}), refusal("not-allowed"));
		const back = { id, personId: cast.adviser.personId, code: "wrong-state" };
		await assert.rejects(desk.perform(holdBackSend, cast.head, back), refusal("not-allowed"));
		await assert.rejects(desk.perform(holdBackSend, system, back), refusal("nothing-due"));
		await sendAs("answer");
		await assert.rejects(desk.perform(deliverSend, cast.adviser, { id }), refusal("nothing-due"));
		await assert.rejects(desk.perform(deliverSend, system, { id }), refusal("not-allowed"));
	});
});
