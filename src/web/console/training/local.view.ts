import { deskZone } from "../../../kernel/slovenian.ts";

/** An instant as the value of a field for a local date and time on the desk's clock: `2026-03-12T14:05`. */
export const localOf = (instant: string): string =>
	Temporal.Instant.from(instant).toZonedDateTimeISO(deskZone).toPlainDateTime().toString({ smallestUnit: "minute" });

/** The instant of a local date and time; an hour that occurs twice is read as its first, one that never does as the next. */
export const instantOfLocal = (local: string): string =>
	Temporal.PlainDateTime.from(local).toZonedDateTime(deskZone).toInstant().toString();
