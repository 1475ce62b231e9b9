import { targetsFor } from "../../../desk/clocks/rules/targets.ts";
import { reckon } from "../../../desk/clocks/rules/reckoning.ts";
import { workingTimeFor } from "../../../desk/calendars/read.ts";
import { availabilityOf } from "../../../desk/calendars/rules/availability.ts";
import type { WorkingTime } from "../../../desk/calendars/rules/horizon.ts";
import { dueAt, elapsed } from "../../../desk/calendars/rules/working-time.ts";
import { AgreementTerms } from "../../../desk/agreements/rules/terms.ts";
import { computePriority } from "../../../desk/tickets/rules/priority.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import { deskZone } from "../../../platform/clock.ts";
import { advisers } from "../cast.ts";
import { catalogueEdition } from "../catalogue-edition.ts";
import type { ExampleAgreement } from "../examples.ts";
import type { Topic } from "./topic.ts";

/** What the generated tickets follow: the terms agreed, the hours of both levels, and who works there. */
export type Season = {
	/** UTC milliseconds. */
	readonly now: number;
	readonly agreements: ReadonlyMap<string, AgreementTerms>;
	/** The contact centre's own opening hours. */
	readonly openingHours: WorkingTime;
	readonly workFreeDays: readonly string[];
	readonly qualified: (service: string, set: SupportSet) => readonly string[];
};

const minute = 60_000;

export function seasonOf(now: number, examples: readonly ExampleAgreement[], workFreeDays: readonly string[]): Season {
	const [first] = examples;
	if (!first) throw new Error("there is no example agreement");
	const week = catalogueEdition(first.terms).openingHours;
	const agreements = new Map(examples.map(({ code, terms }) => [code, AgreementTerms.parse(terms)]));
	const trained = new Map(examples.map(({ code, story }) => [code, story.startGates.advisersQualified]));
	return {
		now,
		agreements,
		openingHours: workingTimeFor({ timeZone: deskZone, week, workFreeDays, exceptions: [] }),
		workFreeDays,
		qualified: (service, set) => {
			const gate = trained.get(service)?.[set === "TECHNICAL" ? "technical" : "content"];
			return advisers.slice(0, gate?.qualifiedAdvisers ?? 0).map(({ handle }) => handle);
		},
	};
}

/** An instant so many minutes of working time later. */
export const later = (hours: WorkingTime, from: number, minutes: number): number =>
	dueAt(hours, from, Math.max(1, Math.round(minutes)) * minute);

/** The latest instant in the 90 days before `now` at which something holds that holds earlier, too. */
export function latest(now: number, holds: (at: number) => boolean): number {
	let [least, most] = [now - 90 * 24 * 60 * minute, now];
	while (most - least > 1) {
		const middle = Math.floor((least + most) / 2);
		if (holds(middle)) least = middle;
		else most = middle;
	}
	return least;
}

/** The latest instant from which at least so many milliseconds of working time have passed until `now`. */
export const back = (hours: WorkingTime, now: number, worked: number): number =>
	latest(now, (at) => elapsed(hours, at, now) >= worked);

export const setOf = (topic: Topic): SupportSet => (topic.category?.startsWith("T") ? "TECHNICAL" : "CONTENT");

/** Second level's hours of the topic's set. */
export function secondLevelHours(season: Season, topic: Topic): WorkingTime {
	const { availability } = termsOf(season, topic).partI;
	return workingTimeFor(availabilityOf(availability, setOf(topic), season.workFreeDays));
}

/** When second level owes response and resolution (UTC ms) if a ticket of the topic is handed over at `from`. */
export function owedFrom(season: Season, topic: Topic, from: number): { respondBy: number | null; resolveBy: number } {
	const { priorityScheme, service } = termsOf(season, topic).partI;
	const byDefault = priorityScheme.kind === "matrix" && priorityScheme.triageDefault.requiresOtherBodies;
	const { code, table } = computePriority(
		{
			type: topic.type,
			effect: topic.effect ?? "REDUCED",
			soleChannel: service.soleChannel,
			requiresOtherBodies: topic.requiresOtherBodies ?? byDefault,
			personalDataBreachSuspected: false,
		},
		priorityScheme,
	);
	const targets = targetsFor(priorityScheme, { set: setOf(topic), priority: code, table });
	const hours = secondLevelHours(season, topic);
	const end = (target: typeof targets.response) => {
		if (!target) return null;
		const found = reckon(hours, from, target.allowance, []);
		return "dueAt" in found ? found.dueAt : null;
	};
	const resolveBy = end(targets.resolution);
	if (resolveBy === null) throw new Error(`nothing is owed on ${topic.category}`);
	return { respondBy: end(targets.response), resolveBy };
}

function termsOf({ agreements }: Season, { service }: Topic): AgreementTerms {
	const terms = agreements.get(service ?? "");
	if (!terms) throw new Error(`no agreement for ${service}`);
	return terms;
}
