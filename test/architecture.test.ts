import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import * as rules from "./architecture/house-rules.ts";
import { readSourceTree } from "./architecture/source-tree.ts";

const root = path.resolve(import.meta.dirname, "..");
const tree = readSourceTree(root);

describe("who may import whom", () => {
	test("areas are those of the table, which has no circle", () => {
		assert.deepEqual(rules.areasUnknown(tree), []);
		assert.deepEqual(rules.areaCircles(), []);
	});
	test("the parts of an area have the agreed names", () => assert.deepEqual(rules.partsUnknown(tree), []));
	test("every import follows the table, type-only ones too", () => assert.deepEqual(rules.importsRefused(tree), []));
});

test("only platform/clock.ts reads the clock, and pure code reads nothing around it", () => {
	assert.deepEqual(rules.clockReads(tree), []);
});

describe("size", () => {
	test("files", () => assert.deepEqual(rules.filesTooLong(tree), []));
	test("functions", () => assert.deepEqual(rules.functionsTooLong(tree), []));
});

describe("each area", () => {
	for (const area of fs.readdirSync(path.join(root, "src/desk"))) {
		test(`${area} has a README of at most 40 lines`, () => {
			const lines = fs
				.readFileSync(path.join(root, "src/desk", area, "README.md"), "utf8")
				.trimEnd()
				.split("\n");
			assert.ok(lines.length <= 40, `${lines.length} lines`);
		});
	}
	test("has a test of every operation", () => assert.deepEqual(rules.operationsWithoutTest(tree), []));
});
