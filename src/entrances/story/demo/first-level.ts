import type { Channel } from "../../../desk/tickets/rules/codes.ts";
import { advisers } from "../cast.ts";
import type { AnyStep, ScriptedTicket } from "../script.ts";
import type { Chance } from "./chance.ts";
import { someone } from "./persons.ts";
import { later, type Season, setOf } from "./season.ts";
import { filled, type Slots, slotsOf } from "./slots.ts";
import type { Topic } from "./topic.ts";

/** Everything that the steps of one generated ticket are made of. */
export type Case = {
	readonly season: Season;
	readonly chance: Chance;
	readonly topic: Topic;
	readonly channel: Channel;
	readonly adviser: string;
	readonly slots: Slots;
	readonly receivedAt: number;
};

export function caseOf(
	season: Season,
	chance: Chance,
	what: { readonly topic: Topic; readonly channel: Channel; readonly receivedAt: number },
): Case {
	const { service } = what.topic;
	const able = service === null ? advisers.map(({ handle }) => handle) : season.qualified(service, setOf(what.topic));
	return { season, chance, ...what, adviser: chance.pick(able), slots: slotsOf(chance) };
}

/** The ticket of a case with its steps; those that would lie after now are left out: so far it has got. */
export function ticketOf(key: string, given: Case, steps: readonly AnyStep[]): ScriptedTicket {
	const { season, chance, topic, channel, adviser, slots, receivedAt } = given;
	const ask = chance.pick(topic.asks);
	const groups = season.agreements.get(topic.service ?? "")?.partI.service.userGroups.map(({ code }) => code);
	return {
		key,
		channel,
		receivedAt,
		takenBy: adviser,
		reporter: someone(chance, channel, groups ?? ["citizen"], slots.isWoman),
		language: topic.language ?? "sl",
		subject: ask.subject,
		body: filled(channel === "PHONE" ? ask.call : ask.mail, slots),
		attachments: [],
		service: channel === "WEB_FORM" ? topic.service : null,
		steps: steps.filter(({ at }) => at <= season.now),
	};
}

/** Classified and taken, soon after a call, within the day for mail and forms. */
export function triageOf(given: Case): AnyStep {
	const { season, chance, topic, channel, adviser, receivedAt } = given;
	const minutes = channel === "PHONE" ? chance.between(1, 4) : chance.between(4, 95);
	return triageAt(later(season.openingHours, receivedAt, minutes), topic, adviser);
}

export const triageAt = (at: number, topic: Topic, by: string): AnyStep => ({
	at,
	by,
	act: "triage",
	words: {
		type: topic.type,
		service: topic.service,
		category: topic.category,
		effect: topic.effect,
		take: topic.service !== null,
		...(topic.requiresOtherBodies === undefined ? {} : { requiresOtherBodies: topic.requiresOtherBodies }),
	},
});

/** Solved and answered at first level; some users confirm, the others are closed by their silence. */
export function solvedHere(given: Case): AnyStep[] {
	const { season, chance, topic, channel, adviser } = given;
	const triage = triageOf(given);
	const isCall = channel === "PHONE";
	const waits = isCall ? chance.between(4, 18) : chance.often(0.15) ? chance.between(400, 900) : chance.between(6, 150);
	const at = later(season.openingHours, triage.at, waits);
	const reply = saidTo(given);
	return [
		triage,
		{ at, by: adviser, act: "solve", words: { solution: filled(topic.told, given.slots), reply } },
		...closing(given, at, isCall ? 0.85 : 0.3),
	];
}

/** The competent body is named; nobody confirms such an answer. */
export function redirected(given: Case): AnyStep[] {
	const { season, chance, topic, adviser } = given;
	const triage = triageOf(given);
	const at = later(season.openingHours, triage.at, chance.between(2, 12));
	const competentBody = topic.competentBody ?? "";
	const byPhone = given.channel === "PHONE";
	return [
		triage,
		{ at, by: adviser, act: "redirect", words: { competentBody, reply: saidTo(given), byPhone } },
		...closing(given, at, byPhone ? 0.9 : 0),
	];
}

/** The user confirms this often; otherwise the desk closes the ticket when the catalogue's days have passed. */
export function closing({ season, chance, channel, adviser }: Case, from: number, share: number): AnyStep[] {
	if (!chance.often(share)) return [];
	const minutes = channel === "PHONE" ? chance.between(1, 3) : chance.between(60, 1400);
	return [{ at: later(season.openingHours, from, minutes), by: adviser, act: "close", words: {} }];
}

export const saidTo = ({ channel, topic, slots }: Case): string =>
	filled(channel === "PHONE" ? topic.told : topic.answer, slots);
