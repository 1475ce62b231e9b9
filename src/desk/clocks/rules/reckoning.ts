import { dueAfterDays, endsOfDays } from "../../calendars/rules/days.ts";
import type { WorkingTime } from "../../calendars/rules/horizon.ts";
import type { Span } from "../../calendars/rules/opening-table.ts";
import { mergeSpans } from "../../calendars/rules/opening-table.ts";
import { dueAt, elapsed, windowsBetween } from "../../calendars/rules/working-time.ts";
import type { Allowance } from "./targets.ts";

/** The ticket waited for its user in `[from, to)`, UTC ms; `to` null = still does. */
export type Pause = { readonly from: number; readonly to: number | null };

/** While paused there is no due time, only what is left: milliseconds of working time, or days. */
export type Reckoning =
	| { readonly dueAt: number; readonly warnAt: number }
	| { readonly left: { readonly unit: "ms" | "days"; readonly amount: number } };

/** Share of the allowance, in percent, after which its holder is warned when the catalogue says nothing else. */
export const defaultWarningShare = 75;

/**
 * When an allowance runs out that began at `startedAt`, and when its holder is to be warned: after `warningShare` percent
 * of the working time between both, over the same pauses.
 *
 * Pauses may overlap, begin before the clock, and lie outside hours, where they cost nothing. In days, a day is not
 * counted when the clock stood still at the moment the day would have ended. Source: `working-time.md` 5, 7, 10, 13.
 */
export function reckon(
	time: WorkingTime,
	startedAt: number,
	allowance: Allowance,
	pauses: readonly Pause[],
	warningShare: number = defaultWarningShare,
): Reckoning {
	const still = unionOf(pauses, startedAt);
	const due = dueAfter(time, startedAt, allowance, still);
	if (typeof due !== "number") return due;
	const share = Math.floor((workedBetween(time, startedAt, due, still) * warningShare) / 100);
	const warning = afterWorked(time, startedAt, share, still);
	return { dueAt: due, warnAt: typeof warning === "number" ? warning : due };
}

/** Only when it runs out, or what is left of it: a third of the work, for replaying a great many. */
export const dueOf = (
	time: WorkingTime,
	startedAt: number,
	allowance: Allowance,
	pauses: readonly Pause[],
): number | Left => dueAfter(time, startedAt, allowance, pauses.length === 0 ? [] : unionOf(pauses, startedAt));

const dueAfter = (time: WorkingTime, from: number, allowance: Allowance, still: readonly Span[]): number | Left =>
	allowance.unit === "ms"
		? afterWorked(time, from, allowance.ms, still)
		: afterDays(time, from, allowance.days, allowance.daysDueAt, still);

/** Working time from one instant to another without the pauses. */
export const workedBetween = (time: WorkingTime, from: number, to: number, still: readonly Span[]): number =>
	spansWorked(time, from, to, still).reduce((sum, { open, close }) => sum + close - open, 0);

/** The stretches that count: open hours without the pauses, sorted; what an explanation draws. */
export function spansWorked(time: WorkingTime, from: number, to: number, still: readonly Span[]): Span[] {
	const worked: Span[] = [];
	let begin = from;
	for (const { open, close } of [...still, { open: to, close: to }]) {
		worked.push(...windowsBetween(time, begin, Math.min(open, to)));
		begin = Math.max(begin, close);
	}
	return worked;
}

/** The pauses from `from` on, sorted, joined where they touch or overlap; one without an end lasts for ever. */
export const unionOf = (pauses: readonly Pause[], from: number): Span[] =>
	mergeSpans(
		pauses
			.map((pause) => ({ open: Math.max(pause.from, from), close: pause.to ?? Number.POSITIVE_INFINITY }))
			.filter(({ open, close }) => close > open),
	);

function afterWorked(time: WorkingTime, from: number, allowance: number, still: readonly Span[]): number | Left {
	let left = allowance;
	let begin = from;
	for (const { open, close } of still) {
		const worked = elapsed(time, begin, open);
		if (worked >= left) break;
		left -= worked;
		if (close === Number.POSITIVE_INFINITY) return { left: { unit: "ms", amount: left } };
		begin = close;
	}
	return dueAt(time, begin, left);
}

export type Left = Extract<Reckoning, { left: unknown }>;

function afterDays(
	time: WorkingTime,
	from: number,
	days: number,
	daysDueAt: Extract<Allowance, { unit: "days" }>["daysDueAt"],
	still: readonly Span[],
): number | Left {
	const forever = still.at(-1)?.close === Number.POSITIVE_INFINITY ? still.at(-1)!.open : null;
	if (still.length === 0) return dueAfterDays(time, from, days, daysDueAt);
	const isStill = (at: number) => still.some(({ open, close }) => open < at && at <= close);
	if (forever === null) return dueAfterDays(time, from, days, daysDueAt, isStill);
	let counted = 0;
	let last = from;
	for (const end of endsOfDays(time, from, daysDueAt)) {
		if (end > forever || counted === days) break;
		if (isStill(end)) continue;
		counted++;
		last = end;
	}
	return counted === days ? last : { left: { unit: "days", amount: days - counted } };
}
