import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WhyView } from "../../desk/clocks/contract.ts";
import en from "./en/catalogue.ts";
import sl from "./sl/catalogue.ts";
import { type Speech, speech } from "./speech.ts";
import { whySentences } from "./why-sentences.ts";

type More = Partial<Omit<WhyView, "clock" | "calendar">> & {
	readonly clock?: Partial<WhyView["clock"]>;
	readonly calendar?: Partial<WhyView["calendar"]>;
};

const office = ["08:00-16:00"];
/** R03 of the examples: handed over on 12. 3. at 14:05, four hours of second level's time. */
const whyOf = ({ clock, calendar, ...more }: More = {}): WhyView =>
	({
		clock: {
			kind: "RESOLUTION",
			state: "running",
			startedAt: "2026-03-12T13:05:00Z",
			dueAt: "2026-03-13T09:05:00Z",
			dueOn: null,
			warnAt: "2026-03-13T08:05:00Z",
			left: null,
			endedAt: null,
			isBreached: false,
			allowance: { unit: "ms", amount: 14_400_000 },
			clause: { section: "I.11", table: "A", row: "CRITICAL" },
			...clock,
		},
		agreement: { id: "a", number: 1, service: "eOkence", signedOn: "2026-02-16" },
		catalogue: null,
		daysDueAt: null,
		calendar: {
			hours: "TECHNICAL",
			knownAt: "2026-03-12T13:05:00Z",
			corrections: 0,
			correctedAt: null,
			timeZone: "Europe/Ljubljana",
			week: [office, office, office, office, ["08:00-14:30"], [], []],
			observesWorkFreeDays: true,
			...calendar,
		},
		announcedOn: null,
		warningShare: 75,
		worked: [
			{ from: "2026-03-12T13:05:00Z", to: "2026-03-12T15:00:00Z" },
			{ from: "2026-03-13T07:00:00Z", to: "2026-03-13T09:05:00Z" },
		],
		pauses: [],
		moves: [],
		closedDays: [],
		days: [],
		verdicts: [],
		drawn: { from: "2026-03-12T13:05:00Z", to: "2026-03-13T09:05:00Z", open: [] },
		others: [],
		...more,
	}) as unknown as WhyView;

/** A speech whose sentences are the names of their texts: what is said, without how. */
const named: Speech = { ...speech("sl", sl), t: (key) => key.replace(/^why\./, "") };
const tellingOf = (why: WhyView) => whySentences(why, named).map(({ text }) => text);

const days: More = {
	clock: { allowance: { unit: "days", amount: 3 }, clause: { section: "I.11", table: null, row: "TECHNICAL" } },
	daysDueAt: "closing",
	worked: [],
	days: [
		{ endsAt: "2026-03-13T13:30:00Z", isCounted: true },
		{ endsAt: "2026-03-16T15:00:00Z", isCounted: false },
		{ endsAt: "2026-03-17T15:00:00Z", isCounted: true },
		{ endsAt: "2026-03-18T15:00:00Z", isCounted: true },
	],
};
const byLaw: More = {
	clock: {
		kind: "STATUTORY",
		dueAt: "2026-03-30T22:00:00Z",
		dueOn: "2026-03-30",
		allowance: { unit: "days", amount: 15 },
		clause: { section: "UUP-17", table: null, row: null },
	},
	agreement: null,
	calendar: { hours: "CALENDAR_DAYS" },
	worked: [{ from: "2026-03-13T23:00:00Z", to: "2026-03-30T22:00:00Z" }],
};
const weekdays = ["sourceAgreement", "allowanceHours", "calendar-TECHNICAL", "workFreeDays", "corrections"];
const counted = ["started", "worked"];

