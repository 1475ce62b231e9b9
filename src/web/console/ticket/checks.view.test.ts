import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { checksOf } from "./checks.view.ts";

const ticket = (more: Partial<TicketView>) =>
	({ type: null, category: null, effect: null, state: "received", solvedLevel: null, ...more }) as TicketView;
const open = (more: Partial<TicketView>) =>
	checksOf(ticket(more)).flatMap((check) => (check.isDone ? [] : [check.name]));

describe("before closing", () => {
	test("a new question", () => assert.deepEqual(open({ type: "QUESTION" }), ["category", "solution", "answer"]));
	test("an incident also needs its effect", () => {
		assert.deepEqual(open({ type: "INCIDENT", category: { code: "T1", label: "" } }), ["effect", "solution", "answer"]);
	});
	test("solved", () => {
		assert.deepEqual(open({ type: "QUESTION", category: { code: "V1", label: "" }, state: "solved" }), ["answer"]);
	});
	test("answered", () => {
		assert.deepEqual(open({ type: "QUESTION", category: { code: "V1", label: "" }, state: "answered" }), []);
	});
});
