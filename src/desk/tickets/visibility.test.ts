import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openTestDesk, publicActor, type TestDesk } from "../../../test/support/desk.ts";
import { incident, receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import listTickets from "../queues/operations/list-tickets.ts";
import acknowledge from "./operations/acknowledge.ts";
import answer from "./operations/answer.ts";
import handOver from "./operations/hand-over.ts";
import link from "./operations/link.ts";
import messageSecondLevel from "./operations/message-second-level.ts";
import nameable from "./operations/nameable.ts";
import note from "./operations/note.ts";
import readAttachment from "./operations/read-attachment.ts";
import readTicket from "./operations/read-ticket.ts";
import restrict from "./operations/restrict.ts";
import reveal from "./operations/reveal.ts";
import solve from "./operations/solve.ts";
import solveAtSecondLevel from "./operations/solve-at-second-level.ts";
import take from "./operations/take.ts";
import triage from "./operations/triage.ts";
import { isVisible, ticketScope } from "./policy.ts";
import { inScope, ticketColumns } from "./read.ts";
import { exposureOf } from "./read/ticket-row.ts";

let desk: TestDesk;
let cast: TicketCast;
let strangers: PersonActor[];
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
	strangers = [
		await desk.cast("client_director", { handle: "direktor" }),
		await desk.cast("auditor"),
		await desk.cast("platform_admin"),
		await desk.cast("ekc_director"),
	];
});
after(() => desk.close());

const sees = async (actor: PersonActor, id: string): Promise<boolean> =>
	desk.perform(readTicket, actor, { id }).then(
		() => true,
		(error: { code?: string }) => {
			assert.equal(error.code, "not-found");
			return false;
		},
	);
const seers = async (id: string) => {
	const { adviser, techLead, contentLead, head, owner, technicalCustodian, contentCustodian, l2, l2Content } = cast;
	const people = { adviser, techLead, contentLead, head, owner, technicalCustodian, contentCustodian, l2, l2Content };
	const found: string[] = [];
	for (const [name, actor] of Object.entries(people)) if (await sees(actor, id)) found.push(name);
	for (const stranger of strangers) assert.equal(await sees(stranger, id), false);
	return found;
};

const deskPeople = ["adviser", "techLead", "contentLead", "head"];

