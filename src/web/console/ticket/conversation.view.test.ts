import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { lookOf, timelineOf } from "./conversation.view.ts";

const ticket = {
	messages: [
		{ id: "m2", at: "2026-03-12T13:10:00Z" },
		{ id: "m1", at: "2026-03-12T12:55:00Z" },
	],
	steps: [
		{ name: "ticket-triaged", at: "2026-03-12T13:00:00Z" },
		{ name: "message-added", at: "2026-03-12T13:10:00Z" },
	],
} as unknown as TicketView;

describe("the line of time", () => {
	test("all, the oldest first; a message's own step once", () => {
		assert.deepEqual(
			timelineOf(ticket, "all").map((entry) => entry.key),
			["m1", "ticket-triaged-0", "m2"],
		);
	});
	test("only messages", () => assert.equal(timelineOf(ticket, "messages").length, 2));
	test("only changes", () => assert.equal(timelineOf(ticket, "changes").length, 1));
});

describe("how a message looks", () => {
	const rows = [
		["USER", "IN", "USER_IN"],
		["USER", "OUT", "USER_OUT"],
		["INTERNAL", "NOTE", "INTERNAL"],
		["SECOND_LEVEL", "IN", "SECOND_LEVEL"],
	] as const;
	for (const [audience, direction, look] of rows) {
		test(`${audience} ${direction}`, () => assert.equal(lookOf({ audience, direction }), look));
	}
});
