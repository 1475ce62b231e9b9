import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { type MailDesk, openMailDesk } from "../../../test/support/mail-desk.ts";
import { incident, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import declineWish from "../../desk/channels/operations/decline-wish.ts";
import answer from "../../desk/tickets/operations/answer.ts";
import askUser from "../../desk/tickets/operations/ask-user.ts";
import handOver from "../../desk/tickets/operations/hand-over.ts";
import messageSecondLevel from "../../desk/tickets/operations/message-second-level.ts";
import restrict from "../../desk/tickets/operations/restrict.ts";
import triage from "../../desk/tickets/operations/triage.ts";

let desk: MailDesk;
let cast: TicketCast;

before(async () => {
	desk = await openMailDesk("2026-03-12T14:00+01:00");
	cast = await ticketCast(desk);
});
after(() => desk.close());
afterEach(() => void (desk.faults.length = 0));

/** The address of the first target of the technical path in the example agreement. */
const team = "2nivo.tehnika@okence.example.si";
const user = "uporabnica@example.si";

async function handedOver() {
	desk.clock.forward({ minutes: 20 });
	const ticket = await ticketUpTo(desk, cast, "escalatedL2");
	await desk.work();
	const mail = (await mailsOf(ticket.id)).find((one) => one.purpose === "HAND_OVER");
	assert.ok(mail);
	return { ...ticket, mail };
}

const mailsOf = async (ticketId: string) => (await desk.outbox()).filter((mail) => mail.about_id === ticketId);
const purposesOf = async (ticketId: string, recipient: string) =>
	(await mailsOf(ticketId)).filter((mail) => mail.recipient === recipient).map((mail) => mail.purpose);

const stateOf = (ticketId: string) =>
	desk.database.read(async (tx) => {
		const row = await tx
			.selectFrom("ticket")
			.select(["state", "version"])
			.where("id", "=", ticketId)
			.executeTakeFirstOrThrow();
		return row;
	});
const sideThread = (ticketId: string) =>
	desk.database.read((tx) =>
		tx
			.selectFrom("ticket_message")
			.select(["kind", "direction", "body"])
			.where("ticket_id", "=", ticketId)
			.where("audience", "=", "SECOND_LEVEL")
			.orderBy("ordinal")
			.execute(),
	);

async function reply(mail: { message_id: string; reply_to: string | null }, body: string, from = team): Promise<void> {
	desk.clock.forward({ minutes: 5 });
	await desk.hand({ from, to: mail.reply_to ?? "", headers: `In-Reply-To: ${mail.message_id}`, body });
	await desk.work();
	assert.deepEqual(desk.faults, []);
}

describe("the hand-over mail", () => {
	test("goes to the first target with what it needs, its due times and how to answer", async () => {
		const { id, mail } = await handedOver();
		assert.deepEqual([mail.recipient, mail.state], [team, "SENT"]);
		assert.match(mail.body_text, /Napaka 500 v treh brskalnikih\./);
		assert.match(mail.body_text, /T2\.2/);
		assert.match(mail.body_text, /#REŠENO/);
		assert.equal((await purposesOf(id, team)).length, 1);
	});

	test("carries the files that the user sent", async () => {
		const boundary = 'Content-Type: multipart/mixed; boundary="MEJA"';
		const picture =
			"--MEJA\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=napaka500.png\r\n\r\nslika\r\n";
		const raw = `From: ${user}\r\nTo: ekc@desk.example\r\nSubject: Slika\r\n${boundary}\r\n\r\n--MEJA\r\n\r\nGlejte.\r\n${picture}--MEJA--\r\n`;
		desk.clock.forward({ minutes: 20 });
		await desk.hand({ raw, from: user });
		await desk.work();
		const ticket = await desk.database.read((tx) =>
			tx.selectFrom("ticket").select(["id", "version"]).where("subject", "=", "Slika").executeTakeFirstOrThrow(),
		);
		const facts = { ...incident, serviceId: cast.serviceId };
		const { version } = await desk.perform(triage, cast.adviser, { ...ticket, ...facts });
		await desk.perform(handOver, cast.adviser, { id: ticket.id, version, summary: "Napaka na sliki." });
		await desk.work();
		const sent = await desk.database.read((tx) =>
			tx
				.selectFrom("sent_mail")
				.innerJoin("outbox", "outbox.id", "sent_mail.outbox_id")
				.select("raw")
				.where("about_id", "=", ticket.id)
				.where("purpose", "=", "HAND_OVER")
				.executeTakeFirstOrThrow(),
		);
		assert.match(sent.raw.toString(), /filename="?napaka500\.png/);
	});

	test("covers personal numbers, addresses and the user's name", async () => {
		const { mail } = await handedOver();
		assert.doesNotMatch(mail.body_text, /3102990500000|040 000 002|Uporabnica Aa|uporabnica@/);
	});
});

describe("a reply of second level by mail", () => {
	test("acknowledges and stands in the side thread", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "Pogledali bomo.");
		assert.equal((await stateOf(id)).state, "acknowledgedL2");
		assert.deepEqual((await sideThread(id)).at(-1), { kind: "REPLY", direction: "IN", body: "Pogledali bomo." });
	});

	test("solves with #REŠENO in one step; the adviser hears it, answers, and the user has the answer", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "#REŠENO\nPonovno smo zagnali storitev.");
		assert.equal((await stateOf(id)).state, "solved");
		assert.ok(
			(await mailsOf(id)).some(
				(one) => one.purpose === "SOLVED" && one.body_text.includes("Ponovno smo zagnali storitev."),
			),
		);
		const { version } = await stateOf(id);
		await desk.perform(answer, cast.adviser, { id, version, body: "Pozdravljeni, zdaj deluje." });
		await desk.work();
		const sent = (await mailsOf(id)).find((one) => one.purpose === "ANSWER");
		assert.deepEqual([sent?.recipient, sent?.automatic, sent?.state], [user, false, "SENT"]);
		assert.match(sent?.body_text ?? "", /Pozdravljeni, zdaj deluje\./);
	});

	test("returns with #VRAČAM and its reason", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "#VRAČAM napačen sklop\nGre za vsebino.");
		assert.equal((await stateOf(id)).state, "inProgressL1");
		assert.ok((await mailsOf(id)).some((one) => one.purpose === "RETURNED" && one.body_text.includes("napačen sklop")));
	});

	test("asks with #VPRAŠANJE; the adviser asks, the user's answer reaches second level covered", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "#VPRAŠANJE\nKateri brskalnik?");
		assert.ok((await sideThread(id)).some((message) => message.kind === "PROPOSED_QUESTION"));
		await desk.perform(askUser, cast.adviser, {
			id,
			version: (await stateOf(id)).version,
			body: "Kateri brskalnik uporabljate?",
		});
		await desk.work();
		const question = (await mailsOf(id)).find((one) => one.purpose === "QUESTION");
		assert.ok(question);
		await reply(question, "Firefox. Pokličite me na 040 000 002.", user);
		const told = (await mailsOf(id)).find((one) => one.purpose === "USER_ANSWERED");
		assert.equal(told?.recipient, team);
		assert.match(told?.body_text ?? "", /Firefox\./);
		assert.doesNotMatch(told?.body_text ?? "", /040 000 002/);
	});

	test("hears at once what the user adds meanwhile, covered; a restricted ticket's words stay in the workspace", async () => {
		const { id } = await handedOver();
		const receipt = (await mailsOf(id)).find((one) => one.purpose === "RECEIPT")!;
		const wrote = async () => (await mailsOf(id)).filter((one) => one.purpose === "USER_WROTE");
		await reply(receipt, "Zdaj tudi v Firefoxu. Moja številka je 040 000 002.", user);
		const [told] = await wrote();
		assert.equal(told?.recipient, team);
		assert.match(told?.body_text ?? "", /tudi v Firefoxu/);
		assert.doesNotMatch(told?.body_text ?? "", /040 000 002/);
		await desk.hand({
			from: user,
			headers: `In-Reply-To: ${receipt.message_id}\r\nAuto-Submitted: auto-replied`,
			body: "Odsotna do ponedeljka.",
		});
		await desk.work();
		assert.equal((await wrote()).length, 1);
		await desk.perform(restrict, cast.techLead, { id, version: (await stateOf(id)).version });
		await reply(receipt, "In v Safariju.", user);
		assert.equal((await wrote()).length, 1);
	});

	test("from a member's own address counts; from a stranger it is a new ticket", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "#REŠENO\nTujec pravi.", "tujec@example.com");
		assert.equal((await stateOf(id)).state, "escalatedL2");
		await reply(mail, "Prevzemam.", "l2.tehnika@example.si");
		assert.equal((await stateOf(id)).state, "acknowledgedL2");
	});

	test("an absence note acknowledges nothing", async () => {
		const { id, mail } = await handedOver();
		await desk.hand({
			from: team,
			headers: `In-Reply-To: ${mail.message_id}\r\nAuto-Submitted: auto-replied`,
			body: "#REŠENO\nOdsoten.",
		});
		await desk.work();
		assert.equal((await stateOf(id)).state, "escalatedL2");
	});

	test("the user cannot solve through the address of his own conversation", async () => {
		const { id } = await handedOver();
		const receipt = (await mailsOf(id)).find((one) => one.purpose === "RECEIPT");
		assert.ok(receipt);
		await reply(receipt, "#REŠENO\nDeluje.", user);
		assert.equal((await stateOf(id)).state, "escalatedL2");
	});

	test("an act that the state does not allow is left, its words are kept and the sender is told", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "#REŠENO\nDeluje.");
		await reply(mail, "#VRAČAM napačen sklop\nVendarle ne.");
		assert.equal((await stateOf(id)).state, "solved");
		assert.match((await sideThread(id)).at(-1)?.body ?? "", /Vendarle ne\./);
		const told = (await mailsOf(id)).filter((one) => one.purpose === "DECLINED");
		assert.deepEqual(
			told.map((one) => [one.recipient, one.automatic]),
			[[team, true]],
		);
	});
});

