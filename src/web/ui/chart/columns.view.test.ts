import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { drawnOf, topOf } from "./columns.view.ts";

describe("the top of the axis", () => {
	const rows: [parts: number[][], top: number][] = [
		[[], 2],
		[[[0]], 2],
		[[[3]], 4],
		[[[40, 2]], 60],
		[[[99], [7]], 100],
		[[[301]], 400],
	];
	for (const [columns, top] of rows) {
		test(JSON.stringify(columns), () => assert.equal(topOf(columns.map((parts) => ({ label: "", parts }))), top));
	}
});

test("parts stand on one another, empty ones are left out", () => {
	assert.deepEqual(drawnOf({ label: "", parts: [2, 0, 3] }, 10), [
		{ part: 0, from: 0, height: 0.2 },
		{ part: 2, from: 0.2, height: 0.3 },
	]);
});
