import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { system } from "../../../test/support/desk.ts";
import { type MailDesk, openMailDesk, type Wish } from "../../../test/support/mail-desk.ts";
import { type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import link from "../../desk/tickets/operations/link.ts";
import markSpam from "../../desk/tickets/operations/mark-spam.ts";
import readTicket from "../../desk/tickets/operations/read-ticket.ts";
import receive from "../../desk/tickets/operations/receive.ts";

let desk: MailDesk;
let cast: TicketCast;
before(async () => {
	desk = await openMailDesk("2026-03-12T14:00+01:00");
	cast = await ticketCast(desk);
});
after(() => desk.close());
afterEach(() => void (desk.faults.length = 0));

const team = "2nivo.tehnika@okence.example.si";
const user = "uporabnica@example.si";
const mailsOf = async (ticketId: string) => (await desk.outbox()).filter((mail) => mail.about_id === ticketId);
const now = (id: string) => desk.perform(readTicket, system, { id });
async function arrive(wish: Wish): Promise<void> {
	desk.clock.forward({ minutes: 2 });
	await desk.hand(wish);
	await desk.work();
	assert.deepEqual(desk.faults, []);
}
async function handedOver() {
	desk.clock.forward({ minutes: 20 });
	const ticket = await ticketUpTo(desk, cast, "escalatedL2");
	await desk.work();
	const mail = (await mailsOf(ticket.id)).find((one) => one.purpose === "HAND_OVER")!;
	const raw = (body: string, type = "text/plain") =>
		`From: ${team}\r\nTo: ${mail.reply_to}\r\nSubject: Re: x\r\nIn-Reply-To: ${mail.message_id}\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`;
	return { ...ticket, mail, reply: (body: string, type?: string) => arrive({ from: team, raw: raw(body, type) }) };
}

describe("a word of second level counts in its own first line alone", () => {
	const solved: [what: string, body: string, type?: string][] = [
		["in HTML", "<html><body><p>#REŠENO</p><p>Popravljeno.</p></body></html>", "text/html"],
		["above a quotation", "#REŠENO\r\nPopravljeno.\r\n\r\nDne 12. 3. 2026 je EKC napisal:\r\n> #VRAČAM napačen sklop"],
		["with a byte order mark before it", "\ufeff#REŠENO\r\nPopravljeno."],
	];
	for (const [what, body, type] of solved)
		test(what, async () => {
			const { id, reply } = await handedOver();
			await reply(body, type);
			assert.equal((await now(id)).state, "solved");
		});
	const left: [what: string, body: string, type?: string][] = [
		["quoted by angles", "> #REŠENO\r\n> Popravljeno."],
		["quoted in HTML", "<blockquote>#REŠENO<br>Popravljeno.</blockquote><p>To pišete vi?</p>", "text/html"],
		["in a style", "<style>#REŠENO { color: red }</style><p>Gledamo.</p>", "text/html"],
		["below an attribution", "Dne 12. 3. 2026 je EKC napisal:\r\n#REŠENO\r\nPopravljeno."],
		["in the instructions sent back", "Odgovorite na to sporočilo.\r\n\r\n#REŠENO\r\n  in pod to besedo rešitev"],
		["without a solution", "#REŠENO"],
	];
	for (const [what, body, type] of left)
		test(`not ${what}`, async () => {
			const { id, reply } = await handedOver();
			await reply(body, type);
			const { state, messages } = await now(id);
			assert.deepEqual([state, messages.at(-1)?.audience], ["acknowledgedL2", "SECOND_LEVEL"]);
		});
});

describe("a token opens its own conversation alone", () => {
	test("the address of one ticket and the number of another: the address is believed", async () => {
		const [one, other] = [await handedOver(), await handedOver()];
		await arrive({
			from: team,
			to: one.mail.reply_to ?? "",
			subject: `[EKC-${other.ref().number}]`,
			body: "Katerega?",
		});
		assert.deepEqual([(await now(one.id)).state, (await now(other.id)).state], ["acknowledgedL2", "escalatedL2"]);
	});
	test("a token with another ticket's id, or of the other thread, is a foreign address", async () => {
		const [one, other] = [await handedOver(), await handedOver()];
		const [, plain = ""] = /\+([a-z0-9]+)@/.exec(one.mail.reply_to ?? "") ?? [];
		const [, otherPlain = ""] = /\+([a-z0-9]+)@/.exec(other.mail.reply_to ?? "") ?? [];
		for (const forged of [otherPlain.slice(0, 26) + plain.slice(26), `u${plain.slice(1)}`]) {
			await arrive({ from: team, to: `ekc+${forged}@desk.example`, body: "#REŠENO\nx" });
		}
		assert.deepEqual([(await now(one.id)).state, (await now(other.id)).state], ["escalatedL2", "escalatedL2"]);
	});
	test("a thousand recipients are one mail", async () => {
		const { id, mail } = await handedOver();
		const all = Array.from({ length: 1000 }, (_, n) => `a${n}@example.si`).join(",\r\n ");
		const raw = `From: ${team}\r\nTo: ${mail.reply_to},\r\n ${all}\r\nSubject: Vsem\r\n\r\nPrevzemamo.\r\n`;
		await arrive({ from: team, raw });
		assert.equal((await now(id)).state, "acknowledgedL2");
	});
});

describe("a further word of the user", () => {
	const request = { channel: "EMAIL", reporter: { email: user }, subject: "Pomoč", body: "Ne dela." };
	test("on what was marked as unsolicited is received again, not lost", async () => {
		const { id, version, number } = await desk.perform(receive, system, request);
		await desk.perform(markSpam, cast.adviser, { id, version });
		await arrive({ from: user, subject: `[EKC-${number}]`, body: "Nisem robot." });
		const { state, messages } = await now(id);
		assert.deepEqual([state, messages.at(-1)?.body], ["received", "Nisem robot."]);
	});
	test("an absence note does not bring it back", async () => {
		const { id, version, number } = await desk.perform(receive, system, request);
		await desk.perform(markSpam, cast.adviser, { id, version });
		await arrive({ from: user, subject: `[EKC-${number}]`, headers: "Auto-Submitted: auto-replied" });
		const { state, messages } = await now(id);
		assert.deepEqual([state, messages.length], ["spam", 2]);
	});
	test("on a ticket that follows another stands with it", async () => {
		const parent = await ticketUpTo(desk, cast, "inProgressL1");
		const child = await ticketUpTo(desk, cast, "inProgressL1");
		await child.step(link, cast.adviser, { toId: parent.id, kind: "CHILD" });
		await arrive({ from: user, subject: `[EKC-${child.ref().number}]`, body: "Še pri meni." });
		assert.equal((await now(child.id)).messages.at(-1)?.body, "Še pri meni.");
		assert.ok(!JSON.stringify((await now(parent.id)).messages).includes("Še pri meni."));
	});
	test("that is empty says at least its subject", async () => {
		await arrive({ from: user, subject: "Prazno", body: "" });
		const made = await desk.database.read((tx) =>
			tx
				.selectFrom("ticket_message")
				.innerJoin("ticket", "ticket.id", "ticket_message.ticket_id")
				.select("body")
				.where("subject", "=", "Prazno")
				.executeTakeFirstOrThrow(),
		);
		assert.equal(made.body, "Prazno");
	});
});

test("a machine that sends second level's wish back again and again hears no more than five times an hour", async () => {
	const { id, reply } = await handedOver();
	await reply("#REŠENO\r\nPopravljeno.");
	for (let n = 0; n < 8; n++) await reply(`#REŠENO\r\nPopravljeno ${n}.`);
	assert.equal((await mailsOf(id)).filter((mail) => mail.purpose === "DECLINED").length, 5);
	assert.equal((await now(id)).messages.filter((message) => message.audience === "SECOND_LEVEL").length > 8, true);
});

test("what a user writes adds no header to any mail that goes out", async () => {
	const headers = "X-Mailer: a\r\nReply-To: zlo@example.com\r\nBcc: vsi@example.com";
	await arrive({
		from: "=?utf-8?q?Ana=0D=0ABcc=3A_zlo=40example=2Ecom?= <ana.vrivalka@example.si>",
		subject: "=?utf-8?q?a=0D=0ABcc=3A_zlo=40example=2Ecom?=",
		headers,
	});
	const { rows } = await desk.database.pool.query<{ raw: Buffer }>(
		"select raw from sent_mail join outbox on outbox.id = outbox_id where recipient = 'ana.vrivalka@example.si'",
	);
	assert.equal(rows.length, 1);
	const head = rows[0]!.raw.toString().split("\r\n\r\n")[0]!;
	assert.doesNotMatch(head, /^(?:bcc|cc|x-mailer):|zlo@|vsi@/im);
});
