import type { SupportSet } from "../../../kernel/values.ts";
import type { CalendarText, ExceptionText, WeekText } from "./calendar.ts";

/** The part of an agreement's terms that second level's hours are read from (`partI.availability`, ESC-04 to ESC-06). */
export type AvailabilityTerms = {
	readonly timeZone: string;
	readonly holidays: "si-work-free-days" | "none";
	readonly technical: WeekText;
	readonly content: WeekText;
	readonly exceptions: readonly {
		readonly date: string;
		readonly technical?: readonly string[] | null | undefined;
		readonly content?: readonly string[] | null | undefined;
	}[];
};

/**
 * Second level's calendar of one set, as an agreement version states it, with the work-free days (ISO dates) known today.
 *
 * An exception that names only the other set leaves this one as it is. Not yet checked: `calendarOf` does that.
 */
export function availabilityOf(
	terms: AvailabilityTerms,
	set: SupportSet,
	workFreeDays: readonly string[],
): CalendarText {
	const key = set === "TECHNICAL" ? "technical" : "content";
	return {
		timeZone: terms.timeZone,
		week: terms[key],
		workFreeDays: terms.holidays === "none" ? [] : workFreeDays,
		exceptions: terms.exceptions.flatMap((exception) => {
			const windows = exception[key];
			return windows ? [{ date: exception.date, windows }] : [];
		}),
	};
}

/** A calendar with hours of single dates recorded later, which say what was; they replace what the text says of those dates. */
export const corrected = (text: CalendarText, recorded: readonly ExceptionText[]): CalendarText =>
	recorded.length === 0
		? text
		: {
				...text,
				exceptions: [...text.exceptions.filter(({ date }) => recorded.every((one) => one.date !== date)), ...recorded],
			};
