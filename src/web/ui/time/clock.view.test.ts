import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockView } from "../../../desk/clocks/contract.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { clauseOf, shownOf } from "./clock.view.ts";
import type { ClockState } from "./deadline.view.ts";

const now = Temporal.Instant.from("2026-03-12T14:05+01:00");
const clock = (more: Partial<ClockView>): ClockView =>
	({
		kind: "RESPONSE",
		state: "running",
		startedAt: "2026-03-12T12:00:00Z",
		opensAt: null,
		dueAt: "2026-03-12T14:05:00Z",
		warnAt: "2026-03-12T13:50:00Z",
		endedAt: null,
		isBreached: false,
		...more,
	}) as ClockView;

const rows: [name: string, clock: ClockView, state: ClockState | null][] = [
	["running", clock({}), "running"],
	["after the warning", clock({ warnAt: "2026-03-12T13:00:00Z" }), "soon"],
	["after the due time", clock({ dueAt: "2026-03-12T13:00:00Z" }), "late"],
	["exactly at the due time", clock({ dueAt: "2026-03-12T13:05:00Z" }), "running"],
	["paused", clock({ state: "paused", dueAt: null, warnAt: null }), "paused"],
	["met", clock({ state: "met" }), "met"],
	["met late", clock({ state: "met", isBreached: true }), "metLate"],
	["called off", clock({ state: "cancelled" }), null],
];

describe("the state of a clock on screen at 14:05", () => {
	for (const [name, given, state] of rows) test(name, () => assert.equal(shownOf(given, now)?.state ?? null, state));
});

describe("the chip of a clause", () => {
	const say = speech("sl", sl);
	const chips: [clause: ClockView["clause"], text: string][] = [
		[{ section: "I.11", table: "A", row: "CRITICAL" }, "§ I.11 A Kritičen"],
		[{ section: "I.11", table: null, row: "TECHNICAL" }, "§ I.11 tehnični"],
		[{ section: "UUP-17", table: null, row: null }, "17. čl. UUP"],
		[{ section: "CATALOGUE", table: null, row: null }, "Katalog EKC"],
	];
	for (const [clause, text] of chips) test(text, () => assert.equal(clauseOf(clause, say).text, text));
});
