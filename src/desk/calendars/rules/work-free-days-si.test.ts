import assert from "node:assert/strict";
import { test } from "node:test";
import Holidays from "date-holidays";
import { workFreeDaysSi } from "./work-free-days-si.ts";

test("the imported work-free days are those of date-holidays and the one-off day of 2023", () => {
	const library = new Holidays("SI");
	const expected = new Set(["2023-08-14"]);
	for (let year = 2023; year <= 2030; year++) {
		for (const holiday of library.getHolidays(year)) {
			if (holiday.type === "public") expected.add(holiday.date.slice(0, 10));
		}
	}
	assert.deepEqual(
		workFreeDaysSi.map(({ date }) => date),
		[...expected].toSorted(),
	);
});
