import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import type { HandOverFacts } from "./targets.ts";
import { targetsFor } from "./targets.ts";

const decision = { decidedBy: ["lea.sraj"], rationale: "za zgled" };
const cells = (hours: readonly (readonly [number, number])[]) => {
	const [CRITICAL, MAJOR, MINOR] = hours.map(([response, resolution]) => ({
		response: `PT${response}H`,
		resolution: `PT${resolution}H`,
	}));
	return { CRITICAL: CRITICAL!, MAJOR: MAJOR!, MINOR: MINOR! };
};
const words = { CRITICAL: "a", MAJOR: "b", MINOR: "c" };
const matrix: PriorityScheme = {
	kind: "matrix",
	decision: { outcome: "matrix", ...decision },
	clock: "availability",
	descriptions: { solo: words, withOthers: words },
	solo: cells([
		[1, 4],
		[2, 6],
		[5, 12],
	]),
	withOthers: cells([
		[2, 6],
		[3, 8],
		[5, 18],
	]),
	triageDefault: { requiresOtherBodies: true },
};
const days = (resolutionDays: Extract<PriorityScheme, { kind: "days" }>["resolutionDays"]): PriorityScheme => ({
	kind: "days",
	decision: { outcome: "days", ...decision },
	dayUnit: "availabilityDays",
	descriptions: { P1: "a", P2: "b", P3: "c" },
	resolutionDays,
	responseTime: null,
	notSoleChannelPolicy: "demote",
});

const facts = (more: Partial<HandOverFacts>): HandOverFacts => ({
	set: "TECHNICAL",
	priority: null,
	table: null,
	...more,
});
const hour = 3_600_000;

describe("targets of the matrix (PRI-13 to PRI-20)", () => {
	const rows = [
		["solo", "CRITICAL", 1, 4, "A"],
		["solo", "MAJOR", 2, 6, "A"],
		["solo", "MINOR", 5, 12, "A"],
		["withOthers", "CRITICAL", 2, 6, "B"],
		["withOthers", "MAJOR", 3, 8, "B"],
		["withOthers", "MINOR", 5, 18, "B"],
	] as const;
	for (const [table, priority, response, resolution, letter] of rows) {
		test(`${letter} ${priority}`, () => {
			const found = targetsFor(matrix, facts({ table, priority }));
			const clause = { section: "I.11", table: letter, row: priority };
			assert.deepEqual(found.response, { allowance: { unit: "ms", ms: response * hour }, clause });
			assert.deepEqual(found.resolution, { allowance: { unit: "ms", ms: resolution * hour }, clause });
		});
	}
	test("a label of the other scheme reads no times", () => {
		assert.equal(targetsFor(matrix, facts({ table: "solo", priority: "P1" })).resolution, null);
	});
});

describe("targets in days (A-04)", () => {
	test("one number for the set holds for every priority, also for none; no response is owed", () => {
		for (const priority of ["P1", "P3", null] as const) {
			const found = targetsFor(days({ content: 5, technical: 3 }), facts({ set: "CONTENT", priority }));
			assert.equal(found.response, null);
			assert.deepEqual(found.resolution?.allowance, { unit: "days", days: 5, daysDueAt: "closing" });
		}
	});
	test("one number per priority", () => {
		const scheme = days({ content: 5, technical: { P1: 1, P2: 3, P3: 8 } });
		assert.deepEqual(targetsFor(scheme, facts({ priority: "P2" })).resolution?.clause, {
			section: "I.11",
			table: null,
			row: "P2",
		});
		assert.equal(targetsFor(scheme, facts({ priority: null })).resolution, null);
	});
	test("a response time, where the agreement adds one", () => {
		const scheme = { ...days({ content: 5, technical: 3 }), responseTime: "PT1H30M" } as PriorityScheme;
		assert.deepEqual(targetsFor(scheme, facts({})).response?.allowance, { unit: "ms", ms: 1.5 * hour });
	});
});

test("no scheme, no targets: legal (A-08)", () => {
	const found = targetsFor({ kind: "none", decision: { outcome: "none", ...decision } }, facts({ priority: null }));
	assert.deepEqual([found.response, found.resolution], [null, null]);
});
