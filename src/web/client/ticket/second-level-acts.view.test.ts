import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { ticketActs } from "../../../desk/tickets/rules/life-cycle.ts";
import { actsOf } from "./second-level-acts.view.ts";

const ticket = (open: readonly string[]) =>
	({
		can: Object.fromEntries(ticketActs.map((act) => [act, open.includes(act) ? [] : [{ code: "wrong-state" }]])),
	}) as unknown as TicketView;

describe("acts of second level", () => {
	test("handed over: acknowledge first", () => {
		assert.deepEqual(actsOf(ticket(["return", "acknowledge"])), ["acknowledge", "return"]);
	});
	test("a proposal may be an answer or a question", () => {
		assert.deepEqual(actsOf(ticket(["propose"])), ["propose", "proposeQuestion"]);
	});
	test("nothing for who may do nothing", () => assert.deepEqual(actsOf(ticket([])), []));
});
