import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClockState } from "./clock.ts";
import type { ClockKind } from "./kinds.ts";
import { leadOf, sharingPicture } from "./picture.ts";

const clock = (kind: ClockKind, state: ClockState = "running", round = 1) => ({ kind, state, round });
const named = (one: { kind: ClockKind; round: number } | null) => (one === null ? null : `${one.kind} ${one.round}`);

const rows: [name: string, clocks: ReturnType<typeof clock>[], lead: string | null, sharing: string[]][] = [
	["nothing owed", [], null, []],
	["only the reply by law", [clock("STATUTORY")], "STATUTORY 1", ["STATUTORY 1"]],
	[
		"handed over: resolution leads, first level's met ones stay in the picture",
		[clock("STATUTORY"), clock("FIRST_LEVEL_RESPONSE", "met"), clock("RESPONSE", "met"), clock("RESOLUTION")],
		"RESOLUTION 1",
		["STATUTORY 1", "FIRST_LEVEL_RESPONSE 1", "RESPONSE 1", "RESOLUTION 1"],
	],
	[
		"the current hand-over, not the one that was called off",
		[
			clock("RESPONSE", "met"),
			clock("RESOLUTION", "cancelled"),
			clock("RESPONSE", "running", 2),
			clock("RESOLUTION", "paused", 2),
		],
		"RESOLUTION 2",
		["RESPONSE 2", "RESOLUTION 2"],
	],
	[
		"reopened at first level: what is owed now leads",
		[clock("RESOLUTION", "met"), clock("STATUTORY", "met"), clock("STATUTORY", "running", 2)],
		"STATUTORY 2",
		["RESOLUTION 1", "STATUTORY 2"],
	],
	[
		"all over: second level's",
		[clock("STATUTORY", "met"), clock("RESPONSE", "met")],
		"RESPONSE 1",
		["STATUTORY 1", "RESPONSE 1"],
	],
	["only what was called off", [clock("RESPONSE", "cancelled")], null, []],
];

describe("which clocks one drawing shows", () => {
	for (const [name, clocks, lead, sharing] of rows) {
		test(name, () => {
			const found = leadOf(clocks);
			assert.equal(named(found), lead);
			assert.deepEqual(found === null ? [] : sharingPicture(found, clocks).map(named), sharing);
		});
	}
	test("asked of a clock that was called off, it is in its own picture", () => {
		const off = clock("RESOLUTION", "cancelled");
		assert.deepEqual(sharingPicture(off, [clock("RESPONSE", "cancelled"), off, clock("STATUTORY")]).map(named), [
			"RESOLUTION 1",
			"STATUTORY 1",
		]);
	});
});
