import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { availabilityOf } from "../../../desk/calendars/rules/availability.ts";
import { calendarOf } from "../../../desk/calendars/rules/calendar.ts";
import { workingTimeOf } from "../../../desk/calendars/rules/horizon.ts";
import { workFreeDaysSi } from "../../../desk/calendars/rules/work-free-days-si.ts";
import { isOpen, nextClosing, nextOpening } from "../../../desk/calendars/rules/working-time.ts";
import type { SupportSet } from "../../../kernel/values.ts";

/** The form's headings by order; the form prints no numbers, our number is the order. */
export const clauses = {
	I: [
		"I.1",
		"I.2",
		"I.3",
		"I.4",
		"I.5",
		"I.6",
		"I.7",
		"I.8",
		"I.9",
		"I.10",
		"I.11",
		"I.12",
		"I.13",
		"I.14",
		"I.15",
		"I.16",
	],
	II: ["II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "II.7"],
} as const;
export type ClauseNumber = (typeof clauses)["I" | "II"][number];

/** Names of the people the terms mention by key; a key nobody explains stays as it is. */
export const nameIn = (terms: DraftTerms): ((key: string | null | undefined) => string) => {
	const client = terms.partI?.client;
	const known = [
		client?.serviceOwner,
		client?.contentCustodian,
		client?.technicalCustodian,
		client?.director,
		...(client?.contacts ?? []),
		...Object.values(terms.ekcRoles ?? {}),
	];
	const names = new Map(
		known.flatMap((person) => (person?.id && person.name ? [[person.id, person.name] as const] : [])),
	);
	return (key) => (key ? (names.get(key) ?? key) : "–");
};

/** Whether second level of the set can be reached now, and until or from when; null while the hours are not filled in. */
export const reachableNow = (
	terms: DraftTerms,
	set: SupportSet,
	now: Temporal.Instant,
): { isOpen: boolean; changesAt: string } | null => {
	const availability = terms.partI?.availability;
	if (!availability?.technical || !availability.content) return null;
	try {
		const time = workingTimeOf(
			calendarOf(
				availabilityOf(
					{
						timeZone: availability.timeZone ?? "Europe/Ljubljana",
						holidays: availability.holidays ?? "si-work-free-days",
						technical: availability.technical,
						content: availability.content,
						exceptions: (availability.exceptions ?? []).flatMap((exception) =>
							exception.date ? [{ ...exception, date: exception.date }] : [],
						),
					},
					set,
					workFreeDaysSi.map(({ date }) => date),
				),
			),
		);
		const at = now.epochMilliseconds;
		const open = isOpen(time, at);
		const changesAt = open ? nextClosing(time, at) : nextOpening(time, at);
		return { isOpen: open, changesAt: Temporal.Instant.fromEpochMilliseconds(changesAt).toString() };
	} catch {
		// A draft may hold hours that no calendar can be made of; the list of what is missing says so.
		return null;
	}
};
