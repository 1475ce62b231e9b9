import { deskZone } from "../../../kernel/slovenian.ts";

/** The catalogue's days (§2.3): when silence is broken by a reminder and when it ends the ticket. */
export type SilenceTerms = { readonly reminderDays: readonly number[]; readonly autoCloseDays: number };

const daysAfter = (since: Temporal.Instant, days: number): Temporal.Instant =>
	since.toZonedDateTimeISO(deskZone).add({ days }).toInstant();

/**
 * What is due on a ticket whose user has said nothing since `since`: the next reminder's number (from 1), `close`, or
 * null. Days are those of the desk's zone, so that a change of clocks moves nothing. After a long outage the close wins
 * over reminders that were missed: nobody is reminded of what ends in the same minute.
 */
export function silenceDue(
	since: Temporal.Instant,
	reminded: number,
	terms: SilenceTerms,
	now: Temporal.Instant,
): number | "close" | null {
	const hasPassed = (days: number) => Temporal.Instant.compare(now, daysAfter(since, days)) >= 0;
	if (hasPassed(terms.autoCloseDays)) return "close";
	const due = terms.reminderDays.filter(hasPassed).length;
	return due > reminded ? due : null;
}

/** When `silenceDue` should look again: the next reminder that has not gone out, else the closing. */
export function nextSilenceCheck(since: Temporal.Instant, reminded: number, terms: SilenceTerms): Temporal.Instant {
	const next = [...terms.reminderDays].sort((one, other) => one - other)[reminded];
	return daysAfter(since, Math.min(next ?? terms.autoCloseDays, terms.autoCloseDays));
}

/** Until when a ticket may be opened again: the catalogue's days after it was answered or closed, whichever came last. */
export const reopenableUntil = (last: Temporal.Instant, reopenDays: number): Temporal.Instant =>
	daysAfter(last, reopenDays);