describe("who sees a ticket (§2.2)", () => {
	test("before a hand-over the contact centre alone", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		assert.deepEqual(await seers(ticket.id), deskPeople);
	});
	test("after it the service's people, second level in its own set", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		assert.deepEqual(await seers(ticket.id), [...deskPeople, "owner", "technicalCustodian", "contentCustodian", "l2"]);
	});
	test("R10: a security incident is restricted with its classification; named people of second level see it", async () => {
		const ticket = await receivedTicket(desk);
		await ticket.step(triage, cast.adviser, {
			...incident,
			type: "SECURITY_INCIDENT",
			category: "T3.1",
			serviceId: cast.serviceId,
			personalDataBreachSuspected: true,
		});
		const { id } = ticket.ref();
		assert.deepEqual(await seers(id), ["techLead", "head"]);
		// Who no longer sees it does not have it either, though it was to be taken in the same step.
		const restricted = await desk.perform(readTicket, cast.techLead, { id });
		assert.deepEqual([restricted.owner, restricted.state], [null, "triaged"]);
		await ticket.step(take, cast.techLead);
		await assert.rejects(ticket.step(handOver, cast.head, { summary: "x" }), { code: "not-allowed" });
		await ticket.step(handOver, cast.techLead, { summary: "tuj termin" });
		assert.deepEqual(await seers(id), ["techLead", "head", "owner", "technicalCustodian"]);
		const nameables = await desk.perform(nameable, cast.techLead, { id });
		assert.deepEqual(
			nameables.rows.map(({ personId }) => personId),
			[cast.l2.personId],
		);
		await ticket.step(restrict, cast.techLead, { namedPersons: [cast.l2.personId] });
		assert.deepEqual(await seers(id), ["techLead", "head", "owner", "technicalCustodian", "l2"]);
		await ticket.step(restrict, cast.techLead, { personalDataBreachSuspected: true });
		assert.deepEqual(await seers(id), ["techLead", "head", "owner", "technicalCustodian", "l2"]);
		assert.deepEqual((await desk.perform(readTicket, cast.l2, { id })).namedPersons, []);
		const view = await desk.perform(readTicket, cast.techLead, { id });
		assert.deepEqual(view.priority?.flags, [
			"security",
			"personal_data_breach_suspected",
			"mixed_cell_solo_not_sole_channel",
		]);
		assert.deepEqual(
			view.namedPersons.map((person) => person.id),
			[cast.l2.personId],
		);
		assert.equal(view.owner?.id, cast.techLead.personId);
		assert.equal((await ticket.step(acknowledge, cast.l2)).state, "acknowledgedL2");
		await ticket.step(restrict, cast.techLead, { namedPersons: [] });
		assert.deepEqual(await seers(id), ["techLead", "head", "owner", "technicalCustodian"]);
	});
	test("an unknown id and one that is not in scope answer alike", async () => {
		const ticket = await ticketUpTo(desk, cast, "inProgressL1");
		const unknown = "00000000-0000-7000-8000-000000000000";
		const answers = await Promise.allSettled([
			desk.perform(readTicket, cast.l2, { id: ticket.id }),
			desk.perform(readTicket, cast.l2, { id: unknown }),
			desk.perform(acknowledge, cast.l2, { id: ticket.id, version: 1 }),
			desk.perform(acknowledge, cast.l2, { id: unknown, version: 1 }),
			desk.perform(readTicket, publicActor, { id: ticket.id }),
		]);
		const texts = answers.map((one) => JSON.stringify(one.status === "rejected" ? { ...one.reason } : one));
		assert.equal(new Set(texts).size, 1);
	});

	test("SQL and memory read one scope alike", async () => {
		const ids = await desk.database.read((tx) => tx.selectFrom("ticket").select("id").execute());
		const holding = fc.record({
			role: fc.constantFrom(
				...([
					"ekc_adviser",
					"ekc_tech_lead",
					"ekc_head",
					"service_owner",
					"content_custodian",
					"technical_custodian",
					"l2_agent",
					"auditor",
				] as const),
			),
			organisationId: fc.constant(cast.organisationId),
			serviceId: fc.constantFrom(cast.serviceId, null, "00000000-0000-7000-8000-000000000000" as typeof cast.serviceId),
			set: fc.constantFrom("TECHNICAL" as const, "CONTENT" as const, null),
			id: fc.constant("00000000-0000-7000-8000-000000000001"),
			deputyFor: fc.constant(null),
			from: fc.constant(Temporal.PlainDate.from("2026-01-01")),
			until: fc.constant(null),
		});
		const actors = fc.record({
			kind: fc.constant("person" as const),
			personId: fc.constantFrom(cast.l2.personId, cast.adviser.personId),
			holdings: fc.array(holding, { maxLength: 3 }),
		});
		await fc.assert(
			fc.asyncProperty(actors, async (actor) => {
				const scope = ticketScope(actor);
				await desk.database.read(async (tx) => {
					const found = await tx.selectFrom("ticket").select("id").where(inScope(scope, ticketColumns)).execute();
					const inSql = new Set(found.map((row) => row.id));
					for (const { id } of ids) {
						const named = await tx
							.selectFrom("ticket_named_person")
							.select("person_id")
							.where("ticket_id", "=", id)
							.execute();
						const row = await tx.selectFrom("ticket").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
						const exposure = exposureOf({
							...row,
							named_persons: named.map((one) => one.person_id),
							open_children: [],
							has_mail_address: false,
						});
						assert.equal(inSql.has(id), isVisible(scope, exposure), id);
					}
				});
			}),
			{ numRuns: 60 },
		);
	});
});

