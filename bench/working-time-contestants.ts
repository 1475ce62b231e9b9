import { createRequire } from "node:module";
import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import { type CalendarText, calendarOf, weekdays } from "../src/desk/calendars/rules/calendar.ts";
import { workingTimeOf } from "../src/desk/calendars/rules/horizon.ts";
import { dueAt, elapsed, windowsBetween } from "../src/desk/calendars/rules/working-time.ts";

/** The two questions, in UTC milliseconds; one answerer per calendar. */
export type Answerer = {
	dueAt(from: number, allowance: number): number;
	elapsed(from: number, to: number): number;
};

export const zone = "Europe/Ljubljana";
const asked = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2028, 0, 1) };

export function engine(text: CalendarText): Answerer {
	const time = workingTimeOf(calendarOf(text));
	elapsed(time, asked.from, asked.until);
	return { dueAt: (from, allowance) => dueAt(time, from, allowance), elapsed: (from, to) => elapsed(time, from, to) };
}

/** The limit: a sorted table and binary search, nothing checked, nothing grown, no answer outside it. */
export function bareTable(text: CalendarText): Answerer {
	const spans = windowsBetween(workingTimeOf(calendarOf(text)), asked.from, asked.until);
	const opens = Float64Array.from(spans, ({ open }) => open);
	const before = new Float64Array(spans.length + 1);
	for (const [index, { open, close }] of spans.entries()) before[index + 1] = before[index]! + close - open;
	const worked = (at: number): number => {
		let [low, high] = [0, opens.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (opens[middle]! <= at) low = middle + 1;
			else high = middle;
		}
		return low === 0 ? 0 : Math.min(before[low - 1]! + at - opens[low - 1]!, before[low]!);
	};
	return {
		dueAt(from, allowance) {
			const target = worked(from) + allowance;
			let [low, high] = [1, before.length - 1];
			while (low < high) {
				const middle = (low + high) >>> 1;
				if (before[middle]! < target) low = middle + 1;
				else high = middle;
			}
			return opens[low - 1]! + target - before[low - 1]!;
		},
		elapsed: (from, to) => worked(to) - worked(from),
	};
}

/** As one would write it: day after day, each window made of wall times. */
export function straightforward(text: CalendarText): Answerer {
	const workFree = new Set(text.workFreeDays);
	function* windows(from: number) {
		let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
		for (; ; day = day.add({ days: 1 })) {
			if (workFree.has(day.toString())) continue;
			for (const window of text.week[weekdays[day.dayOfWeek - 1]!] ?? []) {
				const [open, close] = window
					.split("-")
					.map((time) => day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
				if (close! > from) yield { open: Math.max(open!, from), close: close! };
			}
		}
	}
	return {
		dueAt(from, allowance) {
			let left = allowance;
			for (const { open, close } of windows(from)) {
				if (close - open >= left) return open + left;
				left -= close - open;
			}
			return Number.NaN;
		},
		elapsed(from, to) {
			let worked = 0;
			for (const { open, close } of windows(from)) {
				if (open >= to) break;
				worked += Math.min(close, to) - open;
			}
			return worked;
		},
	};
}

const msPerMinute = 60_000;
const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const windowOf = (text: CalendarText, index: number) => text.week[weekdays[(index + 6) % 7]!]?.[0]?.split("-");

/** Computes in the zone of the process (`TZ`); whole minutes. */
export function dayjsBusinessTime(text: CalendarText): Answerer {
	dayjs.extend(businessTime);
	dayjs.setHolidays([...text.workFreeDays]);
	const week = days.map((name, index) => {
		const window = windowOf(text, index);
		return [name, window ? [{ start: `${window[0]}:00`, end: `${window[1]}:00` }] : null];
	});
	dayjs.setBusinessTime(Object.fromEntries(week) as never);
	return {
		dueAt: (from, allowance) =>
			dayjs(from)
				.addBusinessMinutes(allowance / msPerMinute)
				.valueOf(),
		elapsed: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)) * msPerMinute,
	};
}

type BusinessMoment = {
	addWorkingTime(amount: number, unit: string): { valueOf(): number };
	workingDiff(other: BusinessMoment, unit: string): number;
};
type MomentFactory = ((ms: number) => BusinessMoment) & { updateLocale(name: string, values: object): void };

/** The same. */
export function momentBusinessTime(text: CalendarText): Answerer {
	const moment = createRequire(import.meta.url)("moment-business-time") as MomentFactory;
	const workinghours = Object.fromEntries(days.map((_, index) => [index, windowOf(text, index) ?? null]));
	moment.updateLocale("en", { workinghours, holidays: [...text.workFreeDays] });
	return {
		dueAt: (from, allowance) =>
			moment(from)
				.addWorkingTime(allowance / msPerMinute, "minutes")
				.valueOf(),
		elapsed: (from, to) => moment(to).workingDiff(moment(from), "minutes") * msPerMinute,
	};
}
