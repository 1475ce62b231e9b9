import { Refusal } from "../../../kernel/refusal.ts";
import type { Calendar } from "./calendar.ts";
import { dateOfDay } from "./calendar.ts";
import type { OpeningTable } from "./opening-table.ts";
import { compileDays, workedUpTo } from "./opening-table.ts";

/** Instants the engine answers for, as UTC dates: `[from, until)`. */
export const world = { from: "1970-01-01", until: "2200-01-01" } as const;
const worldFrom = Temporal.Instant.from(`${world.from}T00:00Z`).epochMilliseconds;
const worldUntil = Temporal.Instant.from(`${world.until}T00:00Z`).epochMilliseconds;

/**
 * How far ahead (or back) of the instant asked an answer may lie. A calendar that does not open for ten years never
 * opens; without a stated end such a question would never return.
 */
export const horizonYears = 10;
const msPerDay = 86_400_000;
export const horizonMs = Math.round(horizonYears * 365.25) * msPerDay;

/** A calendar with its compiled table; the table grows on demand, what it answers never changes. */
export type WorkingTime = { readonly calendar: Calendar; table: OpeningTable };

/** Nothing is compiled before the first question, so that keeping many calendars at hand costs nothing. */
export const workingTimeOf = (calendar: Calendar): WorkingTime => ({ calendar, table: compileDays(calendar, 0, 0) });

/** The table, made to answer for all instants of `[from, to]` (UTC ms). Refuses `instant-outside-horizon`. */
export function tableFor(time: WorkingTime, from: number, to: number): OpeningTable {
	const { table } = time;
	if (from >= table.from && to <= table.until && Number.isInteger(from) && Number.isInteger(to)) return table;
	return grow(time, checkedInstant(from), checkedInstant(to));
}

/** The table, reaching further ahead, for a question asked at `from`; null when it was searched to the horizon already. */
export function furtherAhead(time: WorkingTime, from: number): OpeningTable | null {
	const { until } = time.table;
	if (until >= worldUntil || until - from > horizonMs) return null;
	return grow(time, time.table.from, until + msPerDay);
}

/** The same to the past. */
export function furtherBack(time: WorkingTime, at: number): OpeningTable | null {
	const { from } = time.table;
	if (from <= worldFrom || at - from > horizonMs) return null;
	return grow(time, from - msPerDay, time.table.until);
}

/** Gives the instant back; refuses `instant-outside-horizon` when it is not a whole millisecond of `world`. */
export function checkedInstant(at: number): number {
	if (Number.isInteger(at) && at >= worldFrom && at < worldUntil) return at;
	const details = { at: Number.isFinite(at) ? at : String(at), from: world.from, until: world.until };
	throw new Refusal("invalid", "instant-outside-horizon", { details });
}

/** Why nothing was found up to the horizon: the calendar has no window there at all, or not enough of them. */
export function nothingWithin(time: WorkingTime, from: number, allowance: number): Refusal {
	const after = dateOfDay(Math.floor(from / msPerDay)).toString();
	const worked = workedUpTo(time.table, Math.min(from + horizonMs, time.table.until)) - workedUpTo(time.table, from);
	return worked === 0
		? new Refusal("invalid", "never-opens", { details: { after, horizonYears } })
		: new Refusal("invalid", "beyond-horizon", { details: { after, horizonYears, allowance } });
}

export const neverCloses = (at: number) =>
	new Refusal("invalid", "never-closes", {
		details: { after: dateOfDay(Math.floor(at / msPerDay)).toString(), horizonYears },
	});

/** Room beside what was asked: the table's own margin, and for a first table enough that most deadlines fall in it. */
const spareDays = 8;
const firstDaysAhead = 400;

/** Grows by at least half its length on the side asked for, so that growing day by day stays cheap; the old range stays in. */
function grow(time: WorkingTime, from: number, to: number): OpeningTable {
	const { table, calendar } = time;
	const isFirst = table.from >= table.until;
	const step = isFirst ? 0 : Math.round((table.until - table.from) / 2);
	const start = isFirst ? from : from < table.from ? Math.min(from, table.from - step) : table.from;
	const end = isFirst ? to : to > table.until ? Math.max(to, table.until + step) : table.until;
	const firstDay = Math.floor(Math.max(start, worldFrom) / msPerDay) - spareDays;
	const endDay = Math.ceil(Math.min(end, worldUntil) / msPerDay) + (isFirst ? firstDaysAhead : spareDays);
	time.table = compileDays(calendar, firstDay, endDay);
	return time.table;
}
