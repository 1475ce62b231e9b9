import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import { Effect, type TicketType } from "./codes.ts";
import {
	codesOf,
	type Computed,
	computePriority,
	hasPriorityAtTriage,
	isAfterUserDeadline,
	rankOf,
	securityFlags,
} from "./priority.ts";

const texts = { CRITICAL: "a", MAJOR: "b", MINOR: "c" };
const times = { response: "PT1H", resolution: "PT4H" };
const table = { CRITICAL: times, MAJOR: times, MINOR: times };
const matrix = (mixedCells?: Extract<PriorityScheme, { kind: "matrix" }>["mixedCells"]): PriorityScheme => ({
	kind: "matrix",
	decision: { outcome: "matrix", decidedBy: ["lea.sraj"], rationale: "x" },
	clock: "availability",
	descriptions: { solo: texts, withOthers: texts },
	solo: table,
	withOthers: table,
	mixedCells,
	triageDefault: { requiresOtherBodies: true },
});
const days = (notSoleChannelPolicy: "demote" | "same" | "none"): PriorityScheme => ({
	kind: "days",
	decision: { outcome: "days", decidedBy: ["lea.sraj"], rationale: "x" },
	dayUnit: "availabilityDays",
	descriptions: { P1: "a", P2: "b", P3: "c" },
	resolutionDays: { content: 5, technical: 3 },
	responseTime: null,
	notSoleChannelPolicy,
});
const none: PriorityScheme = { kind: "none", decision: { outcome: "none", decidedBy: ["lea.sraj"], rationale: "x" } };

const eOkence = matrix({ soloNotSoleChannel: "solo", withOthersSoleChannel: "withOthers" });
const ePrireditev = days("demote");

const facts = (
	type: TicketType,
	effect: Effect,
	soleChannel: boolean,
	requiresOtherBodies: boolean,
	breach = false,
) => ({
	type,
	effect,
	soleChannel,
	requiresOtherBodies,
	personalDataBreachSuspected: breach,
});

type Row = [name: string, facts: ReturnType<typeof facts>, scheme: PriorityScheme, expected: Computed];
const soloMixed = "mixed_cell_solo_not_sole_channel";
const othersMixed = "mixed_cell_with_others_sole_channel";

const rows: Row[] = [
	[
		"R03 error 500",
		facts("INCIDENT", "BLOCKED", false, false),
		eOkence,
		{ code: "CRITICAL", rank: 1, table: "solo", flags: [soloMixed] },
	],
	[
		"R04 sign-in down",
		facts("INCIDENT", "BLOCKED", false, true),
		eOkence,
		{ code: "CRITICAL", rank: 1, table: "withOthers", flags: [] },
	],
	[
		"R06 consent waits",
		facts("INCIDENT", "IMPEDED", true, true),
		ePrireditev,
		{ code: "P2", rank: 2, table: null, flags: [] },
	],
	[
		"R07 signing fails",
		facts("INCIDENT", "BLOCKED", true, true),
		ePrireditev,
		{ code: "P1", rank: 1, table: null, flags: [] },
	],
	[
		"R10 another's appointment",
		facts("SECURITY_INCIDENT", "BLOCKED", false, false, true),
		eOkence,
		{ code: "CRITICAL", rank: 1, table: "solo", flags: ["security", "personal_data_breach_suspected", soloMixed] },
	],
	[
		"R11 false SMS",
		facts("SECURITY_REPORT", "REDUCED", false, true),
		eOkence,
		{ code: "MINOR", rank: 3, table: "withOthers", flags: [] },
	],
	[
		"R12-0 power of attorney",
		facts("QUESTION", "IMPEDED", false, false),
		eOkence,
		{ code: "MAJOR", rank: 2, table: "solo", flags: [soloMixed] },
	],
	[
		"matrix, alone and the only way",
		facts("INCIDENT", "REDUCED", true, false),
		matrix(),
		{ code: "MINOR", rank: 3, table: "solo", flags: [] },
	],
	[
		"matrix, mixed cells not agreed",
		facts("INCIDENT", "BLOCKED", true, true),
		matrix(),
		{ code: "CRITICAL", rank: 1, table: "withOthers", flags: [othersMixed] },
	],
	[
		"matrix, mixed cells agreed the other way",
		facts("INCIDENT", "BLOCKED", true, true),
		matrix({ withOthersSoleChannel: "solo" }),
		{ code: "CRITICAL", rank: 1, table: "solo", flags: [othersMixed] },
	],
	[
		"days, demoted from P1",
		facts("INCIDENT", "BLOCKED", false, true),
		ePrireditev,
		{ code: "P2", rank: 2, table: null, flags: [] },
	],
	[
		"days, P3 stays P3",
		facts("INCIDENT", "REDUCED", false, true),
		ePrireditev,
		{ code: "P3", rank: 3, table: null, flags: [] },
	],
	[
		"days, same",
		facts("INCIDENT", "BLOCKED", false, true),
		days("same"),
		{ code: "P1", rank: 1, table: null, flags: [] },
	],
	[
		"days, none",
		facts("INCIDENT", "BLOCKED", false, true),
		days("none"),
		{ code: null, rank: 1, table: null, flags: [] },
	],
	["no scheme", facts("INCIDENT", "IMPEDED", true, true), none, { code: null, rank: 2, table: null, flags: [] }],
];

