import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { type MailDesk, openMailDesk, type Wish } from "../../../test/support/mail-desk.ts";
import { publicActor } from "../../../test/support/desk.ts";
import track from "../../desk/tickets/operations/track.ts";
import { followToken } from "../../desk/tickets/read.ts";
import { suggestions } from "../../desk/channels/operations/ticket-questions.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { arm, disarmAll, type Failpoint } from "../../platform/failpoint.ts";

const corpus = path.resolve(import.meta.dirname, "../../../test/mail");

let desk: MailDesk;
let adviser: PersonActor;
let count = 0;

before(async () => {
	desk = await openMailDesk();
	adviser = await desk.cast("ekc_adviser");
});
after(() => desk.close());
afterEach(() => {
	disarmAll();
	desk.faults.length = 0;
});

const bytes = (name: string): Buffer => fs.readFileSync(path.join(corpus, `${name}.eml`));

async function arrive(wish: Wish): Promise<void> {
	desk.clock.forward({ seconds: 1 });
	await desk.hand(wish);
	await desk.work();
	assert.deepEqual(desk.faults, []);
}

const tickets = () =>
	desk.database.read((tx) =>
		tx
			.selectFrom("ticket")
			.innerJoin("ticket_reporter", "ticket_reporter.ticket_id", "ticket.id")
			.select(["ticket.id", "number", "subject", "state", "email", "name"])
			.orderBy("number")
			.execute(),
	);
const messages = (ticketId: string) =>
	desk.database.read((tx) =>
		tx.selectFrom("ticket_message").selectAll().where("ticket_id", "=", ticketId).orderBy("ordinal").execute(),
	);
const outbox = () => desk.outbox();
const inbox = () =>
	desk.database.read((tx) =>
		tx.selectFrom("inbox").select(["state", "reason", "outcome", "message_id"]).orderBy("received_at").execute(),
	);

/** A new ticket of this sender, with the receipt that went out for it. */
async function newTicket(from: string, more: Wish = {}) {
	desk.clock.forward({ hours: 2 });
	await arrive({ from, ...more });
	const ticket = (await tickets()).at(-1);
	const receipt = (await outbox()).findLast((mail) => mail.about_id === ticket?.id);
	assert.ok(ticket && receipt);
	return { ticket, receipt };
}

describe("a new mail", () => {
	test("becomes a ticket and its sender hears the number", async () => {
		const { ticket, receipt } = await newTicket("Ana Novak <ana@example.si>", {
			envelopeFrom: "ana@example.si",
			subject: "=?utf-8?q?=C4=8Cakalna_vrsta?=",
		});
		assert.deepEqual(
			{ ...ticket, id: "", number: 0 },
			{ id: "", number: 0, subject: "Čakalna vrsta", state: "received", email: "ana@example.si", name: "Ana Novak" },
		);
		assert.deepEqual(
			{ to: receipt.recipient, purpose: receipt.purpose, state: receipt.state },
			{ to: "ana@example.si", purpose: "RECEIPT", state: "SENT" },
		);
	});

	test("is confirmed without a word of its own", async () => {
		const { ticket, receipt } = await newTicket("ana@example.si", {
			subject: "Kupite tablete",
			body: "https://zlo.example",
		});
		assert.ok(receipt.subject.includes(`[EKC-${ticket.number}]`));
		assert.doesNotMatch(receipt.subject + receipt.body_text, /tablete|zlo\.example/);
	});

	test("keeps its attachments and folds its history", async () => {
		await arrive({ raw: bytes("winmail-dat") });
		const ticket = (await tickets()).at(-1);
		const files = await desk.database.read((tx) =>
			tx
				.selectFrom("ticket_attachment")
				.select(["name", "content_type"])
				.where("ticket_id", "=", ticket?.id ?? "")
				.execute(),
		);
		assert.deepEqual(files, [{ name: "winmail.dat", content_type: "application/ms-tnef" }]);
		await arrive({ raw: bytes("quoted-gmail") });
		const [message] = await messages((await tickets()).at(-1)?.id ?? "");
		assert.equal(message?.body.slice(0, message.quoted_from ?? 0).trim(), "Hvala, zdaj deluje.");
	});

	test("that arrives twice is one ticket", async () => {
		const raw =
			"From: ana@example.si\r\nTo: ekc@desk.example\r\nSubject: Dvakrat\r\nMessage-ID: <dvakrat@example.si>\r\n\r\nEno.\r\n";
		await arrive({ raw });
		await arrive({ raw: `Received: from drugod\r\n${raw}` });
		assert.equal((await tickets()).filter((ticket) => ticket.subject === "Dvakrat").length, 1);
	});

	test("at most five confirmations to one address within an hour; the tickets are there", async () => {
		desk.clock.forward({ hours: 2 });
		for (let sent = 0; sent < 8; sent++) await arrive({ from: "bomba@example.si", subject: "Plaz" });
		assert.equal((await tickets()).filter((ticket) => ticket.subject === "Plaz").length, 8);
		assert.equal((await outbox()).filter((mail) => mail.recipient === "bomba@example.si").length, 5);
	});
});

