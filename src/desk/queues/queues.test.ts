import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, publicActor, type TestDesk } from "../../../test/support/desk.ts";
import { receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import { nextDue } from "../clocks/read.ts";
import acknowledge from "../tickets/operations/acknowledge.ts";
import answer from "../tickets/operations/answer.ts";
import askUser from "../tickets/operations/ask-user.ts";
import close from "../tickets/operations/close.ts";
import link from "../tickets/operations/link.ts";
import restrict from "../tickets/operations/restrict.ts";
import solveAtSecondLevel from "../tickets/operations/solve-at-second-level.ts";
import triage from "../tickets/operations/triage.ts";
import arrange from "./operations/arrange.ts";
import arrangement from "./operations/arrangement.ts";
import countViews from "./operations/count-views.ts";
import listTickets from "./operations/list-tickets.ts";

let desk: TestDesk;
let cast: TicketCast;
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
});
after(() => desk.close());

const all = async (actor: Parameters<TestDesk["perform"]>[1], wanted: object = {}) =>
	(await desk.perform(listTickets, actor, { limit: 200, ...wanted })).rows;

describe("the queue", () => {
	test("a handed over ticket stands at second level by its response, after it by its resolution", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		const [row] = await all(cast.l2, { view: "secondLevel" });
		assert.equal(row?.id, ticket.id);
		assert.equal(row?.due?.kind, "RESPONSE");
		assert.equal(row?.due?.dueAt, "2026-03-12T14:05:00Z");
		assert.equal(row?.priority?.code, "CRITICAL");
		await ticket.step(acknowledge, cast.l2);
		const [acknowledged] = await all(cast.l2);
		assert.equal(acknowledged?.due?.kind, "RESOLUTION");
		assert.equal(acknowledged?.due?.dueAt, "2026-03-13T09:05:00Z");
	});

	test("the views of the rail count what they list", async () => {
		await ticketUpTo(desk, cast, "inProgressL1");
		const waiting = await ticketUpTo(desk, cast, "inProgressL1");
		await waiting.step(askUser, cast.adviser, { body: "Kateri brskalnik?" });
		await receivedTicket(desk);
		for (const actor of [cast.adviser, cast.l2, cast.owner]) {
			const counted = await desk.perform(countViews, actor, {});
			assert.equal(counted.all, (await all(actor)).length);
			for (const view of ["mine", "unassigned", "secondLevel", "dueSoon", "late", "waiting"] as const) {
				assert.equal(counted[view], (await all(actor, { view })).length, view);
			}
		}
	});

	test("what goes out as text is what the contract promises", async () => {
		const page = await desk.perform(listTickets, cast.adviser, {});
		assert.deepEqual(JSON.parse(await desk.perform(listTickets, cast.adviser, {}, { as: "json" })), page);
		assert.ok(page.rows.length > 0);
	});

	test("late is asked of the present moment", async () => {
		const before = (await all(cast.adviser, { view: "late" })).length;
		desk.clock.set("2026-04-20T09:00+02:00");
		const late = await all(cast.adviser, { view: "late" });
		assert.ok(late.length > before);
		const now = desk.clock.now();
		assert.ok(late.every(({ due }) => due?.dueAt && Temporal.Instant.compare(due.dueAt, now) < 0));
		desk.clock.set("2026-03-12T14:05+01:00");
	});

	test("what changed since an answer is asked for alone, within the same filters", async () => {
		const { asOf } = await desk.perform(listTickets, cast.adviser, {});
		desk.clock.forward({ minutes: 1 });
		const fresh = await receivedTicket(desk);
		const old = await ticketUpTo(desk, cast, "escalatedL2");
		const since = async (wanted: object) =>
			(await all(cast.adviser, { changedAfter: asOf, ...wanted })).map((row) => row.id);
		assert.deepEqual(new Set(await since({})), new Set([fresh.ref().id, old.id]));
		assert.deepEqual(await since({ view: "secondLevel" }), [old.id]);
		desk.clock.set("2026-03-12T14:05+01:00");
	});

	test("pages by key give every row once, in order", async () => {
		for (let count = 0; count < 7; count += 1) await receivedTicket(desk);
		const whole = await all(cast.adviser);
		const paged: string[] = [];
		let after: string | null = null;
		do {
			const page: Awaited<
				ReturnType<
					typeof desk.perform<typeof listTickets.contract.input, typeof listTickets.contract.output, undefined>
				>
			> = await desk.perform(listTickets, cast.adviser, { limit: 3, ...(after ? { after } : {}) });
			paged.push(...page.rows.map((row) => row.id));
			after = page.next;
		} while (after !== null);
		assert.deepEqual(
			paged,
			whole.map((row) => row.id),
		);
		const dues = whole.map((row) => row.due?.dueAt ?? "9");
		assert.deepEqual(dues, dues.toSorted());
	});

	for (const after of [
		"x",
		"W10",
		Buffer.from('["2026-03-12T14:05:00Z","no"]').toString("base64url"),
		Buffer.from('["\'; drop","x"]').toString("base64url"),
	]) {
		test(`a cursor that is not ours is refused: ${after}`, () =>
			assert.rejects(desk.perform(listTickets, cast.adviser, { after }), { code: "bad-cursor" }));
	}

	test("words meet in their forms; a number names its ticket; closed ones are found too", async () => {
		const ticket = await receivedTicket(desk, { subject: "Soglasja občine za prireditev" });
		const found = async (words: string) => (await all(cast.adviser, { words })).map((row) => row.number);
		const { number } = ticket.ref();
		assert.deepEqual(await found("soglasje obcin"), [number]);
		assert.deepEqual(await found(`#${number}`), [number]);
		await ticket.step(triage, cast.adviser, { type: "OUT_OF_SCOPE", take: true });
		await ticket.step(answer, cast.adviser, { body: "x" });
		await ticket.step(close, cast.adviser);
		assert.deepEqual(await found("soglasjem"), [number]);
		assert.deepEqual(await found("soglasje mesečine"), []);
		assert.deepEqual(await found("…"), []);
	});

	test("what second level may not see is neither listed, counted nor found", async () => {
		const other = await desk.cast("l2_agent", {
			handle: "l2.drugje",
			organisation: "Drug naročnik",
			serviceId: await otherService(),
		});
		const hidden = await ticketUpTo(desk, cast, "escalatedL2");
		assert.equal((await all(other)).length, 0);
		assert.equal((await all(cast.l2Content)).length, 0);
		assert.ok((await all(cast.l2, { words: "napaka" })).some((row) => row.id === hidden.id));
		await hidden.step(restrict, cast.adviser);
		for (const actor of [cast.adviser, cast.l2, cast.contentCustodian, other]) {
			assert.ok(!(await all(actor, { words: "napaka" })).some((row) => row.id === hidden.id));
		}
		assert.ok((await all(cast.techLead)).some((row) => row.id === hidden.id));
		await assert.rejects(desk.perform(listTickets, publicActor, {}), { code: "not-allowed" });
	});

	test("a child stands by its parent's clock and loses it when the parent is solved", async () => {
		const parent = await ticketUpTo(desk, cast, "escalatedL2");
		const child = await receivedTicket(desk);
		await child.step(triage, cast.adviser, {
			type: "INCIDENT",
			serviceId: cast.serviceId,
			category: "T2.1",
			effect: "BLOCKED",
		});
		await child.step(link, cast.adviser, { toId: parent.id, kind: "CHILD" });
		const dueKind = async () => (await all(cast.adviser)).find((row) => row.id === child.ref().id)?.due?.kind;
		assert.equal(await dueKind(), "RESPONSE");
		await parent.step(acknowledge, cast.l2);
		assert.equal(await dueKind(), "RESOLUTION");
		await parent.step(solveAtSecondLevel, cast.l2, { solution: "x" });
		assert.equal(await dueKind(), "STATUTORY");
	});

	test("every ticket has one row, and it says what ticket and clocks say", () =>
		desk.database.read(async (tx) => {
			const tickets = await tx.selectFrom("ticket").selectAll().execute();
			const rows = new Map((await tx.selectFrom("queue_row").selectAll().execute()).map((row) => [row.ticket_id, row]));
			const dues = await nextDue(
				tx,
				tickets.map((ticket) => ticket.id),
			);
			assert.equal(rows.size, tickets.length);
			for (const ticket of tickets) {
				const row = rows.get(ticket.id);
				assert.ok(row);
				assert.deepEqual(
					[row.state, row.owner_id, row.service_id, row.support_set, row.priority, row.restricted, row.handed_over],
					[
						ticket.state,
						ticket.owner_id,
						ticket.service_id,
						ticket.support_set,
						ticket.priority,
						ticket.restricted,
						ticket.hand_overs > 0,
					],
				);
				const due = dues.get(ticket.id);
				assert.deepEqual(
					[row.clock_id, row.due_at?.toString()],
					[due?.clockId ?? null, due?.dueAt?.toString()],
					`#${ticket.number}`,
				);
			}
		}));
});

