import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TicketState } from "./codes.ts";
import { isOpen, resumeAfter, ticketActs, transitionOf, type TicketAct } from "./life-cycle.ts";

/** SM-2 of the requirements, row by row; `resume` stands for the state before waiting. */
const table: [act: TicketAct, from: string, to: string][] = [
	["triage", "received", "triaged"],
	["triage", "triaged", "triaged"],
	["triage", "inProgressL1", "inProgressL1"],
	["take", "received", "received"],
	["take", "triaged", "inProgressL1"],
	["redirect", "triaged", "redirected"],
	["redirect", "inProgressL1", "redirected"],
	["link", "triaged", "linked"],
	["link", "inProgressL1", "linked"],
	["markSpam", "received", "spam"],
	["solve", "inProgressL1", "solved"],
	["handOver", "inProgressL1", "escalatedL2"],
	["handOver", "answered", "escalatedL2"],
	["acknowledge", "escalatedL2", "acknowledgedL2"],
	["start", "acknowledgedL2", "inProgressL2"],
	["askUser", "inProgressL1", "waitingUser"],
	["askUser", "acknowledgedL2", "waitingUser"],
	["askUser", "inProgressL2", "waitingUser"],
	["continue", "waitingUser", "inProgressL2"],
	["askOtherBody", "inProgressL2", "waitingOtherBody"],
	["askOtherBody", "acknowledgedL2", "waitingOtherBody"],
	["askOtherBody", "inProgressL1", "waitingOtherBody"],
	["recordOtherBodyAnswer", "waitingOtherBody", "inProgressL2"],
	["return", "escalatedL2", "inProgressL1"],
	["return", "acknowledgedL2", "inProgressL1"],
	["return", "inProgressL2", "inProgressL1"],
	["return", "waitingOtherBody", "inProgressL1"],
	["solveAtSecondLevel", "acknowledgedL2", "solved"],
	["solveAtSecondLevel", "inProgressL2", "solved"],
	["solveAtSecondLevel", "waitingOtherBody", "solved"],
	["solve", "waitingOtherBody", "solved"],
	["answer", "solved", "answered"],
	["answer", "redirected", "answered"],
	["answer", "linked", "answered"],
	["answer", "inProgressL1", "answered"],
	["close", "answered", "closed"],
	["close", "solved", "closed"],
	["closeForSilence", "answered", "closed"],
	["closeForSilence", "waitingUser", "closed"],
	["reopen", "answered", "inProgressL1"],
	["reopen", "closed", "inProgressL1"],
	["reopen", "spam", "received"],
];

/** Acts that leave the state as it is, wherever they are open. */
const staying = new Set<TicketAct>([
	"assign",
	"overridePriority",
	"interimReply",
	"note",
	"messageSecondLevel",
	"propose",
	"restrict",
]);

describe("SM-2", () => {
	for (const [act, from, to] of table) {
		test(`${act}: ${from} → ${to}`, () => assert.equal(transitionOf(act, from as TicketState, "inProgressL2")?.to, to));
	}

	test("nothing moves a ticket but the rows above", () => {
		const listed = new Set(table.map(([act, from]) => `${act} ${from}`));
		for (const act of ticketActs) {
			for (const state of TicketState.options) {
				const next = transitionOf(act, state, "inProgressL2");
				if (next === null || listed.has(`${act} ${state}`)) continue;
				assert.ok(staying.has(act) || act === "take", `${act} in ${state}`);
				assert.equal(next.to, state, `${act} in ${state}`);
			}
		}
	});

	test("from every open state a ticket can reach its end", () => {
		const ends = new Set<TicketState>(["closed", "spam"]);
		const reaching = new Set<TicketState>(ends);
		for (let grown = true; grown;) {
			grown = false;
			for (const state of TicketState.options) {
				if (reaching.has(state)) continue;
				const next = ticketActs.map((act) => transitionOf(act, state, "inProgressL1")?.to);
				if (next.some((to) => to !== undefined && to !== state && reaching.has(to))) {
					reaching.add(state);
					grown = true;
				}
			}
		}
		assert.deepEqual(
			TicketState.options.filter((state) => !reaching.has(state)),
			[],
		);
		assert.deepEqual(
			TicketState.options.filter((state) => !isOpen(state)),
			[...ends],
		);
	});

	test("a ticket that waits for nothing has nothing to go back to", () =>
		assert.equal(transitionOf("continue", "waitingUser", null), null));
	test("asking another body is work: an acknowledged ticket comes back in progress", () => {
		assert.equal(resumeAfter("askOtherBody", "acknowledgedL2"), "inProgressL2");
		assert.equal(resumeAfter("askUser", "acknowledgedL2"), "acknowledgedL2");
	});
});
