import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { type ClockShown, clockToShow, pillOf } from "./deadline.view.ts";

const say = speech("sl", sl);
const now = Temporal.Instant.from("2026-03-12T14:05+01:00");
const clock = (more: Partial<ClockShown>): ClockShown => ({
	kind: "RESPONSE",
	state: "running",
	dueAt: "2026-03-12T14:05:00Z",
	...more,
});

const rows: [name: string, clock: ClockShown, words: string][] = [
	["running", clock({}), "danes 15:05"],
	["soon today has no day", clock({ state: "soon" }), "do 15:05"],
	["soon tomorrow", clock({ state: "soon", dueAt: "2026-03-13T09:05:00Z" }), "do jutri 10:05"],
	["late", clock({ state: "late", dueAt: "2026-03-12T09:05:00Z" }), "potekel 10:05"],
	["paused for the user", clock({ state: "paused", isWaitingForUser: true }), "miruje: čaka uporabnika"],
	["met", clock({ state: "met", endedAt: "2026-03-12T13:00:00Z" }), "izpolnjen 14:00"],
	["outside opening hours", clock({ opensAt: "2026-03-13T07:00:00Z" }), "teče od jutri 08:00"],
	["a last day, not the midnight that ends it", clock({ kind: "STATUTORY", dueAt: "2026-03-27T23:00:00Z" }), "27. 3."],
	["the last day is today", clock({ kind: "STATUTORY", state: "soon", dueAt: "2026-03-12T23:00:00Z" }), "do danes"],
	[
		"the last day was yesterday",
		clock({ kind: "STATUTORY", state: "late", dueAt: "2026-03-11T23:00:00Z" }),
		"potekel včeraj",
	],
	["none", clock({ kind: null, state: "none", dueAt: null }), "brez roka"],
];

describe("the deadline pill at 14:05", () => {
	for (const [name, shown, words] of rows) {
		test(name, () => assert.equal(pillOf(shown, now, say).words.replaceAll("\u00A0", " "), words));
	}
	test("the ear hears which deadline and its state", () => {
		assert.equal(
			pillOf(clock({ state: "soon" }), now, say).label.replaceAll("\u00A0", " "),
			"Rok odziva: do 15:05, kmalu poteče",
		);
	});
});

describe("which clock a row shows", () => {
	const late = clock({ state: "late", dueAt: "2026-03-11T09:00:00Z" });
	const later = clock({ state: "late", dueAt: "2026-03-12T09:00:00Z" });
	const running = clock({});
	const paused = clock({ state: "paused" });
	const met = clock({ state: "met" });
	const choices: [name: string, clocks: ClockShown[], expected: ClockShown | null][] = [
		["the oldest late before all", [running, later, late], late],
		["a running one before a pause", [paused, running, met], running],
		["a pause when nothing runs", [met, paused], paused],
		["none when all are over", [met], null],
	];
	for (const [name, clocks, expected] of choices) {
		test(name, () => assert.deepEqual(clockToShow(clocks), expected ?? { kind: null, state: "none", dueAt: null }));
	}
});