describe("a reply", () => {
	test("to our mail's Message-ID threads", async () => {
		const { ticket, receipt } = await newTicket("ana@example.si");
		await arrive({ from: "ana@example.si", headers: `In-Reply-To: ${receipt.message_id}`, body: "Še to." });
		assert.deepEqual(
			(await messages(ticket.id)).map((message) => message.body),
			["Ne morem se prijaviti.", "Še to."],
		);
	});

	test("to the reply address threads without any header", async () => {
		const { ticket, receipt } = await newTicket("ana@example.si");
		await arrive({ from: "ana@example.si", to: receipt.reply_to ?? "", body: "Še to." });
		assert.equal((await messages(ticket.id)).length, 2);
	});

	test("with the number alone threads for the user", async () => {
		const { ticket } = await newTicket("ana@example.si");
		await arrive({ from: "ana@example.si", subject: `Re: [EKC-${ticket.number}] Pomoc` });
		assert.equal((await messages(ticket.id)).length, 2);
	});

	for (const [name, wish] of [
		["the number", (ticket: { number: number }) => ({ subject: `Re: [EKC-${ticket.number}] Pomoc` })],
		[
			"our Message-ID",
			(_: unknown, receipt: { message_id: string }) => ({ headers: `References: ${receipt.message_id}` }),
		],
		["the reply address", (_: unknown, receipt: { reply_to: string | null }) => ({ to: receipt.reply_to ?? "" })],
	] as const) {
		test(`of a stranger with ${name} opens a new ticket and suggests the link`, async () => {
			const { ticket, receipt } = await newTicket("ana@example.si");
			await arrive({ from: "tujec@example.com", ...wish(ticket, receipt) });
			assert.equal((await messages(ticket.id)).length, 1);
			const opened = (await tickets()).at(-1);
			assert.equal(opened?.email, "tujec@example.com");
			const { rows } = await desk.perform(suggestions, adviser, { ticketId: opened?.id });
			assert.deepEqual(rows, [{ ticketId: ticket.id, number: ticket.number }]);
		});
	}

	test("with a forged Message-ID and an empty one is a new mail", async () => {
		const { ticket } = await newTicket("ana@example.si");
		const before = (await tickets()).length;
		await arrive({
			from: "ana@example.si",
			headers: "In-Reply-To: <0000000000000000000000000.0000000000000000000@desk.example>",
		});
		await arrive({ from: "ana@example.si", headers: "In-Reply-To: <>" });
		assert.equal((await tickets()).length, before + 2);
		assert.equal((await messages(ticket.id)).length, 1);
	});
});

describe("automatic mail is never answered", () => {
	test("an absence note to our confirmation stands with the ticket, wakes nothing and is not shown to the user", async () => {
		const { ticket, receipt } = await newTicket("ana@example.si");
		const before = (await outbox()).length;
		await arrive({
			from: "ana@example.si",
			headers: `In-Reply-To: ${receipt.message_id}\r\nAuto-Submitted: auto-replied`,
			body: "Na dopustu sem.",
		});
		assert.deepEqual(
			(await messages(ticket.id)).map(({ body, automatic }) => [body, automatic]),
			[
				["Ne morem se prijaviti.", false],
				["Na dopustu sem.", true],
			],
		);
		assert.equal((await outbox()).length, before);
		assert.equal((await inbox()).at(-1)?.outcome, "AUTOMATIC_REPLY");
		const token = followToken(desk.desk.settings, ticket.id);
		assert.equal((await desk.perform(track, publicActor, { token })).messages.length, 1);
	});

	test("automatic mail that names a ticket nobody has is a ticket, not a mail that nobody sees", async () => {
		const [before, mails] = [(await tickets()).length, (await outbox()).length];
		await arrive({
			from: "sistem@drugje.example",
			subject: "Stanje [EKC-999999]",
			headers: "Precedence: bulk",
			body: "Samodejno sporočilo.",
		});
		assert.equal((await tickets()).length, before + 1);
		assert.equal((await outbox()).length, mails);
	});

	test("an automatic mail of a stranger that only names a number is a ticket too, not a note that nobody sees", async () => {
		const { ticket } = await newTicket("ana@example.si");
		const [before, mails] = [(await tickets()).length, (await outbox()).length];
		await arrive({
			from: "sistem@drugje.example",
			subject: `Stanje [EKC-${ticket.number}]`,
			headers: "Auto-Submitted: auto-replied",
		});
		assert.equal((await tickets()).length, before + 1);
		assert.equal((await messages(ticket.id)).length, 1);
		assert.equal((await outbox()).length, mails);
	});

	for (const name of [
		"auto-submitted-vacation",
		"precedence-bulk",
		"response-suppressed",
		"mailing-list",
		"empty-return-path-header",
		"from-noreply",
	]) {
		test(`${name}: a ticket without a confirmation`, async () => {
			desk.clock.forward({ hours: 2 });
			const [before, mails] = [(await tickets()).length, (await outbox()).length];
			await arrive({ raw: bytes(name) });
			assert.equal((await tickets()).length, before + 1);
			assert.equal((await outbox()).length, mails);
		});
	}
});

