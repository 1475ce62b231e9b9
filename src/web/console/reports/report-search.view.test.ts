import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { behindOf, otherMonth, reportSearch } from "./report-search.view.ts";

describe("the address of a report", () => {
	test("what cannot be read is left out", () => {
		assert.deepEqual(reportSearch({ month: "2026-13", serviceId: 7, measure: "RECEIVED", stray: "x" }), {
			measure: "RECEIVED",
		});
	});
	test("a measure opens its tickets", () => {
		assert.deepEqual(behindOf({ measure: "RECEIVED", channel: "PHONE" }, "2026-03"), {
			measure: "RECEIVED",
			channel: "PHONE",
			month: "2026-03",
		});
	});
	test("none, or one that does not exist, opens the report", () => {
		assert.equal(behindOf({}, "2026-03"), null);
		assert.equal(behindOf({ measure: "EVERYTHING" }, "2026-03"), null);
	});
	test("months go over the year", () => assert.equal(otherMonth("2026-01", -1), "2025-12"));
});
