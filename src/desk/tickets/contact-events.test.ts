import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { publicActor, system } from "../../../test/support/desk.ts";
import { type MailDesk, openMailDesk } from "../../../test/support/mail-desk.ts";
import { type TicketCast, ticketCast } from "../../../test/support/tickets.ts";
import { handInForm } from "../../entrances/mail/take-in-form.ts";
import addCall from "./operations/add-call.ts";
import answer from "./operations/answer.ts";
import close from "./operations/close.ts";
import markSpam from "./operations/mark-spam.ts";
import note from "./operations/note.ts";
import registerCall from "./operations/register-call.ts";
import replyByToken from "./operations/reply-by-token.ts";
import solve from "./operations/solve.ts";
import triage from "./operations/triage.ts";
import { contactsPerDay, followToken } from "./read.ts";

let desk: MailDesk;
let cast: TicketCast;
before(async () => {
	desk = await openMailDesk("2026-03-12T09:00+01:00");
	cast = await ticketCast(desk);
});
after(() => desk.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const counted = async (from: string, until: string) => {
	const wanted = { from: day(from), until: day(until), serviceId: cast.serviceId };
	const rows = await desk.database.read((tx) => contactsPerDay(tx, wanted));
	return rows.map((row) => `${row.day} ${row.channel} ${row.count}`);
};
async function go(operation: unknown, id: string, input: object = {}) {
	const { version } = await desk.database.read((tx) =>
		tx.selectFrom("ticket").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
	);
	return desk.perform(operation as typeof note, cast.adviser as never, { id, version, ...input } as never);
}
const byMail = async (wish: Parameters<MailDesk["hand"]>[0]) => {
	desk.clock.forward({ minutes: 1 });
	await desk.hand(wish);
	await desk.work();
};

test("every inbound contact counts: calls, mails and forms, the first and each further one, also on a closed ticket", async () => {
	const { serviceId } = cast;
	const call = await desk.perform(registerCall, cast.adviser, { caller: {}, subject: "Klic", serviceId });
	await go(addCall, call.id, { body: "Kliče znova." });
	await go(note, call.id, { body: "zaznamek ni stik" });

	const form = await handInForm(
		desk,
		{ reporter: { email: "ana@example.si" }, subject: "Obrazec", body: "Ne dela.", serviceId },
		"k",
	);
	await desk.perform(replyByToken, publicActor, { token: form!.token, body: "Še to." });
	const receipt = (await desk.outbox()).find((mail) => mail.about_id === form!.id)!;
	const reply = { from: "ana@example.si", headers: `In-Reply-To: ${receipt.message_id}` };
	await byMail({ ...reply, body: "In to." });
	await byMail({ ...reply, headers: `${reply.headers}\r\nAuto-Submitted: auto-replied`, body: "Na dopustu." });
	assert.deepEqual(await counted("2026-03-12", "2026-03-13"), [
		"2026-03-12 EMAIL 1",
		"2026-03-12 PHONE 2",
		"2026-03-12 WEB_FORM 2",
	]);

	desk.clock.set("2026-03-12T23:30Z");
	await go(triage, form!.id, { type: "QUESTION", serviceId, category: "T2.2", take: true });
	await go(solve, form!.id, { solution: "x" });
	await go(answer, form!.id, { body: "x" });
	await go(close, form!.id);
	await byMail({ ...reply, body: "Ni pomagalo." });
	desk.clock.set("2026-06-01T09:00+02:00");
	await desk.perform(addCall as never, system, {
		id: call.id,
		version: (
			await desk.database.read((tx) =>
				tx.selectFrom("ticket").select("version").where("id", "=", call.id).executeTakeFirstOrThrow(),
			)
		).version,
		body: "Junija.",
	});
	// Half an hour before midnight in UTC is the next day here.
	assert.deepEqual(await counted("2026-03-13", "2026-07-01"), ["2026-03-13 EMAIL 1", "2026-06-01 PHONE 1"]);
	assert.equal(followToken(desk.desk.settings, form!.id), form!.token);
});

test("what nobody asked for is no contact", async () => {
	await byMail({ from: "nekdo@example.com", subject: "Nagrada" });
	const spam = await desk.database.read((tx) =>
		tx.selectFrom("ticket").select("id").where("subject", "=", "Nagrada").executeTakeFirstOrThrow(),
	);
	const all = async () => {
		const today = Temporal.PlainDate.from("2026-06-01");
		const rows = await desk.database.read((tx) => contactsPerDay(tx, { from: today, until: today.add({ days: 1 }) }));
		return rows.filter((row) => row.serviceId === null).reduce((sum, row) => sum + row.count, 0);
	};
	assert.equal(await all(), 1);
	await go(markSpam, spam.id);
	assert.equal(await all(), 0);
});
