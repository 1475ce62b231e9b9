import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { obstaclesTo, type Situation } from "./guards.ts";
import type { TicketAct } from "./life-cycle.ts";

const now = Temporal.Instant.from("2026-03-12T14:05+01:00");
const complete: Situation = {
	state: "inProgressL1",
	resumeState: null,
	channel: "EMAIL",
	hasMailAddress: true,
	type: "INCIDENT",
	hasService: true,
	hasCategory: true,
	hasEffect: true,
	priority: "CRITICAL",
	isAnswered: false,
	wasHandedOver: true,
	openChildren: [],
	reopenableUntil: null,
	pathTargets: [1, 2],
};

const rows: [name: string, act: TicketAct, change: Partial<Situation>, codes: string[]][] = [
	["a complete ticket is handed over", "handOver", {}, []],
	[
		"everything that is missing is named at once",
		"handOver",
		{ type: null, hasService: false, hasCategory: false, hasEffect: false, pathTargets: null },
		["type-missing", "service-missing", "category-missing", "effect-missing"],
	],
	["out of scope is redirected instead", "handOver", { type: "OUT_OF_SCOPE" }, ["out-of-scope"]],
	["the agreement has ended", "handOver", { pathTargets: null }, ["no-active-agreement"]],
	["the path names nobody", "handOver", { pathTargets: [] }, ["no-path-target"]],
	["handed over twice", "handOver", { state: "escalatedL2" }, ["wrong-state"]],
	["taken without an agreement", "take", { state: "triaged", pathTargets: null }, ["no-active-agreement"]],
	["asked without an address", "askUser", { hasMailAddress: false }, ["no-reply-address"]],
	["a caller without mail is asked by phone", "askUser", { hasMailAddress: false, channel: "PHONE" }, []],
	["solved and not answered", "close", { state: "solved" }, ["not-answered"]],
	["solved after the user was answered (R11)", "close", { state: "solved", isAnswered: true }, []],
	["a parent with an open child", "close", { state: "answered", openChildren: [319] }, ["children-open"]],
	["reopened in time", "reopen", { state: "closed", reopenableUntil: now }, []],
	[
		"reopened too late",
		"reopen",
		{ state: "closed", reopenableUntil: now.subtract({ seconds: 1 }) },
		["reopening-over"],
	],
	["a phone note is no spam", "markSpam", { state: "received", channel: "PHONE" }, ["phone-note-is-no-spam"]],
	["an override needs an effect", "overridePriority", { hasEffect: false }, ["effect-missing"]],
	[
		"second level waits for another body, first level cannot solve",
		"solve",
		{ state: "waitingOtherBody", resumeState: "inProgressL2" },
		["held-by-second-level"],
	],
	[
		"first level waits for another body, second level cannot return",
		"return",
		{ state: "waitingOtherBody", resumeState: "inProgressL1" },
		["held-by-first-level"],
	],
	[
		"second level writes while the user is asked",
		"messageSecondLevel",
		{ state: "waitingUser", resumeState: "inProgressL2" },
		[],
	],
	[
		"solved at first level, no side thread",
		"messageSecondLevel",
		{ state: "solved", wasHandedOver: false },
		["never-handed-over"],
	],
	["no side thread before a hand-over", "messageSecondLevel", { state: "inProgressL1" }, ["wrong-state"]],
];

describe("guards of SM-2", () => {
	for (const [name, act, change, codes] of rows) {
		test(name, () =>
			assert.deepEqual(
				obstaclesTo(act, { ...complete, ...change }, now).map((obstacle) => obstacle.code),
				codes,
			),
		);
	}
});
