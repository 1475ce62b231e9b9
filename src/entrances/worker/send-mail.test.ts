import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { z } from "zod";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { openSmtpSink, type SmtpSink } from "../../../test/support/mail.ts";
import { act } from "../../kernel/contract.ts";
import { factKind } from "../../kernel/fact.ts";
import { arm, disarmAll, FailpointHit } from "../../platform/failpoint.ts";
import { type MailToQueue, queueMail } from "../../platform/mail/outbox.ts";
import { sinkTransport, smtpTransport, type Transport } from "../../platform/mail/transport.ts";
import { operation } from "../../platform/operation.ts";
import { sendMail } from "./send-mail.ts";

const queued = factKind<Record<never, never>>()("test-mail-queued", "test");
const mail: MailToQueue = {
	to: "ana@example.si",
	subject: "Čakalna vrsta",
	text: "Pozdravljeni.",
	purpose: "TEST",
	language: "sl",
};

/** An act whose only effect is one mail. */
const queueOne = (more: Partial<MailToQueue>) =>
	operation(
		act({
			name: "test.queue",
			summary: "",
			input: z.strictObject({}),
			output: z.strictObject({ id: z.string() }),
			doors: {},
		}),
	)({
		may: () => [],
		async run(context) {
			const id = await queueMail(context, { ...mail, ...more });
			context.record(queued.of(id, 1, {}));
			return { id };
		},
	});

let desk: TestDesk;
let server: SmtpSink;
let transport: Transport;

before(async () => {
	server = await openSmtpSink();
	desk = await openTestDesk();
});
after(async () => {
	await server.close();
	await desk.close();
});
beforeEach(() => {
	transport = smtpTransport(server.url);
	server.received.length = 0;
	server.answer = () => 250;
});
afterEach(async () => {
	disarmAll();
	transport.close();
	const over = { state: "FAILED", failure: "TEST_OVER", settled_at: desk.clock.now() };
	await desk.database.write((tx) => tx.updateTable("outbox").set(over).where("state", "=", "QUEUED").execute());
});

const queue = async (more: Partial<MailToQueue> = {}): Promise<string> =>
	(await desk.perform(queueOne(more), system, {})).id;
const send = () => sendMail(desk.desk, desk.perform, transport);
const state = async (id: string) => {
	const row = await desk.database.read((tx) =>
		tx
			.selectFrom("outbox")
			.select(["state", "failure", "attempts", "message_id"])
			.where("id", "=", id)
			.executeTakeFirstOrThrow(),
	);
	return row;
};
const factsOf = (id: string): Promise<string[]> =>
	desk.database.read(async (tx) =>
		(
			await tx
				.selectFrom("fact")
				.select("name")
				.where("aggregate_id", "=", id)
				.where("aggregate", "=", "delivery")
				.orderBy("ordinal")
				.execute()
		).map((fact) => fact.name),
	);

describe("a mail goes out", () => {
	test("once, as automatic mail, under the Message-ID that was kept before", async () => {
		const id = await queue();
		assert.equal(await send(), 1);
		assert.equal(await send(), 0);
		const [received, ...others] = server.received;
		assert.equal(others.length, 0);
		assert.equal(received?.to, "ana@example.si");
		assert.match(received?.raw ?? "", /^Auto-Submitted: auto-generated\r$/m);
		assert.match(received?.raw ?? "", /^X-Auto-Response-Suppress: All\r$/m);
		assert.match(received?.raw ?? "", /^Date: Tue, 10 Mar 2026 08:00:00 \+0000\r$/m);
		const { message_id, ...row } = await state(id);
		assert.ok(received?.raw.includes(`Message-ID: ${message_id}\r\n`));
		assert.deepEqual(row, { state: "SENT", failure: null, attempts: 1 });
		assert.deepEqual(await factsOf(id), ["mail-sent"]);
	});

	test("a person's words are not called automatic", async () => {
		await queue({ automatic: false });
		await send();
		assert.doesNotMatch(server.received[0]?.raw ?? "", /Auto-Submitted/);
	});

	test("line ends in a subject add no header", async () => {
		await queue({ subject: "Pomoč\r\nBcc: vsi@example.si\u2028X: y\u0000" });
		await send();
		assert.deepEqual(
			server.received.map((received) => received.to),
			["ana@example.si"],
		);
		assert.doesNotMatch(server.received[0]?.raw ?? "", /^(?:Bcc|X):/m);
	});

	test("not before its time", async () => {
		await queue({ sendAfter: desk.clock.now().add({ seconds: 10 }) });
		assert.equal(await send(), 0);
		desk.clock.forward({ seconds: 10 });
		assert.equal(await send(), 1);
	});

	test("an address that is none is refused before it is queued", async () => {
		await assert.rejects(queue({ to: "ana@example.si, vsi@example.si" }), { code: "mail-address" });
		await assert.rejects(queue({ to: "ana@example.si\r\nBcc: x@example.si" }), { code: "mail-address" });
	});
});

