import { printedHours, spanText, weekday, weekdayShort } from "../../../kernel/slovenian.ts";
import type { Language } from "../../../kernel/values.ts";

/** A week as the agreement and the catalogue keep it; each window `HH:MM-HH:MM`. */
export type WeekShown = Readonly<Record<string, readonly string[] | null | undefined>>;

export type DayShown = {
	readonly key: string;
	readonly name: string;
	readonly short: string;
	/** Windows in minutes since midnight. */
	readonly windows: readonly { readonly from: number; readonly until: number }[];
	/** As the printed agreement says it: `8.00–16.00`. */
	readonly text: string;
};

const keys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Seven days from Monday with their windows; a day without any has an empty text. */
export const daysOf = (week: WeekShown, language: Language): DayShown[] =>
	keys.map((key, index) => {
		const windows = (week[key] ?? []).flatMap((text) => windowOf(text));
		return {
			key,
			name: weekday(language, index + 1),
			short: weekdayShort(language, index + 1),
			windows,
			text: windows.map((window) => printedHours(language, timeOf(window.from), timeOf(window.until))).join(", "),
		};
	});

/** All open time of a week: `38 h 30 min`. */
export const weekTotal = (days: readonly DayShown[]): string =>
	spanText(days.flatMap((day) => day.windows).reduce((sum, { from, until }) => sum + until - from, 0) * 60_000);

/** The hours that the drawing spans: whole hours around the earliest opening and the latest closing. */
export const hoursSpanned = (days: readonly DayShown[]): { from: number; until: number } => {
	const windows = days.flatMap((day) => day.windows);
	if (windows.length === 0) return { from: 8, until: 16 };
	return {
		from: Math.max(0, Math.floor(Math.min(...windows.map(({ from }) => from)) / 60) - 1),
		until: Math.min(24, Math.ceil(Math.max(...windows.map(({ until }) => until)) / 60) + 1),
	};
};

const windowOf = (text: string): { from: number; until: number }[] => {
	const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
	if (match === null) return [];
	const [h1, m1, h2, m2] = match.slice(1).map(Number) as [number, number, number, number];
	return [{ from: h1 * 60 + m1, until: h2 * 60 + m2 }];
};

/** Midnight at the end of a day is written as the time 0:00 by `PlainTime`; the printed form says 24. */
const timeOf = (minutes: number): Temporal.PlainTime =>
	Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 });
