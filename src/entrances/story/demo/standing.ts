import { dueAt, elapsed, nextOpening, previousOpening } from "../../../desk/calendars/rules/working-time.ts";
import type { Channel } from "../../../desk/tickets/rules/codes.ts";
import type { AnyStep, ScriptedTicket } from "../script.ts";
import { chanceOf } from "./chance.ts";
import { type Case, caseOf, ticketOf, triageAt } from "./first-level.ts";
import { back, later, latest, owedFrom, type Season, secondLevelHours } from "./season.ts";
import { agentsFor, wordsOf } from "./second-level.ts";
import { filled } from "./slots.ts";
import { eokenceTopics } from "./topics-eokence.ts";
import { eprireditevTopics } from "./topics-other.ts";
import type { Topic } from "./topic.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far second level has got. */
type Progress = "handedOver" | "acknowledged" | "started" | "waitingUser" | "waitingOtherBody";
/** Which of the two times is used up, and to what share: over 1 = it has run out. */
type Standing = {
	readonly key: string;
	readonly topic: Topic;
	readonly of: "response" | "resolution";
	readonly share: number;
	readonly progress: Progress;
};

const topicOf = (all: readonly Topic[], category: string): Topic => {
	const found = all.find((topic) => topic.category === category && topic.secondLevel);
	if (!found) throw new Error(`second level has no topic ${category}`);
	return found;
};
const [login, code, saving, authority] = ["T1.1", "T1.2", "T2.2", "V2.2"].map((one) => topicOf(eokenceTopics, one)) as [
	Topic,
	Topic,
	Topic,
	Topic,
];
const [consent, signature] = ["V1.2", "T1.2"].map((one) => topicOf(eprireditevTopics, one)) as [Topic, Topic];

/** At any hour of any day something is due soon, something has run out and something is paused, on both agreements. */
const standings: readonly Standing[] = [
	{ key: "N-soon-1", topic: saving, of: "resolution", share: 0.86, progress: "started" },
	{ key: "N-soon-2", topic: login, of: "resolution", share: 0.8, progress: "acknowledged" },
	{ key: "N-soon-3", topic: authority, of: "response", share: 0.82, progress: "handedOver" },
	{ key: "N-soon-4", topic: signature, of: "resolution", share: 0.95, progress: "started" },
	{ key: "N-late-1", topic: code, of: "resolution", share: 1.3, progress: "started" },
	{ key: "N-late-2", topic: login, of: "response", share: 1.4, progress: "handedOver" },
	{ key: "N-late-3", topic: consent, of: "resolution", share: 1.2, progress: "waitingOtherBody" },
	{ key: "N-paused-1", topic: login, of: "resolution", share: 0.3, progress: "waitingUser" },
	{ key: "N-paused-2", topic: signature, of: "resolution", share: 0.6, progress: "waitingUser" },
	{ key: "N-fresh-1", topic: saving, of: "response", share: 0.15, progress: "handedOver" },
	{ key: "N-fresh-2", topic: code, of: "resolution", share: 0.25, progress: "waitingOtherBody" },
	{ key: "N-fresh-3", topic: consent, of: "resolution", share: 0.4, progress: "acknowledged" },
];

/** Tickets whose clocks stand at chosen points of what is owed at `now`, counted back over the hours that count. */
export function ticketsStanding(season: Season, seed: string): ScriptedTicket[] {
	return [...standings.map((standing) => atSecondLevel(season, seed, standing)), ...atFirstLevel(season, seed)];
}

function atSecondLevel(season: Season, seed: string, standing: Standing): ScriptedTicket {
	const { key, topic, progress } = standing;
	const chance = chanceOf(`${seed} ${key}`);
	const from = handedOverFor(season, standing);
	const channel: Channel = progress === "waitingUser" ? "EMAIL" : chance.pick(["EMAIL", "WEB_FORM"]);
	const given = caseOf(season, chance, { topic, channel, receivedAt: from - chance.between(20, 55) * minute });
	const { adviser, slots } = given;
	const { handOver } = wordsOf(given);
	return ticketOf(key, given, [
		triageAt(from - 8 * minute, topic, adviser),
		{ at: from, by: adviser, act: "handOver", words: { summary: filled(handOver, slots) } },
		...workSoFar(given, from, progress),
	]);
}

