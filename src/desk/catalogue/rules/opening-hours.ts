import { z } from "zod";

const dayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** `HH:MM-HH:MM`, half-open, the end later than the beginning; `24:00` only as an end. */
export const Window = z.string().refine((text) => readWindow(text) !== null, "window");

/** One day's windows: in order, none touching the next. */
export const Windows = z
	.array(Window)
	.max(12)
	.refine((windows) => inOrder(windows), "windows-out-of-order");

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
	if (fromMinute > 59 || untilMinute > 59) return null;
	const from = fromHour * 60 + fromMinute;
	const until = untilHour * 60 + untilMinute;
	return until <= 24 * 60 && from < until ? { from, until } : null;
}

function inOrder(windows: readonly string[]): boolean {
	const read = windows.map(readWindow);
	return read.every((window, index) => {
		const before = read[index - 1];
		return index === 0 || !window || !before || before.until < window.from;
	});
}
