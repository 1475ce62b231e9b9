import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { QueueRow } from "../../../desk/queues/contract.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { clockOfRow, shortName, unseen, whoOf } from "./row.view.ts";

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

test("arrivals not on screen yet", () => assert.equal(unseen([{ id: "a" }, { id: "b" }], [{ id: "b" }]), 1));