const rows: [name: string, why: More, telling: string[]][] = [
	["matrix hours, running", {}, ["due-running", ...weekdays, ...counted, "pausesNone", "warning"]],
	[
		"response: waiting for the user does not stop it",
		{ clock: { kind: "RESPONSE" } },
		["due-running", ...weekdays, ...counted, "cannotPause", "warning"],
	],
	[
		"started outside the hours that count",
		{ clock: { startedAt: "2026-03-12T05:00:00Z" } },
		["due-running", ...weekdays, "startedOutside", "worked", "pausesNone", "warning"],
	],
	[
		"paused: what is left, since when, and when it will warn",
		{
			clock: { state: "paused", dueAt: null, warnAt: null, left: { unit: "ms", amount: 3_600_000 } },
			pauses: [{ from: "2026-03-13T08:05:00Z", to: null, workingMs: 0 }],
		},
		["duePaused", "left", ...weekdays, ...counted, "pauseOpen", "warningPaused"],
	],
	[
		"after a pause",
		{ pauses: [{ from: "2026-03-12T14:00:00Z", to: "2026-03-12T14:30:00Z", workingMs: 1_800_000 }] },
		["due-running", ...weekdays, ...counted, "pause", "warning"],
	],
	[
		"days, closing: which counted and which did not",
		{ ...days, pauses: [{ from: "2026-03-16T14:00:00Z", to: "2026-03-17T07:00:00Z", workingMs: 0 }] },
		[
			"due-running",
			"sourceAgreement",
			"allowanceDays-closing",
			...weekdays.slice(2),
			"started",
			"daysCounted",
			"dayNotCounted",
			"pauseDays",
			"warning",
		],
	],
	[
		"days, same time",
		{ ...days, daysDueAt: "sameTime", days: [] },
		[
			"due-running",
			"sourceAgreement",
			"allowanceDays-sameTime",
			...weekdays.slice(2),
			"started",
			"daysCounted",
			"pausesNone",
			"warning",
		],
	],
	[
		"around the clock by agreement",
		{ calendar: { hours: "ALWAYS" } },
		["due-running", "sourceAgreement", "allowanceAlways", "calendar-ALWAYS", ...counted, "pausesNone", "warning"],
	],
	[
		"the reply by law, moved over a Saturday and a Sunday",
		{
			...byLaw,
			closedDays: [
				{ date: "2026-03-28", reason: "workFreeDay", name: null, recordedAt: null, windows: [] },
				{ date: "2026-03-29", reason: "workFreeDay", name: null, recordedAt: null, windows: [] },
			],
		},
		[
			"dueDay-running",
			"sourceLaw",
			"allowanceCalendarDays",
			"calendar-CALENDAR_DAYS",
			"corrections",
			"started",
			"calendarDaysCounted",
			"cannotPause",
			"movedOver",
			"movedOver",
			"warning",
		],
	],
	[
		"the reply by law, announced by an interim reply",
		{
			...byLaw,
			announcedOn: "2026-04-10",
			moves: [
				{
					at: "2026-03-20T08:00:00Z",
					reason: "INTERIM_REPLY",
					from: "2026-03-30T22:00:00Z",
					to: "2026-04-10T22:00:00Z",
				},
			],
		},
		[
			"dueDay-running",
			"sourceLaw",
			"allowanceCalendarDays",
			"calendar-CALENDAR_DAYS",
			"corrections",
			"started",
			"calendarDaysCounted",
			"cannotPause",
			"announced",
			"move",
			"warning",
		],
	],
	[
		"a notification by law",
		{
			clock: {
				kind: "NIS2_EARLY_WARNING",
				clause: { section: "ZINFV1-30", table: null, row: null },
				isBreached: true,
			},
			agreement: null,
			calendar: { hours: "ALWAYS" },
		},
		["due-late", "sourceLaw", "allowanceAlways", "calendar-ALWAYS", ...counted, "cannotPause", "warning"],
	],
	[
		"first level's own",
		{
			clock: { kind: "FIRST_LEVEL_RESPONSE", clause: { section: "CATALOGUE", table: null, row: null } },
			agreement: null,
			catalogue: { number: 2, edition: "2026-02", inForceFrom: "2026-02-01" },
			calendar: { hours: "OPENING_HOURS" },
		},
		[
			"due-running",
			"sourceCatalogue",
			"allowanceHours",
			"calendar-OPENING_HOURS",
			"workFreeDays",
			"corrections",
			...counted,
			"cannotPause",
			"warning",
		],
	],
	[
		"a work-free day, an agreed exception, corrections of fact",
		{
			calendar: { corrections: 2, correctedAt: "2026-03-12T15:00:00Z" },
			closedDays: [
				{ date: "2026-04-06", reason: "workFreeDay", name: "velikonočni ponedeljek", recordedAt: null, windows: [] },
				{
					date: "2026-08-14",
					reason: "workFreeDay",
					name: "solidarnost",
					recordedAt: "2026-03-12T15:00:00Z",
					windows: [],
				},
				{ date: "2026-12-24", reason: "exception", name: null, recordedAt: null, windows: ["08:00-12:00"] },
				{ date: "2026-03-19", reason: "exception", name: "izpad", recordedAt: "2026-03-12T15:00:00Z", windows: [] },
			],
		},
		[
			"due-running",
			...weekdays,
			...counted,
			"pausesNone",
			"workFreeDay",
			"workFreeDayLater",
			"exception",
			"exceptionLater",
			"warning",
		],
	],
	[
		"moved by another priority, and while it stood still",
		{
			moves: [
				{ at: "2026-03-12T14:00:00Z", reason: "PRIORITY", from: "2026-03-13T07:00:00Z", to: "2026-03-13T09:05:00Z" },
				{ at: "2026-03-12T14:30:00Z", reason: "TERMS", from: null, to: null },
			],
		},
		["due-running", ...weekdays, ...counted, "pausesNone", "move", "moveStill", "warning"],
	],
	[
		"met in time",
		{
			clock: { state: "met", endedAt: "2026-03-13T08:00:00Z" },
			verdicts: [{ verdict: "MET", at: "2026-03-13T08:00:00Z", dueAt: "2026-03-13T09:05:00Z" }],
		},
		["due-ended", ...weekdays, "knownAt", ...counted, "pausesNone", "warning", "metInTime"],
	],
	[
		"breached, then met late",
		{
			clock: { state: "met", endedAt: "2026-03-13T12:00:00Z", isBreached: true },
			verdicts: [
				{ verdict: "BREACHED", at: "2026-03-13T09:06:00Z", dueAt: "2026-03-13T09:05:00Z" },
				{ verdict: "MET", at: "2026-03-13T12:00:00Z", dueAt: "2026-03-13T09:05:00Z" },
			],
		},
		["due-ended", ...weekdays, "knownAt", ...counted, "pausesNone", "warning", "breached", "metLate"],
	],
	[
		"called off",
		{ clock: { state: "cancelled", endedAt: "2026-03-12T14:00:00Z" } },
		["due-ended", ...weekdays, "knownAt", ...counted, "pausesNone", "warning", "cancelled"],
	],
];

