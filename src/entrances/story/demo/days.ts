import type { Channel } from "../../../desk/tickets/rules/codes.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { ScriptedTicket } from "../script.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { caseOf, redirected, solvedHere, ticketOf } from "./first-level.ts";
import { later, type Season } from "./season.ts";
import { solvedThere } from "./second-level.ts";
import type { Topic } from "./topic.ts";
import { eokenceTopics } from "./topics-eokence.ts";
import { elsewhereTopics, eprireditevTopics, unsolicited } from "./topics-other.ts";

const topics: readonly Topic[] = [...eokenceTopics, ...eprireditevTopics, ...elsewhereTopics];

/** Contacts a day, from Monday: the beginning of the week is the busiest (§3.1, F7). */
const perDay = [8, 6, 6, 5, 4, 1, 1] as const;

/** The tickets of whole days from `firstDay` until now; a day's tickets depend on the seed and the day alone. */
export function ticketsOfDays(season: Season, seed: string, weeks: number): ScriptedTicket[] {
	const today = Temporal.Instant.fromEpochMilliseconds(season.now).toZonedDateTimeISO(deskZone).toPlainDate();
	return Array.from({ length: weeks * 7 + 1 }, (_, back) => today.subtract({ days: weeks * 7 - back })).flatMap((day) =>
		ticketsOfDay(season, seed, day).filter(({ receivedAt }) => receivedAt <= season.now),
	);
}

function ticketsOfDay(season: Season, seed: string, day: Temporal.PlainDate): ScriptedTicket[] {
	const chance = chanceOf(`${seed} ${day}`);
	const isFree = season.workFreeDays.includes(day.toString());
	const usual = isFree ? 1 : perDay[day.dayOfWeek - 1]!;
	const isWorkingDay = !isFree && day.dayOfWeek <= 5;
	const count = Math.max(isWorkingDay ? 2 : 0, usual + chance.between(-1, 1));
	return Array.from({ length: count }, (_, index) =>
		ticketAt(season, chance, day, `D-${day}-${index + 1}`, isWorkingDay),
	);
}

function ticketAt(
	season: Season,
	chance: Chance,
	day: Temporal.PlainDate,
	key: string,
	isWorkingDay: boolean,
): ScriptedTicket {
	const channel = channelOf(chance, isWorkingDay);
	const receivedAt = timeOf(chance, day, channel);
	if (channel === "EMAIL" && chance.often(0.04)) return unsolicitedAt(season, chance, key, receivedAt);
	const topic = chance.weighted(topics);
	const given = caseOf(season, chance, { topic, channel, receivedAt });
	if (topic.service === null) return ticketOf(key, given, redirected(given));
	const isHard = chance.often(topic.secondLevel?.share ?? 0);
	return ticketOf(key, given, isHard ? solvedThere(given) : solvedHere(given));
}

const channelOf = (chance: Chance, isWorkingDay: boolean): Channel => {
	if (!isWorkingDay) return chance.often(0.6) ? "EMAIL" : "WEB_FORM";
	return chance.weighted([
		{ weight: 45, channel: "PHONE" },
		{ weight: 35, channel: "EMAIL" },
		{ weight: 20, channel: "WEB_FORM" },
	] as const).channel;
};

/** Calls in opening hours, most of them before noon; the rest comes from morning till late evening. */
function timeOf(chance: Chance, day: Temporal.PlainDate, channel: Channel): number {
	const early = Math.min(chance.next(), chance.next());
	const minutes = channel === "PHONE" ? 425 + early * 680 : 390 + early * 990;
	return day
		.toZonedDateTime(deskZone)
		.add({ minutes: Math.round(minutes) })
		.add({ seconds: chance.between(0, 59) }).epochMilliseconds;
}

function unsolicitedAt(season: Season, chance: Chance, key: string, receivedAt: number): ScriptedTicket {
	const [topic] = elsewhereTopics;
	if (!topic) throw new Error("there is nothing elsewhere");
	const given = caseOf(season, chance, { topic, channel: "EMAIL", receivedAt });
	const { subject, body } = chance.pick(unsolicited);
	const at = later(season.openingHours, receivedAt, chance.between(5, 90));
	const ticket = ticketOf(key, given, [{ at, by: given.adviser, act: "markSpam", words: {} }]);
	return { ...ticket, subject, body };
}
