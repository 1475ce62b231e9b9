import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { daysOf, hoursSpanned, weekTotal } from "./week.view.ts";

const technical = {
	mon: ["08:00-16:00"],
	tue: ["08:00-16:00"],
	wed: ["08:00-16:00"],
	thu: ["08:00-16:00"],
	fri: ["08:00-14:30"],
};

describe("the availability week", () => {
	const days = daysOf(technical, "sl");
	test("a day as the printed agreement says it", () => {
		assert.deepEqual(
			days.map((day) => day.text),
			["8.00–16.00", "8.00–16.00", "8.00–16.00", "8.00–16.00", "8.00–14.30", "", ""],
		);
	});
	test("the total of the example agreement", () => {
		assert.equal(weekTotal(days).replaceAll("\u00A0", " "), "38 h 30 min");
	});
	test("the drawing leaves an hour on either side", () => assert.deepEqual(hoursSpanned(days), { from: 7, until: 17 }));
	test("nothing open", () => assert.deepEqual(hoursSpanned(daysOf({}, "sl")), { from: 8, until: 16 }));
	test("two windows in a day", () => {
		assert.equal(daysOf({ mon: ["08:00-12:00", "13:00-16:00"] }, "en")[0]?.text, "8:00–12:00, 13:00–16:00");
	});
});
