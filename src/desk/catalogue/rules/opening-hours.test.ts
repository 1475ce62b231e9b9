import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readWindow, Week } from "./opening-hours.ts";

describe("weekly windows", () => {
	const windows: [text: string, minutes: [number, number] | null][] = [
		["08:00-16:00", [480, 960]],
		["00:00-24:00", [0, 1440]],
		["08:30-08:31", [510, 511]],
		["16:00-08:00", null],
		["08:00-08:00", null],
		["8:00-16:00", null],
		["08:60-16:00", null],
		["08:00-24:01", null],
		["", null],
	];
	for (const [text, minutes] of windows) {
		test(`"${text}"`, () => assert.deepEqual(readWindow(text), minutes && { from: minutes[0], until: minutes[1] }));
	}

	const weeks: [name: string, week: unknown, accepted: boolean][] = [
		["one day is enough", { mon: ["08:00-16:00"] }, true],
		["a break at noon", { mon: ["08:00-12:00", "13:00-16:00"] }, true],
		["no hour at all", {}, false],
		["only empty days", { mon: [], tue: null }, false],
		["overlapping", { mon: ["08:00-12:00", "11:00-16:00"] }, false],
		["touching: one window was meant", { mon: ["08:00-12:00", "12:00-16:00"] }, false],
		["out of order", { mon: ["13:00-16:00", "08:00-12:00"] }, false],
		["an eighth day", { mon: ["08:00-16:00"], fre: ["08:00-16:00"] }, false],
	];
	for (const [name, week, accepted] of weeks) {
		test(name, () => assert.equal(Week.safeParse(week).success, accepted));
	}
});
