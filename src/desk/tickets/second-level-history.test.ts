import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { openTestDesk, system, type TestDesk } from "../../../test/support/desk.ts";
import { type TicketCast, ticketCast, ticketUpTo } from "../../../test/support/tickets.ts";
import type { FactKind, FactPayload } from "../../kernel/fact.ts";
import { appendFacts } from "../../platform/journal/append.ts";
import note from "./operations/note.ts";
import readTicket from "./operations/read-ticket.ts";
import start from "./operations/start.ts";
import take from "./operations/take.ts";

type Kind = FactKind<string, FactPayload>;

let desk: TestDesk;
let cast: TicketCast;
let kinds: Kind[];
before(async () => {
	desk = await openTestDesk({ at: "2026-03-12T14:05+01:00" });
	cast = await ticketCast(desk);
	const areas = path.resolve(import.meta.dirname, "..");
	const files = fs.readdirSync(areas).map((area) => path.join(areas, area, "facts.ts"));
	const modules = await Promise.all(files.filter((file) => fs.existsSync(file)).map((file) => import(file)));
	kinds = modules.flatMap((module) => Object.values(module) as Kind[]);
});
after(() => desk.close());

const stepsFor = async (actor: typeof cast.l2, id: string) => (await desk.perform(readTicket, actor, { id })).steps;

test("of every kind of fact of the system second level sees what the list allows, and no further field", async () => {
	const { id } = await ticketUpTo(desk, cast, "escalatedL2");
	const [ours, theirs] = [await stepsFor(cast.techLead, id), await stepsFor(cast.l2, id)];
	const facts = [...kinds, { name: "ticket-fact-of-tomorrow", of: kinds[0]!.of } as Kind].map((kind) => ({
		...kind.of(id, 9, { kanarček: "kanarček", reason: "WRONG_SET" }),
		name: kind.name,
		aggregate: "ticket",
	}));
	await desk.database.write(async (tx) => appendFacts(tx, system, desk.clock.now(), facts));

	assert.equal((await stepsFor(cast.techLead, id)).length, ours.length + facts.length);
	const added = (await stepsFor(cast.l2, id)).slice(theirs.length);
	assert.ok(!JSON.stringify(added).includes("kanarček"));
	const hidden = kinds.filter(({ name, aggregate }) => aggregate === "ticket" && added.every((s) => s.name !== name));
	assert.deepEqual(
		hidden.map(({ name }) => name),
		[
			"personal-data-revealed",
			"reporter-corrected",
			"sending-held-back",
			"ticket-assigned",
			"ticket-marked-spam",
			"ticket-taken",
		],
	);
	const foreign = kinds.filter(({ aggregate }) => aggregate !== "ticket").map(({ name }) => name);
	assert.deepEqual(
		added.filter(({ name }) => foreign.includes(name) || name.endsWith("tomorrow")),
		[],
	);
});

test("a note of the contact centre leaves no trace, neither in the history nor in a refused change", async () => {
	const ticket = await ticketUpTo(desk, cast, "escalatedL2");
	const seen = ticket.ref().version;
	const before = await stepsFor(cast.l2, ticket.id);
	await ticket.step(note, cast.adviser, { body: "stranka je jezna" });
	await ticket.step(take, cast.adviser);
	assert.deepEqual(await stepsFor(cast.l2, ticket.id), before);
	const changesFor = (actor: typeof cast.l2) =>
		desk.perform(start, actor, { id: ticket.id, version: seen }).then(
			() => assert.fail(),
			(error: { code: string; details: { changes: string[] } }) => {
				assert.equal(error.code, "stale");
				return error.details.changes;
			},
		);
	assert.deepEqual(await changesFor(cast.l2), []);
	assert.deepEqual(await changesFor(cast.techLead), ["message-added", "ticket-taken"]);
});
