import { z } from "zod";
import { Line, type SupportSet } from "../../../kernel/values.ts";

/** The keys under which the form keeps what belongs to one set (`partI.availability.technical`). */
export const setKeys = ["technical", "content"] as const;
export type SetKey = (typeof setKeys)[number];

export const setKeyOf = (set: SupportSet): SetKey => (set === "TECHNICAL" ? "technical" : "content");
export const setOfKey = (key: SetKey): SupportSet => (key === "technical" ? "TECHNICAL" : "CONTENT");

/** How a person is named inside the document (`ana.vzorcnik`); `client.contacts` and the named offices say who it is. */
export const PersonKey = z
	.string()
	.max(60)
	.regex(/^[a-z0-9][a-z0-9._-]*$/, "person-key");

export const Phone = Line(3, 30).regex(/^[0-9+()/ -]+$/, "phone");

export const WebAddress = z
	.string()
	.max(500)
	.regex(/^https?:\/\/[^\s"'<>]+$/, "web-address");

export const DocumentNumber = Line(1, 60);

/** An allowance of second level's time, exact to the minute (`PT4H`, `PT1H30M`). */
export const ClockDuration = z.string().regex(/^PT(?=\d)(?:[1-9]\d{0,3}H)?(?:[1-9]\d{0,3}M)?$/, "clock-duration");

/** Notice given in whole days or a calendar month (`P2D`, `P1M`), Table 1 (GUA-13–15, A-02). */
export const LeadTime = z.string().regex(/^P[1-9]\d{0,2}[DWM]$/, "lead-time");

/** How often something returns (`P12M`, `P1Y`). */
export const Cadence = z.string().regex(/^P[1-9]\d{0,2}[DWMY]$/, "cadence");

/** `HH:MM-HH:MM`, half-open, the end later than the beginning; `24:00` only as an end. */
export const Window = z.string().refine((text) => readWindow(text) !== null, "window");

/** One day's windows: in order, none touching the next. */
export const Windows = z
	.array(Window)
	.max(12)
	.refine((windows) => inOrder(windows), "windows-out-of-order");

const dayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type DayKey = (typeof dayKeys)[number];
/** Monday first, so that `weekDays[date.dayOfWeek - 1]` names the day of a `PlainDate`. */
export const weekDays: readonly DayKey[] = dayKeys;

/** Weekly windows; a day not named is a day without them. At least one window a week, else nobody could ever be reached. */
export const Week = z
	.strictObject({
		mon: Windows.nullish(),
		tue: Windows.nullish(),
		wed: Windows.nullish(),
		thu: Windows.nullish(),
		fri: Windows.nullish(),
		sat: Windows.nullish(),
		sun: Windows.nullish(),
	})
	.refine((week) => dayKeys.some((day) => (week[day]?.length ?? 0) > 0), "no-open-hours");
export type Week = z.infer<typeof Week>;

/** Minutes since midnight on the wall clock, `until` excluded; null for a text that is no window. */
export function readWindow(text: string): { from: number; until: number } | null {
	const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
	if (!match) return null;
	const [fromHour, fromMinute, untilHour, untilMinute] = match.slice(1).map(Number) as [number, number, number, number];
	const from = fromHour * 60 + fromMinute;
	const until = untilHour * 60 + untilMinute;
	return fromMinute < 60 && untilMinute < 60 && until <= 24 * 60 && from < until ? { from, until } : null;
}

function inOrder(windows: readonly string[]): boolean {
	const read = windows.map(readWindow);
	return read.every((window, index) => {
		const before = read[index - 1];
		return index === 0 || !window || !before || before.until < window.from;
	});
}