describe("the account of a due time in sentences", () => {
	for (const [name, more, telling] of rows) {
		test(name, () => {
			assert.deepEqual(tellingOf(whyOf(more)), telling);
		});
	}
	for (const say of [speech("sl", sl), speech("en", en)]) {
		test(`every one of them is a whole sentence in ${say.language}`, () => {
			for (const [, more] of rows) {
				for (const { text } of whySentences(whyOf(more), say)) assert.match(text, /^[\p{Lu}\d\p{Ll}].*\.$/u);
			}
		});
		test(`version, clause, calendar, windows and their sum are said in ${say.language}`, () => {
			const text = whySentences(whyOf(), say)
				.map((sentence) => sentence.text)
				.join(" ")
				.replaceAll("\u00A0", " ");
			const told = ["I.11", "eOkence", "08:00–10:05", "1 h 55 min", "2 h 05 min", "4 h", "75"];
			for (const value of told) assert.ok(text.includes(value), value);
			assert.ok(text.includes(say.date("2026-02-16").replaceAll("\u00A0", " ")));
		});
	}
	test("each hour of the night of the changed clock is one hour: 24 of them end at one o'clock", () => {
		const why = whyOf({
			clock: { startedAt: "2026-10-25T00:15:00Z", dueAt: "2026-10-26T00:15:00Z" },
			calendar: { hours: "ALWAYS" },
			worked: [{ from: "2026-10-25T00:15:00Z", to: "2026-10-26T00:15:00Z" }],
		});
		const text = whySentences(why, speech("sl", sl))
			.map((sentence) => sentence.text)
			.join(" ")
			.replaceAll("\u00A0", " ");
		assert.ok(text.includes("02:15 (+02:00)–24:00 (22 h 45 min)"), text);
		assert.ok(text.includes("00:00–01:15 (1 h 15 min)"), text);
	});
});
