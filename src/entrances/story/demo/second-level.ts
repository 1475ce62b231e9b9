import { dueAt, elapsed } from "../../../desk/calendars/rules/working-time.ts";
import type { AnyStep } from "../script.ts";
import { type Case, closing, saidTo, triageOf } from "./first-level.ts";
import { later, owedFrom, secondLevelHours, setOf } from "./season.ts";
import { filled } from "./slots.ts";
import type { SecondLevelWords, Topic } from "./topic.ts";

const agents: Readonly<Record<string, readonly string[]>> = {
	"EOKENCE TECHNICAL": ["anze.izmisljeni", "tjasa.zgledna"],
	"EOKENCE CONTENT": ["katja.primerek"],
	"EPRIREDITEV TECHNICAL": ["blaz.vzorec"],
	"EPRIREDITEV CONTENT": ["eva.poskusnik"],
};
export const agentsFor = (topic: Topic): readonly string[] => agents[`${topic.service} ${setOf(topic)}`] ?? [];

/** How long second level takes, as shares of what it owes; over 1 = too late. */
type Pace = { readonly response: number; readonly resolution: number };

const paceOf = ({ chance }: Case): Pace => ({
	response: chance.often(0.08) ? 1.2 + chance.next() : 0.1 + 0.6 * chance.next(),
	resolution: chance.often(0.14) ? 1.1 + 0.5 * chance.next() : 0.3 + 0.6 * chance.next(),
});

export const wordsOf = ({ topic }: Case): SecondLevelWords => {
	if (!topic.secondLevel) throw new Error(`second level has no words about ${topic.category}`);
	return topic.secondLevel;
};

/** Handed over and worked on there: most in time, some after a question to the user or another body, some too late. */
export function solvedThere(given: Case): AnyStep[] {
	const { season, chance, topic, adviser } = given;
	const words = wordsOf(given);
	const hours = secondLevelHours(season, topic);
	const agent = chance.pick(agentsFor(topic));
	const triage = triageOf(given);
	const from = later(season.openingHours, triage.at, chance.between(5, 45));
	const owed = owedFrom(season, topic, from);
	const pace = paceOf(given);
	const share = (of: number, until: number) => dueAt(hours, from, Math.round(elapsed(hours, from, until) * of));
	const acknowledged = share(
		owed.respondBy === null ? 0.1 + 0.1 * chance.next() : pace.response,
		owed.respondBy ?? owed.resolveBy,
	);
	const started = later(hours, acknowledged, chance.between(2, 30));
	const between = workBetween(given, agent, started);
	const last = between.at(-1)?.at ?? started;
	const solved = Math.max(later(hours, last, chance.between(10, 60)), share(pace.resolution, owed.resolveBy));
	const answered = later(season.openingHours, solved, chance.between(5, 110));
	return [
		triage,
		{ at: from, by: adviser, act: "handOver", words: { summary: filled(words.handOver, given.slots) } },
		{ at: acknowledged, by: agent, act: "acknowledge", words: {} },
		{ at: started, by: agent, act: "start", words: {} },
		...between,
		{ at: solved, by: agent, act: "solveAtSecondLevel", words: { solution: filled(words.solution, given.slots) } },
		{ at: answered, by: adviser, act: "answer", words: { body: saidTo(given), byPhone: given.channel === "PHONE" } },
		...closing(given, answered, 0.45),
	];
}

/** What happens between start and solution, if anything. */
function workBetween(given: Case, agent: string, started: number): AnyStep[] {
	const { chance } = given;
	const { question, otherBody } = wordsOf(given);
	if (question && chance.often(0.35)) return askedUser(given, started);
	return otherBody && chance.often(0.5) ? askedOtherBody(given, agent, started) : [];
}

function askedUser(given: Case, started: number): AnyStep[] {
	const { season, chance, adviser, channel, slots } = given;
	const { question, reply } = wordsOf(given);
	const asked = later(season.openingHours, started, chance.between(5, 60));
	const byPhone = channel === "PHONE";
	const answered = asked + chance.between(2, 45) * 3_600_000;
	return [
		{ at: asked, by: adviser, act: "askUser", words: { body: filled(question ?? "", slots), byPhone } },
		byPhone
			? { at: later(season.openingHours, answered, 5), by: adviser, act: "continueWork", words: {} }
			: { at: answered, act: "userReplies", body: filled(reply ?? "", slots) },
	];
}

function askedOtherBody(given: Case, agent: string, started: number): AnyStep[] {
	const { season, chance, topic } = given;
	const { otherBody } = wordsOf(given);
	if (!otherBody) return [];
	const hours = secondLevelHours(season, topic);
	const asked = later(hours, started, chance.between(3, 25));
	const { name, question, answer } = otherBody;
	return [
		{ at: asked, by: agent, act: "askOtherBody", words: { name, question } },
		{ at: later(hours, asked, chance.between(30, 200)), by: agent, act: "recordOtherBodyAnswer", words: { answer } },
	];
}