describe("the arrangement of one's lists", () => {
	const asked = (actor: Parameters<TestDesk["perform"]>[1]) => desk.perform(arrangement, actor, {});

	test("is the standard until it is chosen, then one's own and nobody else's", async () => {
		const standard = await asked(cast.adviser);
		const own = { columns: ["subject", "received", "deadline"], density: "ROOMY" };
		assert.deepEqual(await desk.perform(arrange, cast.adviser, own), own);
		await desk.perform(arrange, cast.adviser, { ...own, density: "DENSE" });
		assert.deepEqual(await asked(cast.adviser), { ...own, density: "DENSE" });
		assert.deepEqual(await asked(cast.techLead), standard);
	});

	for (const [columns, code] of [
		[["deadline", "subject", "subject"], "column-twice"],
		[["deadline", "number"], "column-missing"],
		[["subject", "deadline", "password"], "invalid-value"],
	] as const)
		test(`${columns.join(", ")} is refused`, () =>
			assert.rejects(
				desk.perform(arrange, cast.adviser, { columns, density: "DENSE" }),
				(error: { obstacles: { code: string }[] }) => error.obstacles.some((obstacle) => obstacle.code === code),
			));

	test("is a person's: the public has none", () =>
		assert.rejects(desk.perform(arrangement, publicActor, {}), { code: "not-allowed" }));
});

const otherService = async () => {
	const { default: createService } = await import("../catalogue/operations/create-service.ts");
	const { system } = await import("../../../test/support/desk.ts");
	const organisationId = await desk.organisation("Drug naročnik");
	return (
		await desk.perform(createService, system, { code: "DRUGA", name: "Druga", organisationId, validFrom: "2026-01-01" })
	).id;
};
