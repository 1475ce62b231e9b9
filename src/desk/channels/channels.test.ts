import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import { sendMail } from "../../entrances/worker/send-mail.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { databaseFileStore } from "../../platform/files/file-store.ts";
import { keepMail } from "../../platform/mail/inbox.ts";
import { sinkTransport } from "../../platform/mail/transport.ts";
import receive from "../tickets/operations/receive.ts";
import dismiss from "./operations/dismiss.ts";
import quarantineArrival from "./operations/quarantine-arrival.ts";
import { quarantine, rawArrival } from "./operations/quarantine-questions.ts";
import reprocess from "./operations/reprocess.ts";
import { sentMail, sentMails } from "./operations/sink-questions.ts";
import { deliveries } from "./operations/ticket-questions.ts";

let desk: TestDesk;
let head: PersonActor;
let admin: PersonActor;
let adviser: PersonActor;

before(async () => {
	desk = await openTestDesk();
	head = await desk.cast("ekc_head");
	admin = await desk.cast("platform_admin");
	adviser = await desk.cast("ekc_adviser");
});
after(() => desk.close());

let count = 0;
/** A mail that stands in quarantine. */
async function quarantined(): Promise<{ id: string; raw: string }> {
	const raw = `From: a@example.si\r\n\r\n${++count}`;
	const mail = { raw: Buffer.from(raw), envelopeFrom: "a@example.si", envelopeTo: ["ekc@desk.example"] };
	const id = await desk.database.write((tx) => keepMail(tx, databaseFileStore, mail, desk.clock.now()));
	await desk.perform(quarantineArrival, system, { id, reason: "several-senders" });
	return { id, raw };
}

describe("quarantine", () => {
	test("is listed with its reason, page by page", async () => {
		const ids = [await quarantined(), await quarantined(), await quarantined()].map(({ id }) => id);
		const first = await desk.perform(quarantine, admin, { limit: 2 });
		const second = await desk.perform(quarantine, admin, { limit: 2, after: first.next });
		const rows = [...first.rows, ...second.rows];
		assert.deepEqual(new Set(rows.map((row) => row.id)), new Set(ids));
		assert.deepEqual(new Set(rows.map((row) => row.reason)), new Set(["several-senders"]));
		assert.equal(second.next, null);
	});

	test("the head downloads the raw mail; the administrator has it without content; others have nothing", async () => {
		const { id, raw } = await quarantined();
		const file = await desk.perform(rawArrival, head, { id });
		assert.equal(Buffer.from(file.base64, "base64").toString(), raw);
		await assert.rejects(desk.perform(rawArrival, admin, { id }), { code: "not-allowed" });
		await assert.rejects(desk.perform(quarantine, adviser, {}), { code: "not-allowed" });
		const unknown = "00000000-0000-7000-8000-000000000000";
		for (const [operation, input] of [
			[rawArrival, {}],
			[reprocess, { version: 2 }],
			[dismiss, { version: 2 }],
		] as const) {
			const answers = await Promise.allSettled(
				[id, unknown].map((one) => desk.perform(operation as typeof dismiss, adviser, { id: one, ...input })),
			);
			const said = answers.map((one) => JSON.stringify(one.status === "rejected" ? { ...one.reason } : one));
			assert.equal(new Set(said).size, 1);
			assert.match(said[0]!, /not-found/);
		}
		await assert.rejects(desk.perform(quarantine, publicActor, {}), { code: "not-allowed" });
	});

	test("an arrival is tried again or dismissed, each once and on the version that was seen", async () => {
		const { id } = await quarantined();
		await assert.rejects(desk.perform(reprocess, admin, { id, version: 1 }), { code: "stale" });
		await desk.perform(reprocess, admin, { id, version: 2 });
		await assert.rejects(desk.perform(dismiss, admin, { id, version: 3 }), { code: "not-found" });
		await desk.perform(quarantineArrival, system, { id, reason: "no-sender" });
		await desk.perform(dismiss, head, { id, version: 4 });
		await assert.rejects(desk.perform(rawArrival, head, { id }), { code: "not-found" });
	});
});

const request = { channel: "EMAIL", reporter: { email: "ana@example.si" }, subject: "Pomoč", body: "Ne dela." };
const send = () => sendMail(desk.desk, desk.perform, sinkTransport(desk.database));

describe("the sink", () => {
	test("shows a mail with its reply address to the administrator, on a desk that is no demo", async () => {
		const ticket = await desk.perform(receive, system, request);
		await send();
		const { rows } = await desk.perform(sentMails, admin, { to: "ana@example.si" });
		const mail = await desk.perform(sentMail, admin, { id: rows[0]?.id });
		assert.deepEqual([mail.ticketId, mail.purpose, mail.to], [ticket.id, "RECEIPT", "ana@example.si"]);
		assert.match(mail.replyTo, /^ekc\+u[0-9a-z]{41}@desk\.example$/);
		await assert.rejects(desk.perform(sentMails, head, {}), { code: "not-allowed" });
		await assert.rejects(desk.perform(sentMails, publicActor, {}), { code: "not-allowed" });
	});

	test("is open to everyone in a demo, and is not there where mail leaves the machine", async () => {
		const demo = await openTestDesk({ settings: { DEMO: "on" } });
		assert.deepEqual((await demo.perform(sentMails, publicActor, {})).rows, []);
		await demo.close();
		const real = await openTestDesk({ settings: { OUTGOING_SMTP_URL: "smtp://127.0.0.1:1" } });
		await assert.rejects(real.perform(sentMails, await real.cast("platform_admin"), {}), { code: "not-found" });
		await real.close();
	});
});

test("what became of the mails about a ticket is seen by whoever sees the ticket at the contact centre", async () => {
	const ticket = await desk.perform(receive, system, request);
	assert.deepEqual(
		(await desk.perform(deliveries, adviser, { ticketId: ticket.id })).rows.map((row) => row.state),
		["QUEUED"],
	);
	await send();
	const { rows } = await desk.perform(deliveries, adviser, { ticketId: ticket.id });
	assert.deepEqual(
		rows.map((row) => [row.purpose, row.recipient, row.state, row.attempts]),
		[["RECEIPT", "ana@example.si", "SENT", 1]],
	);
	await assert.rejects(desk.perform(deliveries, publicActor, { ticketId: ticket.id }), { code: "not-found" });
});
