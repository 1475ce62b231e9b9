import { Refusal } from "../../../kernel/refusal.ts";
import { calendarOf } from "./calendar.ts";
import { dueAfterDays } from "./days.ts";
import { workingTimeOf } from "./horizon.ts";
import { dueAt, elapsed, isOpen, nextClosing, nextOpening, previousOpening } from "./working-time.ts";

/** One case in the neutral form of the published vectors; amounts in minutes may be fractions. */
export type Vector = {
	readonly id: string;
	readonly calendar: {
		readonly timeZone: string;
		readonly week: Readonly<Record<string, readonly (readonly [string, string])[]>>;
		readonly holidays: readonly string[];
		readonly overrides?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
	};
	readonly op: "add" | "add_days" | "between" | "next_open" | "next_close" | "prev_open" | "is_open";
	readonly start: string;
	readonly end?: string;
	readonly amount_minutes?: number;
	readonly amount_days?: number;
	readonly expected?: string | number | boolean;
	readonly tags?: readonly string[];
	readonly matches_rules?: readonly string[];
};

export type Evaluated =
	| { readonly id: string; readonly result: string | number | boolean }
	| { readonly id: string; readonly refusal: string; readonly at?: string };

const msPerMinute = 60_000;

/** What our engine says to a case: instants as ISO text with milliseconds, `between` in minutes, or the refusal's code. */
export function evaluateVector(vector: Vector): Evaluated {
	try {
		return { id: vector.id, result: answer(vector) };
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		const { at } = refusal.details;
		return { id: vector.id, refusal: refusal.code, ...(typeof at === "string" ? { at } : {}) };
	}
}

const ruleConflicts: readonly string[] = ["rounds-result", "dst-wall-length", "end-inclusive"];
const ourDays = "count-from-date/snap";

/** Why a case cannot agree with `working-time.md`; null when it must. */
export function conflictOf(vector: Vector): string | null {
	if ((vector.amount_minutes ?? 0) < 0 || (vector.amount_days ?? 0) < 0) return "negative: our allowances never are";
	const conflict = vector.tags?.find((tag) => ruleConflicts.includes(tag));
	if (conflict) return conflict;
	if (vector.op === "add_days" && vector.amount_days !== 0 && !vector.matches_rules?.includes(ourDays)) {
		return `another day rule: ${vector.matches_rules?.join(", ")}`;
	}
	return null;
}

function answer(vector: Vector): string | number | boolean {
	const time = workingTimeOf(calendarOf(calendarTextOf(vector.calendar)));
	const start = Temporal.Instant.from(vector.start).epochMilliseconds;
	switch (vector.op) {
		case "add":
			return iso(dueAt(time, start, Math.round((vector.amount_minutes ?? Number.NaN) * msPerMinute)));
		case "add_days":
			return iso(dueAfterDays(time, start, vector.amount_days ?? Number.NaN, "sameTime"));
		case "between":
			return elapsed(time, start, Temporal.Instant.from(vector.end ?? "").epochMilliseconds) / msPerMinute;
		case "next_open":
			return iso(nextOpening(time, start));
		case "next_close":
			return iso(nextClosing(time, start));
		case "prev_open":
			return iso(previousOpening(time, start));
		case "is_open":
			return isOpen(time, start);
	}
}

const calendarTextOf = ({ timeZone, week, holidays, overrides = {} }: Vector["calendar"]) => ({
	timeZone,
	week: Object.fromEntries(Object.entries(week).map(([day, windows]) => [day, windows.map(joined)])),
	workFreeDays: holidays,
	exceptions: Object.entries(overrides).map(([date, windows]) => ({ date, windows: windows.map(joined) })),
});

const joined = ([open, close]: readonly [string, string]) => `${open}-${close}`;

const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: "millisecond" });
