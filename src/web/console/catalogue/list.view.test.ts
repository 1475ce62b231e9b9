import assert from "node:assert/strict";
import { test } from "node:test";
import { listOf } from "./list.view.ts";

test("items of a list written with commas", () => {
	assert.deepEqual(listOf(" 3, 7 ,,10 "), ["3", "7", "10"]);
	assert.deepEqual(listOf("  "), []);
});
