import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CatalogueContent } from "../../../desk/catalogue/rules/catalogue-content.ts";
import { contentOf, draftOf, durationOf, hoursOf, windowsOf } from "./catalogue-draft.view.ts";

const content = CatalogueContent.parse({
	title: "Katalog",
	edition: "2026-01",
	contacts: { phones: ["080 2002", "01 478 8590"], webFormUrl: "https://example.si/obrazec", email: "ekc@example.si" },
	managementEmails: ["vodja@example.si"],
	adviserMailbox: "svetovalci@example.si",
	securityContact: { name: "Varnost", email: "varnost@example.si", phone: "01 478 0000" },
	roles: [{ role: "ekc_adviser", text: "Odgovarja." }],
	reportDefinitions: [{ code: "monthly", name: "Mesečno", content: "Vsebina" }],
	firstLevelTargets: { response: "PT1H30M", resolution: null },
	openingHours: { mon: ["08:00-12:00", "13:00-16:00"], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
	reminderDays: [3, 7],
	autoCloseDays: 14,
	reopenDays: 0,
	warningShare: 75,
	competentBodies: [
		{ code: "furs", name: "Finančna uprava", subject: "davki", email: null, phone: "08 200 1000", url: null },
	],
});

test("an edition through its form and back is the same edition", () => {
	assert.deepEqual(CatalogueContent.parse(contentOf(draftOf(content))), content);
});

describe("what people write", () => {
	const spans: [text: string, duration: string | null][] = [
		["4:30", "PT4H30M"],
		["4", "PT4H"],
		["0:45", "PT45M"],
		["", null],
		["štiri", "štiri"],
	];
	for (const [text, duration] of spans) test(`span "${text}"`, () => assert.equal(durationOf(text), duration));
	test("a span as shown", () => assert.deepEqual([hoursOf("PT4H5M"), hoursOf(null)], ["4:05", ""]));

	const windows: [text: string, expected: string[]][] = [
		["8.00–12.00, 13:00-16:00", ["08:00-12:00", "13:00-16:00"]],
		["", []],
		["dopoldne", ["dopoldne"]],
	];
	for (const [text, expected] of windows) test(`hours "${text}"`, () => assert.deepEqual(windowsOf(text), expected));
});
