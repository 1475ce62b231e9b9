import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { openTestDesk, publicActor, type TestDesk } from "../../../test/support/desk.ts";
import { receivedTicket, type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import { openTestWeb } from "../../../test/support/web.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { beat } from "../../platform/presence.ts";
import createToken from "../identity/operations/create-token.ts";
import present from "./operations/present.ts";
import restrict from "./operations/restrict.ts";
import { circleOf } from "./read/presence.ts";

describe("presence", () => {
	let desk: TestDesk;
	let cast: TicketCast;
	let app: FastifyInstance;
	let other: PersonActor;
	before(async () => {
		desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
		cast = await ticketCast(desk);
		other = await desk.cast("ekc_adviser", { handle: "druga.svetovalka" });
		app = await openTestWeb(desk);
	});
	after(async () => {
		await app.close();
		await desk.close();
	});

	const at = (person: PersonActor, place: string, doing: string) =>
		desk.database.write((tx) => beat(tx, { place, personId: person.personId, circle: circleOf(person), doing }));
	const seenBy = async (person: PersonActor, id?: string) =>
		(await desk.perform(present, person, id === undefined ? {} : { id })).rows.map(
			(row) =>
				`${row.personId === other.personId ? "other" : row.personId === cast.l2.personId ? "l2" : "?"} ${row.doing}`,
		);
	const standing = () =>
		desk.database.read((tx) =>
			tx
				.selectFrom("presence")
				.select((eb) => eb.fn.countAll().as("n"))
				.executeTakeFirst(),
		);

	test("a colleague is seen, oneself is not; the latest beat counts", async () => {
		const { id } = (await receivedTicket(desk)).ref();
		await at(other, id, "VIEWING");
		await at(cast.adviser, id, "VIEWING");
		await at(other, id, "EDITING");
		assert.deepEqual(await seenBy(cast.adviser, id), ["other EDITING"]);
		assert.deepEqual(await seenBy(cast.adviser), ["other EDITING"]);
	});

	test("the sides are not told of each other", async () => {
		const { id } = await ticketUpTo(desk, cast, "escalatedL2");
		await at(cast.l2, id, "VIEWING");
		await at(other, id, "VIEWING");
		assert.deepEqual(await seenBy(cast.adviser, id), ["other VIEWING"]);
		assert.deepEqual(await seenBy(cast.technicalCustodian, id), ["l2 VIEWING"]);
	});

	test("a ticket out of scope tells nothing of its readers", async () => {
		const ticket = await ticketUpTo(desk, cast, "escalatedL2");
		await at(cast.l2, ticket.id, "VIEWING");
		await at(other, ticket.id, "VIEWING");
		await assert.rejects(seenBy(cast.l2Content, ticket.id), { code: "not-found" });
		await ticket.step(restrict, cast.adviser);
		await assert.rejects(seenBy(cast.adviser, ticket.id), { code: "not-found" });
		const rows = (await desk.perform(present, cast.adviser, {})).rows;
		assert.ok(!rows.some((row) => row.ticketId === ticket.id));
		await assert.rejects(desk.perform(present, publicActor, {}), { code: "not-allowed" });
	});

	test("who sends no beat for half a minute is gone, and the next beat forgets the row", async () => {
		const { id } = (await receivedTicket(desk)).ref();
		await at(other, id, "VIEWING");
		await desk.database.write((tx) =>
			tx
				.updateTable("presence")
				.set({ until: sql<Temporal.Instant>`clock_timestamp() - interval '1 second'` })
				.execute(),
		);
		assert.deepEqual(await seenBy(cast.adviser, id), []);
		await at(cast.adviser, id, "VIEWING");
		assert.equal(Number((await standing())?.n), 1);
	});

	test("the door of the beat says who else is there and refuses what is not in scope", async () => {
		const { id } = (await receivedTicket(desk)).ref();
		const beatOf = async (person: PersonActor, place: string, doing = "VIEWING") => {
			const { secret } = await desk.perform(createToken, person, { name: "test" });
			const headers = { authorization: `Bearer ${secret}` };
			return app.inject({ method: "POST", url: `/api/v1/tickets/${place}/presence`, headers, payload: { doing } });
		};
		await beatOf(other, id, "EDITING");
		const answer = await beatOf(cast.adviser, id);
		assert.deepEqual(
			answer.json<{ rows: { doing: string }[] }>().rows.map(({ doing }) => doing),
			["EDITING"],
		);
		assert.deepEqual(await seenBy(other, id), ["? VIEWING"]);
		assert.equal((await beatOf(cast.l2, id)).statusCode, 404);
		assert.equal((await beatOf(cast.adviser, id, "SLEEPING")).statusCode, 422);
		const { facts } = await desk.database.read((tx) =>
			tx
				.selectFrom("fact")
				.select((eb) => eb.fn.countAll<string>().as("facts"))
				.where("aggregate_id", "=", id)
				.executeTakeFirstOrThrow(),
		);
		assert.equal(Number(facts), 1, "presence is no fact");
	});
});
