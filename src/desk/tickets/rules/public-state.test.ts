import assert from "node:assert/strict";
import { test } from "node:test";
import type { TicketState } from "./codes.ts";
import { publicState } from "./public-state.ts";

const rows: [state: TicketState, isAnswered: boolean, expected: string][] = [
	["received", false, "RECEIVED"],
	["escalatedL2", false, "IN_PROGRESS"],
	["inProgressL2", true, "ANSWERED"],
	["waitingUser", false, "WAITING_FOR_USER"],
	["waitingUser", true, "WAITING_FOR_USER"],
	["solved", false, "IN_PROGRESS"],
	["answered", true, "ANSWERED"],
	["closed", true, "CLOSED"],
	["spam", false, "RECEIVED"],
];
for (const [state, isAnswered, expected] of rows) {
	test(`${state}${isAnswered ? ", answered" : ""} reads ${expected}`, () =>
		assert.equal(publicState(state, isAnswered), expected));
}
