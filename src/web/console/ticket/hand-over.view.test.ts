import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { dueIf, pathOf } from "./hand-over.view.ts";

const week = {
	mon: ["08:00-16:00"],
	tue: ["08:00-16:00"],
	wed: ["08:00-16:00"],
	thu: ["08:00-16:00"],
	fri: ["08:00-14:30"],
};
const row = { response: "PT1H", resolution: "PT4H" };
const terms = {
	partI: {
		service: { soleChannel: false },
		availability: {
			timeZone: "Europe/Ljubljana",
			holidays: "si-work-free-days",
			technical: week,
			content: week,
			exceptions: [],
		},
		escalationPaths: {
			technical: [
				{ order: 1, kind: "queue", target: "2. nivo – tehnična ekipa" },
				{ order: 2, kind: "person", target: "cvetka.domisljan" },
			],
			content: [],
		},
		priorityScheme: {
			kind: "matrix",
			clock: "availability",
			solo: { CRITICAL: row, MAJOR: row, MINOR: row },
			withOthers: { CRITICAL: row, MAJOR: row, MINOR: row },
			mixedCells: { soloNotSoleChannel: "solo" },
		},
	},
} as unknown as DraftTerms;

const ticket = {
	type: "INCIDENT",
	set: "TECHNICAL",
	effect: "BLOCKED",
	soleChannel: false,
	requiresOtherBodies: false,
	priority: null,
} as const;

describe("what a hand-over would start", () => {
	test("R03 of the examples: at 14:05, due 15:05 and the next day at 10:05", () => {
		assert.deepEqual(dueIf(terms, ticket, Temporal.Instant.from("2026-03-12T14:05+01:00")), {
			response: "2026-03-12T14:05:00Z",
			resolution: "2026-03-13T09:05:00Z",
		});
	});
	test("nothing is promised before the facts are there", () => {
		assert.equal(dueIf(terms, { ...ticket, effect: null }, Temporal.Instant.from("2026-03-12T14:05+01:00")), null);
		assert.equal(dueIf({}, ticket, Temporal.Instant.from("2026-03-12T14:05+01:00")), null);
	});
});

test("the path of the ticket's set, people by name", () => {
	assert.deepEqual(
		pathOf(terms, "TECHNICAL", () => "Cvetka Domišljan").map(({ name }) => name),
		["2. nivo – tehnična ekipa", "Cvetka Domišljan"],
	);
	assert.deepEqual(pathOf(terms, null, String), []);
});
