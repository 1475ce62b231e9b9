import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { ticketActs } from "../../../desk/tickets/rules/life-cycle.ts";
import { modesOf, recipientOf, sendsOf } from "./composer.view.ts";

const ticket = (state: TicketView["state"], open: readonly string[]) =>
	({
		state,
		can: Object.fromEntries(ticketActs.map((act) => [act, open.includes(act) ? [] : [{ code: "wrong-state" }]])),
	}) as unknown as TicketView;

describe("what can be written", () => {
	test("to the user", () =>
		assert.deepEqual(sendsOf(ticket("inProgressL1", ["answer", "askUser"])), ["answer", "askUser"]));
	test("an answer that is not open stays, to say why", () =>
		assert.deepEqual(sendsOf(ticket("received", ["interimReply"])), ["answer", "interimReply"]));
	test("a side thread once there is one", () => {
		assert.deepEqual(modesOf(ticket("escalatedL2", ["note", "messageSecondLevel"])), ["reply", "note", "thread"]);
	});
	test("only notes on a closed ticket", () => assert.deepEqual(modesOf(ticket("closed", ["note"])), ["note"]));
	test("nothing for who may write nothing", () => assert.deepEqual(modesOf(ticket("spam", [])), []));
});

describe("where an answer goes", () => {
	const reporter = { name: null, phone: null, group: "citizen" as const };
	test("to the address", () => assert.equal(recipientOf({ reporter: { ...reporter, email: "a@b.si" } }), "a@b.si"));
	test("by phone", () => assert.equal(recipientOf({ reporter: { ...reporter, email: null } }), null));
});
