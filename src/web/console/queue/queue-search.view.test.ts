import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { queueSearch, questionOf, without } from "./queue-search.view.ts";

describe("the address of a queue", () => {
	test("what cannot be read is left out", () => {
		assert.deepEqual(queueSearch({ view: "everything", state: "closed", words: 318, stray: 1, closed: false }), {
			state: "closed",
			words: "318",
		});
	});
	test("asks for open tickets unless told otherwise", () => {
		assert.deepEqual(questionOf({ view: "mine" }), { view: "mine", limit: 50 });
		assert.deepEqual(questionOf({ closed: true }), { isOpen: "false", limit: 50 });
	});
	test("a filter is taken away alone", () => {
		assert.deepEqual(without({ view: "mine", set: "CONTENT" }, "set"), { view: "mine" });
	});
});
