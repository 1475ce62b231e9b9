import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Move, obstaclesTo, obstaclesToAttest, type SessionState } from "./session.ts";

const rows: [name: string, move: Move, state: SessionState, isConfirmed: boolean, codes: string[]][] = [
	["a request is planned", "plan", "requested", false, []],
	["a plan may be moved", "plan", "planned", true, []],
	["what was held is not planned again", "plan", "held", true, ["wrong-state"]],
	["a lead confirms", "confirm", "planned", false, []],
	["once", "confirm", "planned", true, ["already-confirmed"]],
	["a confirmed session is held", "hold", "planned", true, []],
	["an unconfirmed one is not", "hold", "planned", false, ["not-confirmed"]],
	["judged after it was held", "evaluate", "held", true, []],
	["not before", "evaluate", "planned", true, ["wrong-state"]],
	["not twice", "evaluate", "evaluated", true, ["wrong-state"]],
	["cancelled while it is only planned", "cancel", "planned", true, []],
	["what was held stays in the record", "cancel", "held", true, ["wrong-state"]],
];

describe("a training session (SM-7)", () => {
	for (const [name, move, state, isConfirmed, codes] of rows) {
		test(`${move}: ${name}`, () =>
			assert.deepEqual(
				obstaclesTo(move, { state, isConfirmed }).map((obstacle) => obstacle.code),
				codes,
			));
	}
});

describe("an attestation", () => {
	test("after a session and a judgement", () =>
		assert.deepEqual(obstaclesToAttest({ sessions: 1, qualified: 2, isAttested: false }), []));
	test("all reasons at once", () =>
		assert.deepEqual(
			obstaclesToAttest({ sessions: 0, qualified: 0, isAttested: false }).map((obstacle) => obstacle.code),
			["no-session-held", "nobody-qualified"],
		));
});
