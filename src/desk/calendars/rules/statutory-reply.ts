import type { WorkFreeDates } from "./lead-time.ts";
import { workingDayOnOrAfter } from "./lead-time.ts";

/** Uredba o upravnem poslovanju, Art. 17 (F25): every letter is answered within 15 days. */
export const statutoryReplyDays = 15;

/**
 * The last day on which an answer to a letter received at `receivedAt` is in time, and the instant that day ends (the
 * start of the next one in `timeZone`).
 *
 * Calendar days, the day of receipt not counted; ending on a Saturday, Sunday or work-free day it moves to the next working
 * day (ZUP, F29). Never paused. Source: A-40, `working-time.md` 9.
 */
export function statutoryReply(
	receivedAt: Temporal.Instant,
	timeZone: string,
	workFree: WorkFreeDates,
): StatutoryReply {
	const received = receivedAt.toZonedDateTimeISO(timeZone).toPlainDate();
	if (last?.timeZone === timeZone && last.workFree === workFree && last.received.equals(received)) return last.reply;
	const lastDay = workingDayOnOrAfter(received.add({ days: statutoryReplyDays }), workFree);
	const reply = { lastDay, dueAt: lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant() };
	last = { timeZone, workFree, received, reply };
	return reply;
}

export type StatutoryReply = { readonly lastDay: Temporal.PlainDate; readonly dueAt: Temporal.Instant };

/** Letters that come one after the other mostly come on one day. */
let last: {
	readonly timeZone: string;
	readonly workFree: WorkFreeDates;
	readonly received: Temporal.PlainDate;
	readonly reply: StatutoryReply;
} | null = null;
