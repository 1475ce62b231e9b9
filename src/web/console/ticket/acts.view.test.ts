import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { ticketActs } from "../../../desk/tickets/rules/life-cycle.ts";
import { firstActs, moreActs, otherActs } from "./acts.view.ts";

const ticket = (state: TicketView["state"], open: readonly string[], isOwned = false) =>
	({
		state,
		owner: isOwned ? { id: "1", name: "Klemen" } : null,
		can: Object.fromEntries(ticketActs.map((act) => [act, open.includes(act) ? [] : [{ code: "wrong-state" }]])),
	}) as unknown as TicketView;

describe("buttons of a ticket", () => {
	test("received: classify first, then take", () => {
		assert.deepEqual(firstActs(ticket("received", ["triage", "take", "note"])), ["triage", "take"]);
	});
	test("a next step that is not open is shown, so that it can say why", () => {
		assert.deepEqual(firstActs(ticket("inProgressL1", ["solve", "triage"], true)), ["handOver", "solve", "triage"]);
	});
	test("an owned ticket offers no taking", () => {
		assert.ok(!firstActs(ticket("escalatedL2", ["take"], true)).includes("take"));
	});
	test("the palette names every act that has no button, each with what stands against it", () => {
		const of = ticket("inProgressL1", ["solve", "triage", "note"], true);
		const others = otherActs(of);
		const named = [...firstActs(of), ...others.map(({ name }) => name)];
		assert.equal(new Set(named).size, named.length);
		assert.deepEqual(others.find(({ name }) => name === "close")?.may, [{ code: "wrong-state" }]);
		assert.deepEqual(others.find(({ name }) => name === "addCall")?.may, []);
	});
	test("the menu has only what is open", () => {
		assert.deepEqual(moreActs(ticket("received", ["triage", "take", "note", "restrict"])), [
			"addCall",
			"correctReporter",
			"restrict",
		]);
	});
});
