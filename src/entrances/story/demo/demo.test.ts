import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { workFreeDaysSi } from "../../../desk/calendars/rules/work-free-days-si.ts";
import { exampleAgreements } from "../examples.ts";
import { movedBy, movedUpTo } from "../moved.ts";
import type { ScriptedTicket } from "../script.ts";
import { chanceOf } from "./chance.ts";
import { ticketsOfDays } from "./days.ts";
import { seasonOf } from "./season.ts";
import { filled, slotsOf } from "./slots.ts";
import { ticketsStanding } from "./standing.ts";
import type { Topic } from "./topic.ts";
import { eokenceTopics } from "./topics-eokence.ts";
import { elsewhereTopics, eprireditevTopics } from "./topics-other.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const examples = exampleAgreements(movedBy(0));
const season = (now: string) =>
	seasonOf(
		at(now),
		examples,
		workFreeDaysSi.map(({ date }) => date),
	);
const monday = "2026-11-23T09:00+01:00";

describe("Generated tickets", () => {
	test("the same seed and time give the same tickets", () => {
		assert.deepEqual(ticketsOfDays(season(monday), "a", 4), ticketsOfDays(season(monday), "a", 4));
		assert.deepEqual(ticketsStanding(season(monday), "a"), ticketsStanding(season(monday), "a"));
		assert.notDeepEqual(ticketsOfDays(season(monday), "a", 4), ticketsOfDays(season(monday), "b", 4));
	});

	test("a later start sees the same past, only further", () => {
		const earlier = ticketsOfDays(season(monday), "a", 2);
		const later = new Map(ticketsOfDays(season("2026-11-25T18:00+01:00"), "a", 3).map((one) => [one.key, one]));
		for (const { steps, ...rest } of earlier) {
			const { steps: further, ...same } = later.get(rest.key)!;
			assert.deepEqual(same, rest);
			assert.deepEqual(further.slice(0, steps.length), steps);
		}
	});

	test("some three hundred in ten weeks, three quarters solved at first level, all channels, nothing after now", () => {
		const tickets = ticketsOfDays(season(monday), "dogovor", 10);
		const did = (act: string) => tickets.filter(({ steps }) => steps.some((step) => step.act === act)).length;
		assert.ok(tickets.length > 250 && tickets.length < 400, `${tickets.length}`);
		const share = did("solve") / (did("solve") + did("handOver"));
		assert.ok(share > 0.68 && share < 0.84, `${share}`);
		assert.deepEqual(new Set(tickets.map(({ channel }) => channel)), new Set(["PHONE", "EMAIL", "WEB_FORM"]));
		for (const act of ["askUser", "askOtherBody", "redirect", "markSpam", "close"]) assert.ok(did(act) > 0, act);
		for (const ticket of tickets)
			assert.deepEqual(
				timesOf(ticket),
				timesOf(ticket).toSorted((a, b) => a - b),
				ticket.key,
			);
		assert.ok(tickets.every((ticket) => timesOf(ticket).every((time) => time <= at(monday))));
	});

	test("every topic has its category in the agreement, and words for every slot", () => {
		for (const { code, terms } of examples) {
			const tree = terms.partI?.classification;
			const codes = [...(tree?.technical ?? []), ...(tree?.content ?? [])].flatMap((one) => [
				one.code,
				...(one.children ?? []).map((child) => child.code),
			]);
			for (const { service, category } of topics)
				if (service === code) assert.ok(codes.includes(category ?? ""), `${category}`);
		}
		const slots = slotsOf(chanceOf("any"));
		for (const text of topics.flatMap(textsOf)) assert.doesNotMatch(filled(text, slots), /[{}[\]|]/);
	});
});

describe("The story moves by whole weeks", () => {
	const moments = [
		monday,
		"2026-12-04T13:20+01:00",
		"2026-12-04T13:19+01:00",
		"2027-03-28T02:30+02:00",
		"2026-10-25T02:30+01:00",
	];
	for (const now of moments) {
		test(`up to ${now}`, () => {
			const moved = movedUpTo(at(now), "2026-12-04T13:20");
			const last = moved.instant("2026-12-04T13:20");
			assert.ok(last <= at(now) && at(now) - last < 8 * 24 * 3_600_000);
			const wall = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO("Europe/Ljubljana");
			assert.equal(`${wall.dayOfWeek} ${wall.toPlainTime()}`, "5 13:20:00");
		});
	}
});

const topics: readonly Topic[] = [...eokenceTopics, ...eprireditevTopics, ...elsewhereTopics];

const textsOf = ({ asks, answer, told, secondLevel }: Topic): string[] => [
	...asks.flatMap(({ mail, call }) => [mail, call]),
	answer,
	told,
	...(secondLevel
		? [secondLevel.handOver, secondLevel.solution, secondLevel.question ?? "", secondLevel.reply ?? ""]
		: []),
];

const timesOf = ({ receivedAt, steps }: ScriptedTicket): number[] => [receivedAt, ...steps.map((step) => step.at)];
