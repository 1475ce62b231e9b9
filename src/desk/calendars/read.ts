import { sql } from "kysely";
import { keptByEdition } from "../../platform/db/editions.ts";
import { prepared } from "../../platform/db/prepared.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { SupportSet } from "../../kernel/values.ts";
import type { CalendarText, ExceptionText } from "./rules/calendar.ts";
import { calendarOf } from "./rules/calendar.ts";
import type { WorkingTime } from "./rules/horizon.ts";
import { workingTimeOf } from "./rules/horizon.ts";

const allWorkFreeDays = prepared((db) =>
	db
		.selectFrom("work_free_day")
		.select(sql<string>`coalesce(string_agg(day::text, ','), '')`.as("dates"))
		.where("region", "=", sql.lit("SI")),
);

let last: { readonly dates: string; readonly list: readonly string[] } = { dates: "", list: Object.freeze([]) };
const asSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The work-free days known now, as ISO dates in order. */
export const workFreeDays = keptByEdition("work_free_day", async (tx): Promise<readonly string[]> => {
	const [{ dates } = { dates: "" }] = await allWorkFreeDays(tx, {});
	// The same text is the same list, so that what is compiled from it is found again.
	if (dates !== last.dates) last = { dates, list: Object.freeze(dates === "" ? [] : dates.split(",").sort()) };
	return last.list;
});

/** A correction of fact: what became known of a date after the calendar was agreed, and when. */
export type Correction = {
	readonly date: string;
	readonly reason: "workFreeDay" | "exception";
	/** What the day is called, or why its hours were other than agreed. */
	readonly name: string;
	readonly recordedAt: Temporal.Instant;
};

/** Work-free days that were recorded after the import, in the order they became known. */
async function workFreeDaysRecorded(tx: Tx): Promise<readonly Correction[]> {
	const rows = await tx
		.selectFrom("work_free_day")
		.select(["day", "name", "recorded_at"])
		.where("region", "=", "SI")
		.where("recorded_at", "is not", null)
		.orderBy("recorded_at")
		.execute();
	return rows.map(({ day, name, recorded_at }) => ({
		date: day.toString(),
		reason: "workFreeDay",
		name,
		recordedAt: recorded_at!,
	}));
}

/** The same as a set. */
export async function workFreeDates(tx: Tx): Promise<ReadonlySet<string>> {
	const list = await workFreeDays(tx);
	const set = asSets.get(list) ?? new Set(list);
	asSets.set(list, set);
	return set;
}

export type DatedHoursOf = { readonly serviceId: string; readonly set: SupportSet } | null;
const keyOf = (of: DatedHoursOf): string => (of === null ? "" : `${of.serviceId}:${of.set}`);

/** All of this transaction: few, and asked for each clock of a batch. */
const dated = new WeakMap<Tx, ReadonlyMap<string, readonly DatedHours[]>>();
type DatedHours = ExceptionText & { readonly name: string; readonly recordedAt: Temporal.Instant };

/** Recorded hours of single dates, by date: of second level's set of a service, or (null) of the contact centre itself. */
export const datedHours = async (tx: Tx, of: DatedHoursOf): Promise<readonly ExceptionText[]> =>
	latestByDate(await datedHoursRecorded(tx, of)).map(asText);

async function datedHoursRecorded(tx: Tx, of: DatedHoursOf): Promise<readonly DatedHours[]> {
	const known = dated.get(tx) ?? (await allDatedHours(tx));
	dated.set(tx, known);
	return known.get(keyOf(of)) ?? [];
}

async function allDatedHours(tx: Tx): Promise<ReadonlyMap<string, readonly DatedHours[]>> {
	const rows = await tx.selectFrom("dated_hours").selectAll().orderBy("day").orderBy("version").execute();
	const found = new Map<string, DatedHours[]>();
	for (const { service_id, support_set, day, windows, reason, recorded_at } of rows) {
		const key = keyOf(service_id === null ? null : { serviceId: service_id, set: support_set as SupportSet });
		const list = found.get(key) ?? [];
		list.push({ date: day.toString(), windows, name: reason, recordedAt: recorded_at });
		found.set(key, list);
	}
	return found;
}

const asText = ({ date, windows }: ExceptionText): ExceptionText => ({ date, windows });

/** Of several words on one date the last; the list is in the order of dates and versions. */
const latestByDate = <One extends ExceptionText>(all: readonly One[]): readonly One[] =>
	all.filter(({ date }, index) => all[index + 1]?.date !== date);

/**
 * A calendar's facts as they were known at an instant (now = as they are), and the corrections among them: what tells one
 * state of a calendar from another beside the text it was agreed in. `of` undefined = only work-free days.
 */
export async function calendarFacts(
	tx: Tx,
	of: DatedHoursOf | undefined,
	at: Temporal.Instant,
): Promise<{
	readonly workFreeDays: readonly string[];
	readonly datedHours: readonly ExceptionText[];
	readonly corrections: readonly Correction[];
}> {
	const isKnown = ({ recordedAt }: { readonly recordedAt: Temporal.Instant }) =>
		Temporal.Instant.compare(recordedAt, at) <= 0;
	const free = await workFreeDaysRecorded(tx);
	const later = new Set(free.filter((one) => !isKnown(one)).map(({ date }) => date));
	const all = await workFreeDays(tx);
	const hours = latestByDate((of === undefined ? [] : await datedHoursRecorded(tx, of)).filter(isKnown));
	return {
		workFreeDays: later.size === 0 ? all : all.filter((date) => !later.has(date)),
		datedHours: hours.map(asText),
		corrections: [
			...free.filter(isKnown),
			...hours.map((one): Correction => ({ ...one, reason: "exception" })),
		].toSorted((a, b) => Temporal.Instant.compare(a.recordedAt, b.recordedAt)),
	};
}

/** The last day of the newest year that has work-free days: deadlines beyond it may still move. */
export async function workFreeDaysKnownUntil(tx: Tx): Promise<Temporal.PlainDate | null> {
	const row = await tx
		.selectFrom("work_free_day")
		.select(({ fn }) => fn.max("day").as("last"))
		.executeTakeFirstOrThrow();
	return row.last?.with({ month: 12, day: 31 }) ?? null;
}

/** Many calendars in use at once share their compiled windows; far more than an authority has agreements. */
const keptCalendars = 2000;
const compiled = new Map<string, WorkingTime>();

/** The compiled form of a calendar; two calendars that say the same are one. Refuses as `calendarOf`. */
export function workingTimeFor(text: CalendarText): WorkingTime {
	const key = JSON.stringify(text);
	const known = compiled.get(key);
	if (known) return known;
	const time = workingTimeOf(calendarOf(text));
	if (compiled.size >= keptCalendars) compiled.delete(compiled.keys().next().value!);
	compiled.set(key, time);
	return time;
}

/** What work-free days are called, by ISO date; absent for dates that are none. */
export async function namesOfDays(tx: Tx, dates: readonly string[]): Promise<Map<string, string>> {
	if (dates.length === 0) return new Map();
	const rows = await tx
		.selectFrom("work_free_day")
		.select(["day", "name"])
		.where("region", "=", "SI")
		.where(
			"day",
			"in",
			dates.map((date) => Temporal.PlainDate.from(date)),
		)
		.execute();
	return new Map(rows.map(({ day, name }) => [day.toString(), name]));
}