describe("a delivery report", () => {
	const report = (messageId: string, recipient: string) =>
		fs
			.readFileSync(path.join(corpus, "delivery-failed.eml"), "utf8")
			.replaceAll("ana.novak@example.si", recipient)
			.replace("<nasa-oznaka@desk.example>", messageId)
			.replace("<delivery-failed@", `<report-${++count}@`);

	test("on a mail of ours counts for its recipient", async () => {
		const { receipt } = await newTicket("ana@example.si");
		await arrive({ raw: report(receipt.message_id, "ana@example.si"), envelopeFrom: "" });
		const state = (await outbox()).find((mail) => mail.message_id === receipt.message_id)?.state;
		assert.equal(state, "BOUNCED");
	});

	test("that names another recipient, or no mail of ours, waits in quarantine and counts for nothing", async () => {
		const { receipt } = await newTicket("ana@example.si");
		await arrive({ raw: report(receipt.message_id, "drug@example.si"), envelopeFrom: "" });
		await arrive({ raw: report("<tuja@drugje.example>", "ana@example.si"), envelopeFrom: "" });
		assert.equal((await outbox()).find((mail) => mail.message_id === receipt.message_id)?.state, "SENT");
		assert.deepEqual(
			(await inbox()).slice(-2).map((row) => row.state),
			["QUARANTINED", "QUARANTINED"],
		);
	});
});

test("every defective mail of the corpus ends as a ticket, a note or a visible case of quarantine", async () => {
	for (const name of fs.readdirSync(corpus).filter((file) => file.endsWith(".eml"))) {
		await desk.hand({ raw: fs.readFileSync(path.join(corpus, name)) });
	}
	await desk.work();
	const rows = await inbox();
	assert.deepEqual(
		rows.filter((row) => row.state === "WAITING"),
		[],
	);
	assert.ok(rows.every((row) => row.state !== "QUARANTINED" || row.reason));
	assert.deepEqual(desk.faults, []);
});

test("mail from an address of ours is put aside: it would go round in circles", async () => {
	await arrive({ from: "ekc@desk.example" });
	assert.equal((await inbox()).at(-1)?.reason, "sender-is-this-desk");
});

describe("nothing is lost or doubled when the program fails", () => {
	const points: readonly Failpoint[] = [
		"before-ticket-commit",
		"before-outbox-commit",
		"after-ticket-commit",
		"after-smtp-250",
	];
	for (const point of points) {
		test(point, async () => {
			desk.clock.forward({ hours: 2 });
			const subject = `Odpoved ${point}`;
			arm(point, 2);
			await desk.hand({ from: `${point}@example.si`, subject });
			for (let round = 0; round < 6; round++) {
				while (await desk.door.takeIn());
				await desk.door.send().catch(() => {});
				await desk.database.write((tx) => tx.updateTable("outbox").set({ leased_until: null }).execute());
				desk.clock.forward({ minutes: 10 });
			}
			const made = (await tickets()).filter((ticket) => ticket.subject === subject);
			assert.equal(made.length, 1);
			assert.equal((await messages(made[0]?.id ?? "")).length, 1);
			const mails = (await outbox()).filter((mail) => mail.about_id === made[0]?.id);
			assert.deepEqual(
				mails.map((mail) => [mail.purpose, mail.state]),
				[["RECEIPT", "SENT"]],
			);
			assert.deepEqual(
				(await inbox()).filter((row) => row.state === "WAITING"),
				[],
			);
		});
	}

	test("after-inbox-commit: the sender's server tries again and it is one ticket", async () => {
		arm("after-inbox-commit");
		const raw =
			"From: znova@example.si\r\nTo: ekc@desk.example\r\nSubject: Znova\r\nMessage-ID: <znova@example.si>\r\n\r\nEno.\r\n";
		await assert.rejects(desk.hand({ from: "znova@example.si", raw }), { responseCode: 451 });
		desk.faults.length = 0;
		await arrive({ from: "znova@example.si", raw });
		assert.equal((await tickets()).filter((ticket) => ticket.subject === "Znova").length, 1);
	});
});
