import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import answer from "../tickets/operations/answer.ts";
import askUser from "../tickets/operations/ask-user.ts";
import interimReply from "../tickets/operations/interim-reply.ts";
import receive from "../tickets/operations/receive.ts";
import redirect from "../tickets/operations/redirect.ts";
import registerCall from "../tickets/operations/register-call.ts";
import settleSilence from "../tickets/operations/settle-silence.ts";
import solve from "../tickets/operations/solve.ts";
import triage from "../tickets/operations/triage.ts";
import { followUrl } from "../tickets/read/follow-token.ts";

let desk: TestDesk;
let cast: TicketCast;

before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T09:00+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const mailsOf = (ticketId: string) =>
	desk.database.read((tx) =>
		tx
			.selectFrom("outbox")
			.select(["purpose", "recipient", "subject", "body_text", "language", "automatic", "in_reply_to"])
			.where("about_id", "=", ticketId)
			.orderBy("queued_at")
			.execute(),
	);
const lastMail = async (ticketId: string) => (await mailsOf(ticketId)).at(-1);
const forward = () => desk.clock.forward({ minutes: 15 });

describe("the user is told", () => {
	test("in his language, with the day of the answer and the link, in answer to his mail", async () => {
		forward();
		const { id } = await desk.perform(receive, system, {
			channel: "EMAIL",
			reporter: { email: "anna@example.com" },
			subject: "Appointment",
			body: "I cannot sign in.",
			language: "en",
			messageId: "abc@example.com",
		});
		const mail = await lastMail(id);
		assert.deepEqual(
			[mail?.purpose, mail?.language, mail?.automatic, mail?.in_reply_to],
			["RECEIPT", "en", true, "<abc@example.com>"],
		);
		assert.match(mail?.body_text ?? "", /27\u00a0March 2026/);
		assert.ok(mail?.body_text.includes(followUrl(desk.desk.settings, id)));
	});

	test("after a call too, where an address was given", async () => {
		const call = { channel: "PHONE", subject: "Klic", body: "Ne dela." };
		forward();
		const { id } = await desk.perform(receive, system, { ...call, reporter: { email: "klic@example.si" } });
		const mail = await lastMail(id);
		assert.equal(mail?.purpose, "RECEIPT");
		assert.ok(mail.body_text.includes(followUrl(desk.desk.settings, id)));
		const { id: without } = await desk.perform(receive, system, { ...call, reporter: { phone: "040 000 002" } });
		assert.equal(await lastMail(without), undefined);
	});

	test("of a form entered by a program as well", async () => {
		forward();
		const form = { channel: "WEB_FORM", reporter: { email: "ana@example.si" }, subject: "Obrazec", body: "Ne dela." };
		const { id } = await desk.perform(receive, system, form);
		assert.equal((await lastMail(id))?.purpose, "RECEIPT");
	});

	test("when to expect the answer", async () => {
		forward();
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		forward();
		await ticket.step(interimReply, cast.adviser, { body: "Še preverjamo.", expectedOn: "2026-04-10" });
		const mail = await lastMail(ticket.id);
		assert.deepEqual([mail?.purpose, mail?.automatic], ["INTERIM_REPLY", false]);
		assert.match(mail?.body_text ?? "", /Še preverjamo\.[^]*10\.\u00a0aprila 2026/);
	});

	test("who is competent, with the redirection's own words", async () => {
		forward();
		const ticket = await receivedTicket(desk);
		await ticket.step(triage, cast.adviser, { type: "OUT_OF_SCOPE" });
		forward();
		const { id } = await ticket.step(redirect, cast.adviser, {
			competentBody: "Upravna enota",
			reply: "Obrnite se na upravno enoto.",
		});
		assert.match((await lastMail(id))?.body_text ?? "", /Obrnite se na upravno enoto\./);
	});

	test("that his word is awaited, and that it was awaited long enough", async () => {
		forward();
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await ticket.step(askUser, cast.adviser, { body: "Kateri brskalnik?" });
		for (const days of [3, 4, 7]) {
			desk.clock.forward({ hours: 24 * days });
			await desk.perform(settleSilence, system, { id: ticket.id });
		}
		assert.deepEqual((await mailsOf(ticket.id)).map((mail) => mail.purpose).slice(1), [
			"QUESTION",
			"REMINDER",
			"REMINDER",
			"CLOSED_UNANSWERED",
		]);
	});

	test("and what is said by phone is not mailed", async () => {
		forward();
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		await ticket.step(askUser, cast.adviser, { body: "Kateri brskalnik?", byPhone: true });
		assert.deepEqual(
			(await mailsOf(ticket.id)).map((mail) => mail.purpose),
			["RECEIPT"],
		);
		const other = await ticketUpTo(desk, cast, "inProgressL1");
		await other.step(solve, cast.adviser, { solution: "Geslo je treba obnoviti." });
		await other.step(answer, cast.adviser, { body: "Obnovite geslo.", byPhone: true });
		assert.deepEqual(
			(await mailsOf(other.id)).map((mail) => mail.purpose),
			["RECEIPT"],
		);
	});

	test("not at all where there is no address", async () => {
		const call = { caller: { name: "Klicatelj B", phone: "040 000 002" }, subject: "Prijava" };
		const { id } = await desk.perform(registerCall, cast.adviser, call);
		assert.deepEqual(await mailsOf(id), []);
	});
});
