import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eOkence, ePrireditev } from "../../../../test/support/bound-service.ts";
import { availabilityOf } from "../../calendars/rules/availability.ts";
import { alwaysOpen, calendarOf } from "../../calendars/rules/calendar.ts";
import { workingTimeOf } from "../../calendars/rules/horizon.ts";
import type { PastHandOver, Plan } from "./rehearsal.ts";
import { rehearsal } from "./rehearsal.ts";

const planOf = ({ availability, priorityScheme }: typeof eOkence): Plan => {
	const timeOf = (set: "TECHNICAL" | "CONTENT") => workingTimeOf(calendarOf(availabilityOf(availability, set, [])));
	return {
		scheme: priorityScheme,
		time: { TECHNICAL: timeOf("TECHNICAL"), CONTENT: timeOf("CONTENT") },
		always: workingTimeOf(calendarOf(alwaysOpen("Europe/Ljubljana"))),
	};
};
const matrix = planOf(eOkence);
const days = planOf(ePrireditev);
const at = (wall: string) => Temporal.Instant.from(`${wall}+01:00`).epochMilliseconds;
const now = at("2026-03-31T12:00");

/** Table A, CRITICAL: response 1 h, resolution 4 h; answered after half an hour, solved after three hours. */
const past: PastHandOver = {
	agreementId: "a",
	set: "TECHNICAL",
	category: "T2.1",
	type: "INCIDENT",
	effect: "BLOCKED",
	soleChannel: true,
	requiresOtherBodies: false,
	personalDataBreachSuspected: false,
	overridden: null,
	at: at("2026-03-16T09:00"),
	pauses: [],
	response: { endedAt: at("2026-03-16T09:30"), wasLate: false },
	resolution: { endedAt: at("2026-03-16T12:00"), wasLate: false },
};
const none = { clocks: 0, was: 0, would: 0 };
const solved = (wall: string | null, wasLate = true): Partial<PastHandOver> => ({
	resolution: { endedAt: wall === null ? null : at(wall), wasLate },
});

const rows: readonly (readonly [string, Plan, Partial<PastHandOver>, Partial<typeof none & { unknown: number }>])[] = [
	["in time under both", matrix, {}, { clocks: 2 }],
	["exactly due is in time", matrix, solved("2026-03-16T13:00", false), { clocks: 2 }],
	["a minute late", matrix, solved("2026-03-16T13:01"), { clocks: 2, was: 1, would: 1 }],
	[
		"late then, in time with other bodies",
		matrix,
		{ ...solved("2026-03-16T14:30"), requiresOtherBodies: true, soleChannel: false },
		{ clocks: 2, was: 1 },
	],
	[
		"a pause gives the time back",
		matrix,
		{ ...solved("2026-03-16T14:30", false), pauses: [{ from: at("2026-03-16T10:00"), to: at("2026-03-16T12:00") }] },
		{ clocks: 2 },
	],
	[
		"paused to this day",
		matrix,
		{ ...solved(null, false), pauses: [{ from: at("2026-03-16T10:00"), to: null }] },
		{ clocks: 2 },
	],
	["not ended to this day", matrix, solved(null), { clocks: 2, was: 1, would: 1 }],
	[
		"a priority that a person set stands",
		matrix,
		{ ...solved("2026-03-17T12:00"), overridden: "MINOR" },
		{ clocks: 2, was: 1 },
	],
	[
		"of the other scheme it does not",
		days,
		{ ...solved("2026-03-19T15:30", false), overridden: "MINOR" },
		{ clocks: 2 },
	],
	["days: late on the day after", days, solved("2026-03-20T09:00", false), { clocks: 2, would: 1 }],
	["owed now, not measured then", matrix, { response: null }, { clocks: 1, unknown: 1 }],
];

describe("one hand-over replayed", () => {
	for (const [name, plan, more, expected] of rows) {
		test(name, () => {
			const { add, report } = rehearsal(() => plan, now);
			add({ ...past, ...more });
			const { by: _, ...total } = report();
			assert.deepEqual(total, { ...none, unknown: 0, handOvers: 1, ...expected });
		});
	}
});

test("breaches by clause, set, category and month, each adding up to the whole", () => {
	const { add, report } = rehearsal(() => matrix, now);
	add(past);
	add({ ...past, ...solved("2026-03-17T12:00"), effect: "IMPEDED", category: "T3.1", at: at("2026-02-27T09:00") });
	const { by, ...total } = report();
	assert.deepEqual(
		by.clause.map(({ key, would }) => [key, would]),
		[
			["I.11 A CRITICAL RESOLUTION", 0],
			["I.11 A CRITICAL RESPONSE", 0],
			["I.11 A MAJOR RESOLUTION", 1],
			["I.11 A MAJOR RESPONSE", 1],
		],
	);
	assert.deepEqual(
		by.month.map(({ key }) => key),
		["2026-02", "2026-03"],
	);
	for (const cells of Object.values(by)) {
		for (const count of ["clocks", "was", "would"] as const)
			assert.equal(
				cells.reduce((sum, cell) => sum + cell[count], 0),
				total[count],
			);
	}
});
