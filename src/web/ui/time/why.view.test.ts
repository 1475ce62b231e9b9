import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WhyView } from "../../../desk/clocks/contract.ts";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { dayRowsOf, rowsOf, sumOf, versionsOf } from "./why.view.ts";

const say = speech("sl", sl);
const plain = (text: string) => text.replaceAll("\u00A0", " ");
const shown = (worked: WhyView["worked"]) =>
	rowsOf({ worked }, say).map(({ day, hours, counted }) => [plain(day), hours, plain(counted)]);

describe("the windows of a due time as rows", () => {
	test("the rows of the wireframe", () => {
		const worked = [
			{ from: "2026-03-12T13:05:00Z", to: "2026-03-12T15:00:00Z" },
			{ from: "2026-03-13T07:00:00Z", to: "2026-03-13T09:05:00Z" },
		];
		assert.deepEqual(shown(worked), [
			["čet., 12. 3.", "14:05–16:00", "1 h 55 min"],
			["pet., 13. 3.", "08:00–10:05", "2 h 05 min"],
		]);
		assert.equal(sumOf(worked), 4 * 3_600_000);
	});
	test("a stretch over midnight is a row for each day, the night of the changed clock with its 25 hours", () => {
		assert.deepEqual(shown([{ from: "2026-10-24T20:00:00Z", to: "2026-10-26T00:15:00Z" }]), [
			["sob., 24. 10.", "22:00–24:00", "2 h"],
			["ned., 25. 10.", "00:00–24:00", "25 h"],
			["pon., 26. 10.", "00:00–01:15", "1 h 15 min"],
		]);
	});
	test("one that ends at midnight has no row of the next day", () => {
		assert.deepEqual(shown([{ from: "2026-03-12T21:00:00Z", to: "2026-03-12T23:00:00Z" }]), [
			["čet., 12. 3.", "22:00–24:00", "2 h"],
		]);
	});
});

test("the days of a drawing as rows: open, counted, paused; a pause that goes on lasts until now", () => {
	const why = {
		drawn: {
			from: "2026-03-12T13:05:00Z",
			to: "2026-03-13T09:05:00Z",
			open: [
				{ from: "2026-03-12T07:00:00Z", to: "2026-03-12T15:00:00Z" },
				{ from: "2026-03-13T07:00:00Z", to: "2026-03-13T11:00:00Z" },
				{ from: "2026-03-13T12:00:00Z", to: "2026-03-13T13:30:00Z" },
			],
		},
		worked: [{ from: "2026-03-12T13:05:00Z", to: "2026-03-12T14:00:00Z" }],
		pauses: [{ from: "2026-03-12T14:00:00Z", to: null, workingMs: 0 }],
	};
	assert.deepEqual(
		dayRowsOf(why, Temporal.Instant.from("2026-03-13T08:00:00Z"), say).map((row) => Object.values(row)),
		[
			["2026-03-12", "08:00–16:00", "14:05–15:00", "15:00–24:00"],
			["2026-03-13", "08:00–12:00, 13:00–14:30", "–", "00:00–09:00"],
		],
	);
});

describe("versions in one line", () => {
	const calendar = { hours: "TECHNICAL", corrections: 0 } as WhyView["calendar"];
	const agreement = { number: 1, service: "eOkence", signedOn: "2026-02-16" } as WhyView["agreement"];
	const rows: [name: string, why: Parameters<typeof versionsOf>[0], words: string][] = [
		[
			"the wireframe's",
			{ agreement, catalogue: null, calendar },
			"eOkence v1, podpisan 16. 2. 2026 · koledar tehnični v1",
		],
		[
			"with corrections of fact",
			{ agreement, catalogue: null, calendar: { ...calendar, corrections: 2 } },
			"eOkence v1, podpisan 16. 2. 2026 · koledar tehnični v1 + 2 popravka",
		],
		[
			"first level's",
			{
				agreement: null,
				catalogue: { number: 3, edition: "2026-02", inForceFrom: null },
				calendar: { ...calendar, hours: "OPENING_HOURS" },
			},
			"Katalog EKC 2026-02 · delovni čas EKC v3",
		],
		[
			"by law",
			{ agreement: null, catalogue: null, calendar: { ...calendar, hours: "CALENDAR_DAYS" } },
			"koledarski dnevi",
		],
	];
	for (const [name, why, words] of rows) test(name, () => assert.equal(plain(versionsOf(why, say)), words));
});
