import { reckon } from "../src/desk/clocks/rules/reckoning.ts";
import { type PastHandOver, type Plan, rehearsal } from "../src/desk/clocks/rules/rehearsal.ts";
import { availabilityOf } from "../src/desk/calendars/rules/availability.ts";
import { alwaysOpen, calendarOf } from "../src/desk/calendars/rules/calendar.ts";
import { workingTimeOf } from "../src/desk/calendars/rules/horizon.ts";
import { workFreeDaysSi } from "../src/desk/calendars/rules/work-free-days-si.ts";
import { eOkence } from "../test/support/bound-service.ts";
import { zone } from "./working-time-contestants.ts";

const million = 1_000_000;
const hour = 3_600_000;
const firstDay = Date.UTC(2026, 1, 1);
const seconds = (ms: number) => Math.round(ms) / 1000;
const whole = (below: number) => Math.floor(Math.random() * below);
const free = workFreeDaysSi.map(({ date }) => date);
const timeOf = (set: "TECHNICAL" | "CONTENT") =>
	workingTimeOf(calendarOf(availabilityOf(eOkence.availability, set, free)));
const plan: Plan = {
	scheme: eOkence.priorityScheme,
	time: { TECHNICAL: timeOf("TECHNICAL"), CONTENT: timeOf("CONTENT") },
	always: workingTimeOf(calendarOf(alwaysOpen(zone))),
};

/** Due and warning times of a million running clocks, one in ten with a pause. */
export function recomputeMillion() {
	const starts = Float64Array.from({ length: million }, () => firstDay + whole(300 * 24) * hour);
	const allowance = { unit: "ms", ms: 4 * hour } as const;
	const started = performance.now();
	for (let index = 0; index < million; index++) {
		const at = starts[index]!;
		reckon(plan.time.TECHNICAL, at, allowance, index % 10 === 0 ? [{ from: at + hour, to: at + 5 * hour }] : []);
	}
	return { name: "recompute a million clocks", value: seconds(performance.now() - started), unit: "s" };
}

const effects = ["BLOCKED", "IMPEDED", "REDUCED"] as const;

function randomPast(): PastHandOver {
	const at = firstDay + whole(300 * 24 * 60) * 60_000;
	return {
		agreementId: "a",
		set: whole(3) === 0 ? "CONTENT" : "TECHNICAL",
		category: `T${whole(20)}`,
		type: "INCIDENT",
		effect: effects[whole(3)]!,
		soleChannel: false,
		requiresOtherBodies: whole(4) > 0,
		personalDataBreachSuspected: false,
		overridden: null,
		at,
		pauses: whole(10) === 0 ? [{ from: at + hour, to: at + 30 * hour }] : [],
		response: { endedAt: at + whole(6 * hour), wasLate: whole(8) === 0 },
		resolution: { endedAt: at + whole(60 * hour), wasLate: whole(5) === 0 },
	};
}

/** The fold alone: pages are made beforehand and not counted. */
export function foldMillion() {
	const { add, report } = rehearsal(() => plan, firstDay + 400 * 24 * hour);
	let spent = 0;
	for (let page = 0; page < 100; page++) {
		const rows = Array.from({ length: million / 100 }, randomPast);
		const started = performance.now();
		for (const past of rows) add(past);
		spent += performance.now() - started;
	}
	const { handOvers, clocks } = report();
	return { name: "rehearse a million in memory", value: seconds(spent), unit: "s", handOvers, clocks };
}
