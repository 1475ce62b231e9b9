import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { QueueRow } from "../../../desk/queues/contract.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { clockOfRow, shortName, arrivalsOf, whoOf } from "./row.view.ts";

const now = Temporal.Instant.from("2026-03-12T14:05+01:00");
const due = (more: object) =>
	({
		kind: "RESPONSE",
		state: "running",
		dueAt: "2026-03-12T14:05:00Z",
		warnAt: "2026-03-12T13:50:00Z",
		...more,
	}) as QueueRow["due"];

describe("the pill of a row", () => {
	const rows: [name: string, due: QueueRow["due"], state: string][] = [
		["running", due({}), "running"],
		["warned", due({ warnAt: "2026-03-12T13:00:00Z" }), "soon"],
		["late although the server said soon", due({ dueAt: "2026-03-12T13:00:00Z" }), "late"],
		["paused", due({ state: "paused", dueAt: null, warnAt: null }), "paused"],
		["nothing owed", null, "none"],
	];
	for (const [name, given, state] of rows) test(name, () => assert.equal(clockOfRow(given, now).state, state));
});

describe("who has a ticket", () => {
	const say = speech("sl", sl);
	const owner = { id: "1", name: "Klemen Poskusni (izmišljen)" } as NonNullable<QueueRow["owner"]>;
	test("its adviser", () => assert.equal(whoOf({ owner, state: "triaged" }, say), "K. Poskusni"));
	test("and second level", () => assert.equal(whoOf({ owner, state: "escalatedL2" }, say), "K. Poskusni › 2. nivo"));
	test("nobody", () => assert.equal(whoOf({ owner: null, state: "received" }, say), "–"));
	test("titles do not count", () => assert.equal(shortName("mag. Lea Šraj"), "L. Šraj"));
});

describe("arrivals since a list was read", () => {
	const since = "2026-03-12T13:00:00Z";
	const row = (id: string, dueAt: string | null, receivedAt = "2026-03-01T08:00:00Z") => ({
		id: id as QueueRow["id"],
		receivedAt,
		due: dueAt === null ? null : { dueAt },
	});
	const shown = [row("a", "2026-03-12T15:00:00Z"), row("b", "2026-03-13T09:00:00Z")];
	const rows: [name: string, changed: ReturnType<typeof row>, isWhole: boolean, expected: number][] = [
		["one on screen is none", row("a", "2026-03-12T15:00:00Z"), true, 0],
		["one that came into a list shown whole", row("c", null), true, 1],
		["one received since, though it stands last", row("c", "2026-04-02T22:00:00Z", "2026-03-12T13:00:30Z"), false, 1],
		["one that stood further down all the time", row("c", "2026-04-02T22:00:00Z"), false, 0],
		["one now due among those shown", row("c", "2026-03-12T16:00:00Z"), false, 1],
	];
	for (const [name, changed, isWhole, expected] of rows)
		test(name, () => assert.equal(arrivalsOf([changed], shown, { since, isWhole }), expected));
});