describe("computed priority", () => {
	for (const [name, given, scheme, expected] of rows) {
		test(name, () => assert.deepEqual(computePriority(given, scheme), expected));
	}
});

describe("when a priority is computed", () => {
	const atTriage: Record<TicketType, boolean> = {
		QUESTION: false,
		USAGE_HELP: false,
		INCIDENT: true,
		COMPLAINT: false,
		PRAISE: false,
		SECURITY_INCIDENT: true,
		SECURITY_REPORT: false,
		OUT_OF_SCOPE: false,
	};
	for (const [type, expected] of Object.entries(atTriage)) {
		test(type, () => assert.equal(hasPriorityAtTriage(type as TicketType), expected));
	}
	test("a report of a threat is no security incident", () =>
		assert.deepEqual(securityFlags({ type: "SECURITY_REPORT", personalDataBreachSuspected: false }), []));
});

describe("the user's own deadline", () => {
	const zone = "Europe/Ljubljana";
	const late: [name: string, due: string, deadline: string, expected: boolean][] = [
		["R07 due the day after", "2026-05-06T15:30+02:00", "2026-05-05", true],
		["R03 due the day before", "2026-03-13T10:05+01:00", "2026-03-14", false],
		["due within the day of the deadline", "2026-05-05T15:30+02:00", "2026-05-05", false],
		["due a minute after local midnight", "2026-05-05T22:01Z", "2026-05-05", true],
	];
	for (const [name, due, deadline, expected] of late) {
		test(name, () =>
			assert.equal(isAfterUserDeadline(Temporal.Instant.from(due), Temporal.PlainDate.from(deadline), zone), expected),
		);
	}
});

test("a graver effect never ranks lower, whatever the scheme and the facts", () => {
	const schemes = [eOkence, matrix(), ePrireditev, days("same"), days("none"), none];
	fc.assert(
		fc.property(fc.constantFrom(...schemes), fc.boolean(), fc.boolean(), (scheme, sole, others) => {
			const ranks = Effect.options.map(
				(effect) => computePriority(facts("INCIDENT", effect, sole, others), scheme).rank,
			);
			assert.deepEqual(ranks, [...ranks].sort());
		}),
	);
});

test("an override chooses among the scheme's own labels, most urgent first", () => {
	for (const scheme of [eOkence, ePrireditev]) assert.deepEqual(codesOf(scheme).map(rankOf), [1, 2, 3]);
	assert.deepEqual(codesOf(none), []);
});
