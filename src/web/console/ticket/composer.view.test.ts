import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { ticketActs } from "../../../desk/tickets/rules/life-cycle.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { firstModeOf, modesOf, recipientOf, sendButton, sendsOf } from "./composer.view.ts";

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

describe("where writing begins", () => {
	const rows: [name: string, state: TicketView["state"], targetOrder: number | null, mode: string][] = [
		["at first level with the user", "inProgressL1", null, "reply"],
		["at second level with second level", "acknowledgedL2", 1, "thread"],
		["while second level waits for another body, with second level", "waitingOtherBody", 1, "thread"],
		["while first level waits for another body, with the user", "waitingOtherBody", null, "reply"],
		["once it is solved, with the user again", "solved", 1, "reply"],
		["on a closed ticket with a note", "closed", null, "note"],
	];
	for (const [name, state, targetOrder, mode] of rows) {
		test(name, () =>
			assert.equal(firstModeOf({ ...ticket(state, ["note", "messageSecondLevel"]), targetOrder }), mode),
		);
	}
});

describe("the button of a reply names who reads it", () => {
	const say = speech("sl", sl);
	const reporter = { name: null, group: "citizen" as const, email: null, phone: null };
	const mail = { email: "a@b.si" };
	type Row = [
		name: string,
		channel: TicketView["channel"],
		known: object,
		isSaid: boolean | null,
		by: string,
		named: string,
	];
	const rows: Row[] = [
		["the address", "EMAIL", mail, null, "MAIL", "a@b.si"],
		["a caller's address", "PHONE", mail, null, "MAIL", "a@b.si"],
		["said by phone all the same", "EMAIL", { ...mail, phone: "040 000 002" }, true, "PHONE", "040 000 002"],
		["a caller without an address", "PHONE", { phone: "040 000 002" }, null, "PHONE", "040 000 002"],
		["a caller without anything", "PHONE", {}, false, "PHONE", say.t("ticket.sayByPhone")],
		["a form without an address", "WEB_FORM", {}, null, "PAGE", say.t("ticket.publish")],
		["a form without an address, called back", "WEB_FORM", { phone: "040 000 002" }, true, "PHONE", "040 000 002"],
	];
	for (const [name, channel, known, isSaid, by, named] of rows) {
		test(name, () => {
			const recipient = recipientOf({ channel, reporter: { ...reporter, ...known } }, isSaid);
			assert.equal(recipient.by, by);
			assert.ok(sendButton(recipient, say).includes(named), sendButton(recipient, say));
		});
	}
});