/**
 * The latest hand-over from which the standing's share of the time owed has passed by now. Days end together at a closing:
 * where the share is jumped over and nothing may have run out yet, it is the earliest hand-over that is still in time.
 */
function handedOverFor(season: Season, { topic, of, share }: Standing): number {
	const { now } = season;
	const hours = secondLevelHours(season, topic);
	const passed = (from: number): number => {
		const { respondBy, resolveBy } = owedFrom(season, topic, from);
		const owed = elapsed(hours, from, of === "response" ? (respondBy ?? resolveBy) : resolveBy);
		return elapsed(hours, from, now) / owed;
	};
	const from = latest(now, (at) => passed(at) >= share);
	// Nobody hands over at midnight, where a day of the days scheme begins to count.
	return share < 1 && passed(from) >= 1 ? nextOpening(hours, from + 1) : previousOpening(hours, from);
}

/** What second level has done since; the first steps took the smaller part of the time. */
function workSoFar(given: Case, from: number, progress: Progress): AnyStep[] {
	const { season, chance, topic, adviser, slots, channel } = given;
	const hours = secondLevelHours(season, topic);
	const agent = chance.pick(agentsFor(topic));
	const worked = elapsed(hours, from, season.now);
	const at = (share: number) => dueAt(hours, from, Math.round(worked * share));
	const steps: AnyStep[] = [
		{ at: at(0.1), by: agent, act: "acknowledge", words: {} },
		{ at: at(0.15), by: agent, act: "start", words: {} },
	];
	const { question, otherBody } = wordsOf(given);
	if (progress === "handedOver") return [];
	if (progress === "acknowledged") return steps.slice(0, 1);
	if (progress === "waitingUser" && question) {
		const words = { body: filled(question, slots), byPhone: channel === "PHONE" };
		return [...steps, { at: at(0.5), by: adviser, act: "askUser", words }];
	}
	if (progress === "waitingOtherBody" && otherBody) {
		return [
			...steps,
			{ at: at(0.4), by: agent, act: "askOtherBody", words: { name: otherBody.name, question: otherBody.question } },
		];
	}
	return steps;
}

/** New mail at whatever hour, work begun, and two answers that the law waits for: one soon, one already too late. */
function atFirstLevel(season: Season, seed: string): ScriptedTicket[] {
	const { now, openingHours } = season;
	const easy = eokenceTopics.filter((topic) => topic.type === "QUESTION");
	const given = (key: string, channel: Channel, receivedAt: number) => {
		const chance = chanceOf(`${seed} ${key}`);
		return caseOf(season, chance, { topic: chance.pick(easy), channel, receivedAt });
	};
	const untouched = [7, 41, 130].map((minutes, index) => {
		const key = `N-new-${index + 1}`;
		return ticketOf(key, given(key, index === 1 ? "WEB_FORM" : "EMAIL", now - minutes * minute), []);
	});
	const begun = [35, 95].map((minutes, index) => {
		const key = `N-begun-${index + 1}`;
		const taken = back(openingHours, now, minutes * minute);
		const one = given(key, "EMAIL", taken - 20 * minute);
		return ticketOf(key, one, [triageAt(taken, one.topic, one.adviser)]);
	});
	const byLaw = [13, 18].map((days, index) => {
		const key = `N-law-${index + 1}`;
		const one = given(key, "EMAIL", now - days * day);
		return ticketOf(key, one, [triageAt(later(openingHours, one.receivedAt, 30), one.topic, one.adviser)]);
	});
	return [...untouched, ...begun, ...byLaw];
}
