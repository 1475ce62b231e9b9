import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { conflictOf, evaluateVector, type Vector } from "./vector.ts";

/** Cases from two published libraries' own tests (conflicts with our rules are skipped by name). */
const vectors: Vector[] = JSON.parse(
	readFileSync(new URL("../../../../test/vectors/working-time.json", import.meta.url), "utf8"),
);

describe("published vectors", () => {
	for (const vector of vectors) {
		const reason = conflictOf(vector);
		test(`${vector.id} ${vector.op}`, { skip: reason ?? false }, () => {
			assert.deepEqual(evaluateVector(vector), { id: vector.id, result: vector.expected });
		});
	}
	test("all but 50 cases run; each of these has its reason", () => {
		assert.equal(vectors.length, 218);
		assert.equal(vectors.filter((vector) => conflictOf(vector) !== null).length, 50);
	});
});
