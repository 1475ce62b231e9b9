import { deskZone } from "../../../kernel/slovenian.ts";

/**
 * Days for which the page of a closed ticket stays after it can no longer be opened again. A mailbox that is read once a
 * month is still in time; a forwarded mail does not show the conversation to whoever finds it years later.
 */
const daysAfterReopening = 30;

/** The last day on which a tracking link works: null while the ticket is open, then the catalogue's days to reopen and a month. */
export function linkEndsOn(ticket: {
	readonly closed_at: Temporal.Instant | null;
	readonly reopenable_until: Temporal.Instant | null;
}): Temporal.PlainDate | null {
	const { closed_at, reopenable_until } = ticket;
	if (closed_at === null) return null;
	const from = (reopenable_until ?? closed_at).toZonedDateTimeISO(deskZone).toPlainDate();
	return from.add({ days: daysAfterReopening });
}
