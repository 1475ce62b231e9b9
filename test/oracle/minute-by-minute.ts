import type { CalendarText } from "../../src/desk/calendars/rules/calendar.ts";
import { weekdays } from "../../src/desk/calendars/rules/calendar.ts";

/**
 * Working time counted minute by minute from wall clocks that `Intl` reads: slow, and independent of the engine, of
 * Temporal and of time zone arithmetic of our own. Covers a stretch of whole days.
 */
export type WallMinutes = {
	readonly fromMs: number;
	readonly walls: Float64Array;
	readonly firstAt: ReadonlyMap<number, number>;
};

const msPerMinute = 60_000;
const step = 30;

/** The wall clock (minutes since 1970 as if it were UTC) of each minute; offsets change only at half hours of UTC. */
export function wallMinutes(timeZone: string, fromMs: number, minutes: number): WallMinutes {
	const format = new Intl.DateTimeFormat("en-GB", {
		timeZone,
		dateStyle: "short",
		timeStyle: "short",
		calendar: "iso8601",
	});
	const walls = new Float64Array(minutes);
	const firstAt = new Map<number, number>();
	for (let minute = 0; minute < minutes; minute += step) {
		const parts = Object.fromEntries(
			format.formatToParts(fromMs + minute * msPerMinute).map(({ type, value }) => [type, Number(value)]),
		) as Record<"year" | "month" | "day" | "hour" | "minute", number>;
		const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) / msPerMinute;
		for (let next = 0; next < step && minute + next < minutes; next++) {
			walls[minute + next] = wall + next;
			if (!firstAt.has(wall + next)) firstAt.set(wall + next, minute + next);
		}
	}
	return { fromMs, walls, firstAt };
}

/** One byte a minute: 1 = open. A wall time that comes twice means its first coming; one that never comes is carried on from before. */
export function openMinutes(calendar: CalendarText, { walls, firstAt }: WallMinutes): Uint8Array {
	const open = new Uint8Array(walls.length);
	const indexOf = (wall: number): number => {
		let missing = 0;
		while (!firstAt.has(wall - missing)) if (++missing > 1500) return -1;
		return firstAt.get(wall - missing)! + missing;
	};
	const firstDate = Math.floor(walls[0]! / 1440);
	const lastDate = Math.floor(walls.at(-1)! / 1440);
	for (let day = firstDate + 1; day < lastDate; day++) {
		const date = new Date(day * 86_400_000);
		const text = date.toISOString().slice(0, 10);
		const exception = calendar.exceptions.find((each) => each.date === text);
		const week = calendar.week[weekdays[(date.getUTCDay() + 6) % 7]!] ?? [];
		for (const window of exception?.windows ?? (calendar.workFreeDays.includes(text) ? [] : week)) {
			const [from, to] = window.split("-").map((part) => Number(part.slice(0, 2)) * 60 + Number(part.slice(3))) as [
				number,
				number,
			];
			const start = indexOf(day * 1440 + from);
			const end = indexOf(day * 1440 + (to <= from ? to + 1440 : to));
			for (let minute = start; minute < end; minute++) open[minute] = 1;
		}
	}
	return open;
}

/** Minutes from the stretch's start at which `allowance` minutes were worked since `from`; −1 when the stretch is too short. */
export function dueMinute(open: Uint8Array, from: number, allowance: number): number {
	let left = allowance;
	for (let minute = from; left > 0; minute++) {
		if (minute >= open.length) return -1;
		if (open[minute] === 1 && --left === 0) return minute + 1;
	}
	return from;
}

export function workedMinutes(open: Uint8Array, from: number, to: number): number {
	let worked = 0;
	for (let minute = from; minute < to; minute++) worked += open[minute]!;
	return worked;
}
