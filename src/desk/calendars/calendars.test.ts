import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDesk, publicActor, system, type TestDesk } from "../../../test/support/desk.ts";
import recordWorkFreeDay from "./operations/record-work-free-day.ts";
import workFreeDays from "./operations/work-free-days.ts";
import { workFreeDates, workFreeDaysKnownUntil, workingTimeFor } from "./read.ts";
import { alwaysOpen } from "./rules/calendar.ts";
import { workFreeDaysSi } from "./rules/work-free-days-si.ts";

describe("work-free days", () => {
	let desk: TestDesk;
	before(async () => {
		desk = await openTestDesk();
	});
	after(() => desk.close());

	test("the database begins with the imported years", async () => {
		const known = await desk.database.read(async (tx) => [...(await workFreeDates(tx))]);
		assert.deepEqual(
			known,
			workFreeDaysSi.map(({ date }) => date),
		);
		const until = await desk.database.read((tx) => workFreeDaysKnownUntil(tx));
		assert.equal(until?.toString(), "2030-12-31");
	});

	test("everybody may read a year of them", async () => {
		const { days } = await desk.perform(workFreeDays, publicActor, { year: 2026 });
		assert.equal(days.length, 15);
		assert.deepEqual(days[0], { day: "2026-01-01", name: "novo leto" });
	});

	test("a day declared late is recorded once, by the head or the administrator", async () => {
		const declared = { day: "2026-11-02", name: "dan solidarnosti" };
		const adviser = await desk.cast("ekc_adviser");
		await assert.rejects(desk.perform(recordWorkFreeDay, adviser, declared), { kind: "forbidden" });
		const head = await desk.cast("ekc_head");
		await desk.perform(recordWorkFreeDay, head, declared);
		assert.ok((await desk.database.read((tx) => workFreeDates(tx))).has("2026-11-02"));
		await assert.rejects(desk.perform(recordWorkFreeDay, system, declared), { code: "work-free-day-known" });
	});
});

test("two calendars that say the same share one table", () => {
	assert.equal(workingTimeFor(alwaysOpen("Europe/Ljubljana")), workingTimeFor(alwaysOpen("Europe/Ljubljana")));
	assert.notEqual(workingTimeFor(alwaysOpen("Europe/Ljubljana")), workingTimeFor(alwaysOpen("UTC")));
});
