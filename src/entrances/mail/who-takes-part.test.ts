import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, afterEach, before, describe, test } from "node:test";
import { type MailDesk, openMailDesk } from "../../../test/support/mail-desk.ts";
import { type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import { system } from "../../../test/support/desk.ts";
import { quarantine } from "../../desk/channels/operations/quarantine-questions.ts";
import { suggestions } from "../../desk/channels/operations/ticket-questions.ts";
import endRole from "../../desk/identity/operations/end-role.ts";
import stopPerson from "../../desk/identity/operations/stop-person.ts";
import readTicket from "../../desk/tickets/operations/read-ticket.ts";
import restrict from "../../desk/tickets/operations/restrict.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { json } from "../../platform/db/tx.ts";

let desk: MailDesk;
let cast: TicketCast;
before(async () => {
	desk = await openMailDesk("2026-03-12T14:00+01:00");
	cast = await ticketCast(desk);
});
after(() => desk.close());
afterEach(() => void (desk.faults.length = 0));

/** The first target of the example's technical path, and the custodian, its second. */
const team = "2nivo.tehnika@okence.example.si";
const custodian = "tehnika@okence.example.si";

const mailsOf = async (ticketId: string) => (await desk.outbox()).filter((mail) => mail.about_id === ticketId);
async function handedOver() {
	desk.clock.forward({ minutes: 20 });
	const ticket = await ticketUpTo(desk, cast, "escalatedL2");
	await desk.work();
	const mail = (await mailsOf(ticket.id)).find((one) => one.purpose === "HAND_OVER");
	assert.ok(mail);
	return { ...ticket, mail };
}

type Mailed = { message_id: string; reply_to: string | null };
async function reply({ message_id, reply_to }: Mailed, body: string, from: string, headers = ""): Promise<void> {
	desk.clock.forward({ minutes: 5 });
	const more = headers === "" ? "" : `\r\n${headers}`;
	await desk.hand({ from, to: reply_to ?? "", headers: `In-Reply-To: ${message_id}${more}`, body });
	await desk.work();
	assert.deepEqual(desk.faults, []);
}

const ticketNow = (id: string) => desk.perform(readTicket, system, { id });
const lastTicket = () =>
	desk.database.read((tx) =>
		tx
			.selectFrom("ticket")
			.innerJoin("ticket_reporter", "ticket_reporter.ticket_id", "ticket.id")
			.select(["ticket.id", "email"])
			.orderBy("number", "desc")
			.limit(1)
			.executeTakeFirstOrThrow(),
	);

/** The mail did nothing to the ticket it points at, and stands as a ticket of its own that suggests the link. */
async function isACaseOfItsOwn(ticketId: string, from: string): Promise<void> {
	const { state, messages } = await ticketNow(ticketId);
	assert.deepEqual([state, messages.filter((message) => message.direction === "IN").length], ["escalatedL2", 1]);
	const made = await lastTicket();
	assert.equal(made.email, from);
	const { rows } = await desk.perform(suggestions, cast.adviser, { ticketId: made.id });
	assert.deepEqual(
		rows.map((row) => row.ticketId),
		[ticketId],
	);
}

/** Terms in force as somebody changed them meanwhile; the ticket stays bound by those it was handed over under. */
async function amend(from: string, to: string): Promise<() => Promise<void>> {
	const { id, terms, ...row } = await desk.database.read((tx) =>
		tx.selectFrom("agreement").selectAll().where("state", "=", "active").executeTakeFirstOrThrow(),
	);
	await desk.database.write(async (tx) => {
		await tx
			.updateTable("agreement")
			.set({ state: "superseded", active_period: "[2026-01-01,2026-03-01)" })
			.where("id", "=", id)
			.execute();
		await tx
			.insertInto("agreement")
			.values({
				...row,
				id: "00000000-0000-7000-8000-0000000000a2",
				number: 2,
				content_hash: createHash("sha256").update(to).digest("hex"),
				terms: json(JSON.parse(JSON.stringify(terms).replaceAll(`"${from}"`, `"${to}"`))),
				active_period: "[2026-03-01,)",
			})
			.execute();
	});
	return async () => {
		await desk.database.write(async (tx) => {
			await tx.deleteFrom("agreement").where("number", "=", 2).execute();
			await tx
				.updateTable("agreement")
				.set({ state: "active", active_period: "[2026-01-01,)" })
				.where("id", "=", id)
				.execute();
		});
	};
}

const endOffice = async (actor: PersonActor) => {
	const office = await desk.database.read((tx) =>
		tx
			.selectFrom("role_holding")
			.select(["id", "version"])
			.where("person_id", "=", actor.personId)
			.executeTakeFirstOrThrow(),
	);
	await desk.perform(endRole, system, { ...office, validUntil: "2026-03-12" });
};

describe("who has left second level", () => {
	test("with an office that ended: an old thread is a stranger's", async () => {
		const leaver = await desk.cast("l2_agent", {
			handle: "odhajajoca",
			organisation: "Naročnik eokence",
			serviceId: cast.serviceId,
			set: "TECHNICAL",
		});
		const { id, mail } = await handedOver();
		await reply(mail, "Prevzemam.", "odhajajoca@example.si");
		assert.equal((await ticketNow(id)).state, "acknowledgedL2");
		await endOffice(leaver);
		const old = await handedOver();
		await reply(old.mail, "#REŠENO\nNe dela več tu.", "odhajajoca@example.si");
		await isACaseOfItsOwn(old.id, "odhajajoca@example.si");
	});

	test("also who was mailed in the thread before, as its custodian then", async () => {
		const { id, mail } = await handedOver();
		await desk.database.write((tx) =>
			tx.updateTable("outbox").set({ recipient: "nekdanji@okence.example.si" }).where("id", "=", mail.id).execute(),
		);
		await reply(mail, "#REŠENO\nŠe vedno imam to pošto.", "nekdanji@okence.example.si");
		await isACaseOfItsOwn(id, "nekdanji@okence.example.si");
	});

	test("also who stands in the pinned version while the one in force names somebody else", async () => {
		const { id, mail } = await handedOver();
		const undo = await amend(custodian, "nova.skrbnica@okence.example.si");
		await reply(mail, "#REŠENO\nNisem več skrbnica.", custodian);
		await isACaseOfItsOwn(id, custodian);
		await reply(mail, "Prevzemam.", "nova.skrbnica@okence.example.si");
		assert.equal((await ticketNow(id)).state, "acknowledgedL2");
		await undo();
	});

	test("also whose address the agreement names, once the person is stopped", async () => {
		const { id, mail } = await handedOver();
		await desk.database.write((tx) =>
			tx.updateTable("person").set({ email: custodian }).where("id", "=", cast.technicalCustodian.personId).execute(),
		);
		await desk.perform(stopPerson, system, { id: cast.technicalCustodian.personId, version: 1 });
		await reply(mail, "#REŠENO\nTudi jaz ne.", custodian);
		await isACaseOfItsOwn(id, custodian);
	});
});

test("a mailbox that the pinned version names counts, also when the version in force names another", async () => {
	const { id, mail } = await handedOver();
	const undo = await amend(team, "nova.ekipa@okence.example.si");
	await reply(mail, "Prevzemamo.", team);
	assert.equal((await ticketNow(id)).state, "acknowledgedL2");
	await undo();
});

test("a member of the other set does not write into the thread", async () => {
	const { id, mail } = await handedOver();
	await reply(mail, "#REŠENO\nVsebina pravi.", "l2.vsebina@example.si");
	await isACaseOfItsOwn(id, "l2.vsebina@example.si");
});

describe("a number is no proof", () => {
	test("second level's words stand in the thread, its wish is not done, and it hears why", async () => {
		const { id, ref } = await handedOver();
		desk.clock.forward({ minutes: 5 });
		await desk.hand({ from: team, subject: `[EKC-${ref().number}] napaka`, body: "#REŠENO\nUgibam številke." });
		await desk.work();
		const { state, messages } = await ticketNow(id);
		assert.deepEqual([state, messages.at(-1)?.body], ["escalatedL2", "#REŠENO\nUgibam številke."]);
		const told = (await mailsOf(id)).filter((mail) => mail.purpose === "DECLINED");
		assert.deepEqual(
			told.map((mail) => mail.recipient),
			[team],
		);
	});
});

describe("a restricted ticket", () => {
	const asides = async () =>
		(await desk.perform(quarantine, cast.head, { limit: 200 })).rows.filter(
			(row) => row.reason === "points-at-restricted",
		);

	test("is open by mail to named people; what others send to it waits for the head, not for every adviser", async () => {
		const { id, mail, step } = await handedOver();
		await step(restrict, cast.techLead);
		const [last, before] = [await lastTicket(), (await asides()).length];
		for (const from of [team, "l2.tehnika@example.si", "tujec@example.com"]) await reply(mail, "#REŠENO\nx", from);
		assert.equal((await asides()).length, before + 3);
		assert.deepEqual(await lastTicket(), last);
		assert.equal((await ticketNow(id)).state, "escalatedL2");
		await step(restrict, cast.techLead, { namedPersons: [cast.l2.personId] });
		await reply(mail, "Prevzemam.", "l2.tehnika@example.si");
		assert.equal((await ticketNow(id)).state, "acknowledgedL2");
	});

	test("its user writes on", async () => {
		const { id, step } = await handedOver();
		await step(restrict, cast.techLead);
		const receipt = (await mailsOf(id)).find((one) => one.purpose === "RECEIPT");
		await reply(receipt!, "Še to.", "uporabnica@example.si");
		assert.equal((await ticketNow(id)).messages.at(-1)?.body, "Še to.");
	});
});

describe("a tracker's own answer to the hand-over mail", () => {
	for (const [who, from] of [
		["from the mailbox of the path", team],
		["from an address nobody knows", "no-reply@sledilnik.example.si"],
	] as const) {
		test(`${who} is kept, folded, and does nothing`, async () => {
			const { id, mail } = await handedOver();
			const mails = (await mailsOf(id)).length;
			await reply(mail, "#REŠENO\nVaša številka je JIRA-7.", from, "Auto-Submitted: auto-replied");
			const { state, messages } = await ticketNow(id);
			const last = messages.at(-1)!;
			assert.equal(state, "escalatedL2");
			assert.deepEqual([last.audience, last.direction, last.isAutomatic], ["SECOND_LEVEL", "IN", true]);
			assert.match(last.body, /JIRA-7/);
			assert.equal((await mailsOf(id)).length, mails);
		});
	}

	test("of somebody unknown says whose it is", async () => {
		const { id, mail } = await handedOver();
		await reply(mail, "x", "Sledilnik <no-reply@sledilnik.example.si>", "Precedence: bulk");
		assert.equal((await ticketNow(id)).messages.at(-1)?.authorName, "Sledilnik <no-reply@sledilnik.example.si>");
	});
});
