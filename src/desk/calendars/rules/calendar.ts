import { Refusal } from "../../../kernel/refusal.ts";
import type { Detail } from "../../../kernel/refusal.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Opening hours as an agreement writes them: `{ mon: ["08:00-12:00", "13:00-16:00"] }`; a missing day is closed. */
export type WeekText = { readonly [day in Weekday]?: readonly string[] | null | undefined };

/** A shortened day, an extra shift or (no windows) a closed day; it replaces everything else said about its date. */
export type ExceptionText = { readonly date: string; readonly windows: readonly string[] };

/** What a calendar is written from: hours in local wall time of `timeZone`, dates as `2026-12-24`. */
export type CalendarText = {
	readonly timeZone: string;
	readonly week: WeekText;
	readonly workFreeDays: readonly string[];
	readonly exceptions: readonly ExceptionText[];
};

/** Half-open `[open, close)` in minutes from midnight of the date it starts on; over 1440 = runs into the next date. */
export type Window = { readonly open: number; readonly close: number };

/** A checked, frozen calendar; `week` begins with Monday; days are counted from 1970-01-01. */
export type Calendar = {
	readonly timeZone: string;
	readonly week: readonly (readonly Window[])[];
	readonly workFree: readonly number[];
	readonly exceptions: readonly { readonly day: number; readonly windows: readonly Window[] }[];
};

const minutesPerDay = 1440;

/**
 * A calendar from its written form, checked whole and frozen.
 *
 * Refuses, naming the entry (`at`): `unknown-zone`, `unknown-weekday`, `bad-window`, `overlapping-windows`, `bad-date`,
 * `repeated-date`, `never-opens` (no window anywhere). Source: ESC-04, `working-time.md` 1–2.
 */
export function calendarOf(text: CalendarText): Calendar {
	for (const day of Object.keys(text.week)) {
		if (!(weekdays as readonly string[]).includes(day)) throw refused("unknown-weekday", `week.${day}`);
	}
	const week = weekdays.map((weekday) => windowsOf(text.week[weekday] ?? [], `week.${weekday}`));
	refuseOverlapIntoNextDay(week);
	const exceptions = text.exceptions
		.map(({ date, windows }, index) => ({
			day: dayOf(date, `exceptions.${index}.date`),
			windows: windowsOf(windows, `exceptions.${index}.windows`),
		}))
		.toSorted((a, b) => a.day - b.day);
	refuseRepeated(exceptions);
	if (![...week, ...exceptions.map((exception) => exception.windows)].some((windows) => windows.length > 0)) {
		throw refused("never-opens", "week");
	}
	const workFree = [...new Set(text.workFreeDays.map((date, index) => dayOf(date, `workFreeDays.${index}`)))];
	return Object.freeze({
		timeZone: zoneOf(text.timeZone),
		week: Object.freeze(week),
		workFree: Object.freeze(workFree.toSorted((a, b) => a - b)),
		exceptions: Object.freeze(exceptions),
	});
}

/** Always open, in the given zone: the calendar of clocks that run day and night (`clock: 24x7`, statutory, legal). */
export const alwaysOpen = (timeZone: string): CalendarText => ({
	timeZone,
	week: Object.fromEntries(weekdays.map((day) => [day, ["00:00-24:00"]])),
	workFreeDays: [],
	exceptions: [],
});

/** Days from 1970-01-01 to a date written `2026-12-24`; refuses `bad-date` with the entry's place. */
export function dayOf(date: string, at: string): number {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw refused("bad-date", at, { date });
	try {
		return epochDay(Temporal.PlainDate.from(date, { overflow: "reject" }));
	} catch (cause) {
		if (cause instanceof RangeError) throw refused("bad-date", at, { date });
		throw cause;
	}
}

const msPerDay = 86_400_000;

/** Days from 1970-01-01; exact for every date, because UTC days all have 24 hours. */
export const epochDay = (date: Temporal.PlainDate): number => date.toZonedDateTime("UTC").epochMilliseconds / msPerDay;

export const dateOfDay = (day: number): Temporal.PlainDate =>
	Temporal.Instant.fromEpochMilliseconds(day * msPerDay)
		.toZonedDateTimeISO("UTC")
		.toPlainDate();

/** 0 = Monday. 1970-01-01 was a Thursday. */
export const weekdayOfDay = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Only names of the IANA database: an offset such as `+01:00` knows no change of clock. */
function zoneOf(timeZone: string): string {
	if (!/^[A-Za-z]/.test(timeZone)) throw refused("unknown-zone", "timeZone", { timeZone });
	try {
		return new Temporal.ZonedDateTime(0n, timeZone).timeZoneId;
	} catch (cause) {
		if (cause instanceof RangeError) throw refused("unknown-zone", "timeZone", { timeZone });
		throw cause;
	}
}

const windowForm = /^([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

function windowsOf(texts: readonly string[], at: string): readonly Window[] {
	const windows = texts.map((text, index) => {
		const parts = windowForm.exec(text);
		if (!parts) throw refused("bad-window", `${at}.${index}`, { window: text });
		const open = Number(parts[1]) * 60 + Number(parts[2]);
		const close = parts[3] === undefined ? minutesPerDay : Number(parts[3]) * 60 + Number(parts[4]);
		return { text, index, open, close: close <= open ? close + minutesPerDay : close };
	});
	const sorted = windows.toSorted((a, b) => a.open - b.open);
	for (const [place, window] of sorted.entries()) {
		const former = sorted[place - 1];
		if (former && former.close > window.open) {
			throw refused("overlapping-windows", `${at}.${window.index}`, { window: window.text, other: former.text });
		}
	}
	return Object.freeze(sorted.map(({ open, close }) => Object.freeze({ open, close })));
}

/** Two entries of the week that say the same hour twice are a slip of the pen, also when one runs over midnight. */
function refuseOverlapIntoNextDay(week: readonly (readonly Window[])[]): void {
	for (const [index, windows] of week.entries()) {
		const next = (index + 1) % 7;
		const first = week[next]?.[0];
		const last = windows.at(-1);
		if (first && last && last.close - minutesPerDay > first.open) {
			throw refused("overlapping-windows", `week.${weekdays[next]}.0`, { other: `week.${weekdays[index]}` });
		}
	}
}

function refuseRepeated(exceptions: Calendar["exceptions"]): void {
	for (const [index, { day }] of exceptions.entries()) {
		if (exceptions[index - 1]?.day === day) {
			throw refused("repeated-date", "exceptions", { date: dateOfDay(day).toString() });
		}
	}
}

const refused = (code: string, at: string, details: Record<string, Detail> = {}) =>
	new Refusal("invalid", code, { obstacles: [{ code, at, details }], details: { at, ...details } });