describe("what is seen of a ticket", () => {
	test("second level: not the user, not our notes, no numbers", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		await ticket.step(note, cast.adviser, { body: "stranka je jezna" });
		const ours = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
		assert.equal(ours.reporter?.email, "uporabnica@example.si");
		assert.match(ours.messages[0]!.body, /EMŠO je •{13}\./);
		assert.match(ours.messages[0]!.body, /Uporabnica Aa, 040 000 002/);
		const theirs = JSON.stringify(await desk.perform(readTicket, cast.l2, { id: ticket.id }));
		for (const secret of ["uporabnica@example.si", "040 000 002", "3102990500000", "Uporabnica", "jezna"]) {
			assert.ok(!theirs.includes(secret), secret);
		}
	});
	test("a subject is covered for its reader wherever it stands", async () => {
		const subject = "Uporabnica Aa (EMŠO 3102990500000): napaka";
		const [ticket, other] = [await receivedTicket(desk, { subject }), await receivedTicket(desk, { subject })];
		for (const one of [ticket, other]) {
			await one.step(triage, cast.adviser, { ...incident, serviceId: cast.serviceId });
			await one.step(handOver, cast.adviser, { summary: "Napaka." });
		}
		await ticket.step(link, cast.adviser, { toId: other.ref().id, kind: "RELATED" });
		const { id } = ticket.ref();
		const subjectsFor = async (actor: PersonActor) => {
			const view = await desk.perform(readTicket, actor, { id });
			const { rows } = await desk.perform(listTickets, actor, { limit: 200 });
			return new Set([view.subject, view.linked[0]?.subject, rows.find((row) => row.id === id)?.subject]);
		};
		assert.deepEqual(await subjectsFor(cast.adviser), new Set(["Uporabnica Aa (EMŠO •••••••••••••): napaka"]));
		assert.deepEqual(await subjectsFor(cast.l2), new Set(["•••••••••• Aa (EMŠO •••••••••••••): napaka"]));
	});
	test("second level's own words come back as they were written", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const body = "Kličite nas na 01 000 01 10, Uporabnica";
		await ticket.step(messageSecondLevel, cast.l2, { body });
		const { messages } = await desk.perform(readTicket, cast.l2, { id: ticket.id });
		assert.equal(messages.at(-1)?.body, body);
	});
	test("looking at a number leaves a record that does not repeat it", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const { messages, version } = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
		const shown = await desk.perform(reveal, cast.adviser, { id: ticket.id, messageId: messages[0]!.id });
		assert.deepEqual(shown.findings, [{ kind: "EMSO", text: "3102990500000" }]);
		const after = await desk.perform(readTicket, cast.adviser, { id: ticket.id });
		assert.equal(after.version, version);
		assert.equal(after.steps.at(-1)?.name, "personal-data-revealed");
		assert.ok(!JSON.stringify(after.steps).includes("3102990500000"));
		await assert.rejects(desk.perform(reveal, cast.l2, { id: ticket.id, messageId: messages[0]!.id }), {
			code: "not-allowed",
		});
	});
	test("a file comes out as it went in, and only with its ticket", async () => {
		const fileId = await desk.database.write((tx) => desk.desk.store.put(tx, Buffer.from("slika")));
		const ticket = await receivedTicket(desk, {
			attachments: [{ fileId, name: "napaka500.png", contentType: "image/png" }],
		});
		const { id } = ticket.ref();
		const view = await desk.perform(readTicket, cast.adviser, { id });
		const [attachment] = view.messages[0]!.attachments;
		assert.equal(attachment?.sizeBytes, 5);
		const file = await desk.perform(readAttachment, cast.adviser, { id, attachmentId: attachment!.id });
		assert.equal(Buffer.from(file.base64, "base64").toString(), "slika");
		const other = await receivedTicket(desk);
		await assert.rejects(
			desk.perform(readAttachment, cast.adviser, { id: other.ref().id, attachmentId: attachment!.id }),
			{ code: "not-found" },
		);
		await assert.rejects(desk.perform(readAttachment, cast.l2, { id, attachmentId: attachment!.id }), {
			code: "not-found",
		});
	});
});

describe("who may do what (§2.2)", () => {
	test("each side has its acts; the view says so before the act does", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const can = async (actor: PersonActor) => {
			const view = await desk.perform(readTicket, actor, { id: ticket.id });
			return Object.entries(view.can)
				.filter(([, obstacles]) => obstacles.length === 0)
				.map(([act]) => act)
				.sort();
		};
		assert.deepEqual(await can(cast.l2), [
			"acknowledge",
			"messageSecondLevel",
			"overridePriority",
			"propose",
			"return",
		]);
		assert.deepEqual(await can(cast.owner), []);
		assert.deepEqual(await can(cast.adviser), [
			"assign",
			"interimReply",
			"messageSecondLevel",
			"note",
			"restrict",
			"take",
		]);
		assert.deepEqual(await can(cast.head), ["interimReply", "messageSecondLevel", "note", "overridePriority"]);
		await assert.rejects(ticket.step(acknowledge, cast.adviser), { code: "not-allowed" });
		await assert.rejects(ticket.step(messageSecondLevel, cast.owner, { body: "x" }), { code: "not-allowed" });
		await ticket.step(acknowledge, cast.contentCustodian);
		await ticket.step(solveAtSecondLevel, cast.l2, { solution: "x" });
		await assert.rejects(ticket.step(answer, cast.l2, { body: "x" }), { code: "not-allowed" });
	});
	test("the head answers and hands over, the classification is the advisers'", async () => {
		const ticket = await receivedTicket(desk);
		await assert.rejects(ticket.step(triage, cast.head, { ...incident, serviceId: cast.serviceId }), {
			code: "not-allowed",
		});
		await ticket.step(triage, cast.contentLead, { ...incident, serviceId: cast.serviceId });
		await assert.rejects(ticket.step(solve, cast.head, { solution: "x" }), { code: "not-allowed" });
		await ticket.step(handOver, cast.head, { summary: "x" });
	});
});
