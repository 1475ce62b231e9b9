import { dateText, deskZone, momentText } from "../../../kernel/slovenian.ts";

/**
 * Until when something is owed, as a mail says it: the moment of a clock, but the day of a period by days. The statutory
 * reply (working-time.md rule 9) falls due at the midnight that ends its last day, which nobody would read as that day.
 */
export function owedUntil(kind: string, dueAt: Temporal.Instant): string {
	if (kind !== "STATUTORY") return momentText("sl", dueAt);
	return dateText("sl", dueAt.toZonedDateTimeISO(deskZone).subtract({ nanoseconds: 1 }).toPlainDate());
}
