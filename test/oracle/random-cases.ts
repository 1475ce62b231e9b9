import type { CalendarText } from "../../src/desk/calendars/rules/calendar.ts";
import { calendarOf, weekdays } from "../../src/desk/calendars/rules/calendar.ts";
import { workingTimeOf } from "../../src/desk/calendars/rules/horizon.ts";
import { dueMinute, openMinutes, wallMinutes, workedMinutes } from "./minute-by-minute.ts";
import { dueAt, elapsed, isOpen, nextClosing, nextOpening } from "../../src/desk/calendars/rules/working-time.ts";

/** One that changes at 02:00, one in the southern half of the year, one whose change is half an hour. */
export const oracleZones = ["Europe/Ljubljana", "America/New_York", "Australia/Lord_Howe"] as const;

const msPerDay = 86_400_000;
const msPerMinute = 60_000;
const daysBefore = 9;
const stretchDays = 22;

/** Asks the engine and the oracle the same random questions around each change of clock; gives what differs, in words. */
export function compareWithOracle(timeZone: string, casesPerChange: number, seed: number) {
	const random = randomFrom(seed);
	const differences: string[] = [];
	let cases = 0;
	for (const change of changesOfClock(timeZone)) {
		const fromMs = Math.floor(change / msPerDay - daysBefore) * msPerDay;
		const walls = wallMinutes(timeZone, fromMs, stretchDays * 1440);
		for (let round = 0; round < casesPerChange; round++) {
			const calendar = randomCalendar(timeZone, change, random);
			const open = openMinutes(calendar, walls);
			differences.push(...differencesOf(calendar, open, fromMs, random));
			cases++;
		}
	}
	return { cases, differences };
}

function differencesOf(text: CalendarText, open: Uint8Array, fromMs: number, random: Random): string[] {
	const time = workingTimeOf(calendarOf(text));
	const from = (2 + random(10)) * 1440 + random(1440);
	const allowance = 1 + random(3000);
	const to = from + random(8 * 1440);
	const at = (minute: number) => fromMs + minute * msPerMinute;
	const due = dueMinute(open, from, allowance);
	const opening = open.indexOf(1, from);
	const closing = opening < 0 ? -1 : open.indexOf(0, opening);
	const asked: readonly (readonly [string, number | boolean, number | boolean])[] = [
		["isOpen", open[from] === 1, isOpen(time, at(from))],
		["elapsed", workedMinutes(open, from, to) * msPerMinute, elapsed(time, at(from), at(to))],
		...(due < 0 || due > (stretchDays - 3) * 1440
			? []
			: [["dueAt", at(due), dueAt(time, at(from), allowance * msPerMinute)] as const]),
		...(opening < 0 ? [] : [["nextOpening", at(opening), nextOpening(time, at(from))] as const]),
		...(closing < 0 || closing > (stretchDays - 3) * 1440
			? []
			: [["nextClosing", at(closing), nextClosing(time, at(from))] as const]),
	];
	return asked
		.filter(([, expected, found]) => expected !== found)
		.map(
			([question, expected, found]) =>
				`${question} ${at(from)} ${allowance} ${to}: ${expected} ≠ ${found} ${JSON.stringify(text)}`,
		);
}

function changesOfClock(timeZone: string): number[] {
	const changes: number[] = [];
	const end = Temporal.Instant.from("2031-01-01T00:00Z");
	let next = Temporal.Instant.from("2024-01-01T00:00Z").toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
	while (next && Temporal.Instant.compare(next.toInstant(), end) < 0) {
		changes.push(next.epochMilliseconds);
		next = next.getTimeZoneTransition("next");
	}
	return changes;
}

/** Windows by night as well as by day, so that edges often fall into the hour that is missing or comes twice. */
function randomCalendar(timeZone: string, change: number, random: Random): CalendarText {
	for (;;) {
		const week = Object.fromEntries(
			weekdays.map((day) => [day, random(4) === 0 ? [] : randomWindows(random)]),
		) as CalendarText["week"];
		const near = () => new Date(change + (random(15) - 7) * msPerDay).toISOString().slice(0, 10);
		const exceptionDate = near();
		const text = {
			timeZone,
			week,
			workFreeDays: [near(), near()],
			exceptions: random(2) === 0 ? [] : [{ date: exceptionDate, windows: randomWindows(random) }],
		};
		try {
			calendarOf(text);
			return text;
		} catch {
			// Overlap over midnight or a week without a window: not a calendar, draw again.
		}
	}
}

function randomWindows(random: Random): string[] {
	const edges = Array.from({ length: 2 * (1 + random(2)) }, () => random(24 * 12) * 5).toSorted((a, b) => a - b);
	const written = (minutes: number) =>
		`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
	const windows: string[] = [];
	for (let index = 0; index < edges.length; index += 2) {
		const [from, to] = [edges[index]!, edges[index + 1]!];
		if (from < to && (windows.length === 0 || from > edges[index - 1]!))
			windows.push(`${written(from)}-${written(to)}`);
	}
	const isOvernight = random(6) === 0;
	return isOvernight ? [`${written(edges.at(-1)!)}-${written(random(6) * 30)}`] : windows;
}

type Random = (below: number) => number;

/** Marsaglia's xorshift: the same cases on every run and machine. */
function randomFrom(seed: number): Random {
	let state = seed | 1;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}