test("what the adviser writes in the side thread reaches second level, and its reply comes back there", async () => {
	const { id, mail, ref } = await handedOver();
	await desk.perform(messageSecondLevel, cast.adviser, {
		id,
		version: ref().version,
		body: "Kdaj bo predvidoma rešeno?",
	});
	await desk.work();
	const written = (await mailsOf(id)).find((one) => one.purpose === "SIDE_THREAD");
	assert.deepEqual([written?.recipient, written?.automatic], [team, false]);
	assert.equal(written?.reply_to, mail.reply_to);
	await reply(written!, "Jutri.");
	assert.equal((await sideThread(id)).at(-1)?.body, "Jutri.");
});

test("a security matter is told at once, without a word of it", async () => {
	const ticket = await ticketUpTo(desk, cast, "inProgressL1");
	await ticket.step(restrict, cast.techLead, { personalDataBreachSuspected: true });
	const told = (await mailsOf(ticket.id)).find((mail) => mail.purpose === "SECURITY");
	assert.equal(told?.recipient, "varnost@example.si");
	assert.doesNotMatch(told?.body_text ?? "", /Napaka 500|Uporabnica/);
	assert.match(told?.body_text ?? "", /sum kršitve/);
});

test("a hand-over that comes back is told to the adviser, once", async () => {
	const { id, mail } = await handedOver();
	for (const report of ["a", "b"]) {
		const raw = fs
			.readFileSync(path.resolve(import.meta.dirname, "../../../test/mail/delivery-failed.eml"), "utf8")
			.replaceAll("ana.novak@example.si", team)
			.replace("<nasa-oznaka@desk.example>", mail.message_id)
			.replace("<delivery-failed@", `<${report}@`);
		await desk.hand({ raw, envelopeFrom: "" });
		await desk.work();
	}
	assert.deepEqual(await purposesOf(id, "ekc-adviser@example.si"), ["UNDELIVERED"]);
});

test("declining is the mail door's own work", async () => {
	const { id } = await handedOver();
	const wish = { id, ticketId: id, to: team, wish: "SOLVE", reason: "STATE" };
	await assert.rejects(desk.perform(declineWish, cast.adviser, wish), { code: "not-allowed" });
});