describe("a mail that is not taken", () => {
	test("for good: failed at once", async () => {
		server.answer = () => 550;
		const id = await queue();
		await send();
		assert.deepEqual(
			{ ...(await state(id)), message_id: "" },
			{ state: "FAILED", failure: "REFUSED", attempts: 1, message_id: "" },
		);
		assert.deepEqual(await factsOf(id), ["mail-failed"]);
	});

	test("for now: tried again later, under the same Message-ID", async () => {
		server.answer = () => 451;
		const id = await queue();
		await send();
		assert.equal(await send(), 0);
		server.answer = () => 250;
		desk.clock.forward({ minutes: 1 });
		assert.equal(await send(), 1);
		assert.equal((await state(id)).state, "SENT");
		assert.deepEqual(await factsOf(id), ["mail-deferred", "mail-sent"]);
	});

	test("no server at all is for now", async () => {
		transport.close();
		transport = smtpTransport("smtp://127.0.0.1:1");
		const id = await queue();
		await send();
		assert.equal((await state(id)).state, "QUEUED");
	});

	test("never: it fails within 72 hours", async () => {
		server.answer = () => 451;
		const id = await queue();
		for (let hour = 0; hour <= 72; hour++) {
			await send();
			desk.clock.forward({ hours: 1 });
		}
		assert.equal((await state(id)).failure, "EXPIRED");
	});
});

test("a domain that never answers takes only its share of a round", async () => {
	for (let count = 0; count < 30; count++) await queue({ to: `n${count}@visi.example` });
	await queue({ to: "ana@example.si" });
	server.answer = (recipient) => (recipient.endsWith("@visi.example") ? 451 : 250);
	await send();
	assert.deepEqual(
		server.received.map((received) => received.to),
		["ana@example.si"],
	);
});

test("a sender that dies after 250 sends the same Message-ID again; the record says sent once", async () => {
	const id = await queue();
	arm("after-smtp-250");
	await assert.rejects(send(), FailpointHit);
	assert.equal((await state(id)).state, "QUEUED");
	assert.equal(await send(), 0); // leased: nobody else sends it meanwhile
	await desk.database.write((tx) => tx.updateTable("outbox").set({ leased_until: null }).execute()); // the lease runs out
	assert.equal(await send(), 1);
	const ids = server.received.map((received) => /^Message-ID: (.*)\r$/m.exec(received.raw)?.[1]);
	assert.equal(ids.length, 2);
	assert.equal(new Set(ids).size, 1);
	assert.deepEqual(await factsOf(id), ["mail-sent"]);
});

test("the sink of a demo keeps the mail and sends nothing", async () => {
	transport.close();
	transport = sinkTransport(desk.database);
	const id = await queue();
	await send();
	const kept = await desk.database.read((tx) => tx.selectFrom("sent_mail").selectAll().execute());
	assert.deepEqual(
		kept.map((row) => row.outbox_id),
		[id],
	);
	assert.match(kept[0]?.raw.toString() ?? "", /^To: ana@example\.si\r$/m);
	assert.equal(server.received.length, 0);
});
