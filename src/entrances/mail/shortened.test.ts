import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type MailDesk, openMailDesk } from "../../../test/support/mail-desk.ts";
import { incident, type TicketCast, ticketCast } from "../../../test/support/tickets.ts";
import handOver from "../../desk/tickets/operations/hand-over.ts";
import readOriginal from "../../desk/tickets/operations/read-original.ts";
import readTicket from "../../desk/tickets/operations/read-ticket.ts";
import receive from "../../desk/tickets/operations/receive.ts";
import triage from "../../desk/tickets/operations/triage.ts";

let desk: MailDesk;
let cast: TicketCast;
before(async () => {
	desk = await openMailDesk("2026-03-12T14:00+01:00");
	cast = await ticketCast(desk);
});
after(() => desk.close());

const head = "From: ana@example.si\r\nTo: ekc@desk.example\r\nSubject: Dolgo\r\n";
async function arrived(raw: string) {
	desk.clock.forward({ minutes: 1 });
	await desk.hand({ raw, from: "ana@example.si" });
	await desk.work();
	const { id } = await desk.database.read((tx) =>
		tx.selectFrom("ticket").select("id").orderBy("number", "desc").limit(1).executeTakeFirstOrThrow(),
	);
	return desk.perform(readTicket, cast.adviser, { id });
}
const parts = (count: number) =>
	Array.from(
		{ length: count },
		(_, n) => `--MEJA\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=p${n}.csv\r\n\r\n${n}\r\n`,
	).join("");

const long: [what: string, raw: string, isShortened: boolean][] = [
	["words of a usual length", `${head}\r\nNe dela.\r\n`, false],
	["words without end", `${head}\r\n${"Ne dela. ".repeat(8000)}\r\n`, true],
	[
		"a quotation without end",
		`${head}\r\nHvala.\r\n\r\nDne 1. 3. 2026 je EKC napisal:\r\n${"> vrstica\r\n".repeat(6000)}`,
		true,
	],
	[
		"HTML without end",
		`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${"<p>Ne dela.</p>\r\n".repeat(40_000)}`,
		true,
	],
	["fifty files", `${head}Content-Type: multipart/mixed; boundary=MEJA\r\n\r\n${parts(50)}--MEJA--\r\n`, false],
	[
		"more files than are kept",
		`${head}Content-Type: multipart/mixed; boundary=MEJA\r\n\r\n${parts(51)}--MEJA--\r\n`,
		true,
	],
];
for (const [what, raw, isShortened] of long) {
	test(`a mail with ${what} ${isShortened ? "says that it is shortened, and the whole of it is there" : "is whole"}`, async () => {
		const ticket = await arrived(raw);
		const [message] = ticket.messages;
		assert.deepEqual([message?.isShortened, message?.hasOriginal], [isShortened, isShortened]);
		const asked = desk.perform(readOriginal, cast.adviser, { id: ticket.id, messageId: message!.id });
		if (!isShortened) return assert.rejects(asked, { code: "not-found" });
		const kept = Buffer.from((await asked).base64!, "base64").toString();
		assert.ok(kept.endsWith(raw.slice(-2000)));
		const { steps } = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
		assert.equal(steps.at(-1)?.name, "personal-data-revealed");
	});
}

test("the whole mail is the contact centre's alone, second level reads that there is more", async () => {
	const { id, version, messages } = await arrived(`${head}\r\n${"Ne dela. ".repeat(8000)}\r\n`);
	const ref = await desk.perform(triage, cast.adviser, { id, version, ...incident, serviceId: cast.serviceId });
	await desk.perform(handOver, cast.adviser, { id, version: ref.version, summary: "x" });
	const theirs = await desk.perform(readTicket, cast.l2, { id });
	assert.deepEqual([theirs.messages[0]?.isShortened, theirs.messages[0]?.hasOriginal], [true, false]);
	await assert.rejects(desk.perform(readOriginal, cast.l2, { id, messageId: messages[0]!.id }), {
		code: "not-allowed",
	});
});

test("nobody names a kept file as the original of a mail but the desk's own door", async () => {
	const original = await desk.database.write((tx) => desk.desk.store.put(tx, Buffer.from("tuje")));
	const wish = { channel: "EMAIL", reporter: { email: "ana@example.si" }, subject: "x", body: "x", original };
	await assert.rejects(desk.perform(receive, cast.adviser, wish), { code: "files-by-door-only" });
});
