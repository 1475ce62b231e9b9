import type { AgreementId } from "../../../kernel/id.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { deskZone } from "../../../platform/clock.ts";
import { agreementById } from "../../agreements/read.ts";
import type { AgreementTerms } from "../../agreements/rules/terms.ts";
import { datedHours, workFreeDays, workingTimeFor } from "../../calendars/read.ts";
import { availabilityOf, corrected } from "../../calendars/rules/availability.ts";
import { alwaysOpen, type CalendarText } from "../../calendars/rules/calendar.ts";
import type { WorkingTime } from "../../calendars/rules/horizon.ts";
import { catalogueById } from "../../catalogue/read.ts";
import type { Hours } from "../rules/kinds.ts";

/** What a clock's hours are read from: the version of the agreement or the edition of the catalogue it is bound to. */
export type HoursSource = {
	readonly hours: string;
	readonly agreement_id: string | null;
	readonly catalogue_version_id: string | null;
};

/** The part of a version's terms that binds second level, frozen since both parties approved the text. */
export type BindingTerms = Pick<AgreementTerms["partI"], "availability" | "priorityScheme" | "escalationPaths"> & {
	readonly serviceId: string;
};

const keptTerms = 500;
const known = new Map<string, BindingTerms>();

/** Terms of a version that a ticket may be bound to; kept, because a frozen text is read for each of its clocks. */
export async function bindingTermsOf(tx: Tx, agreementId: string): Promise<BindingTerms> {
	const kept = known.get(agreementId);
	if (kept) return kept;
	const agreement = await agreementById(tx, agreementId as AgreementId);
	if (!agreement) throw new Error(`a ticket is bound to an agreement that is not frozen: ${agreementId}`);
	const { availability, priorityScheme, escalationPaths } = agreement.terms.partI;
	const terms = { availability, priorityScheme, escalationPaths, serviceId: agreement.serviceId };
	if (known.size >= keptTerms) known.delete(known.keys().next().value!);
	known.set(agreementId, terms);
	return terms;
}

/** The calendar that a clock runs on, with the work-free days known now. */
export async function calendarTextOf(tx: Tx, source: HoursSource): Promise<CalendarText> {
	switch (source.hours as Hours) {
		case "TECHNICAL":
		case "CONTENT": {
			const { availability, serviceId } = await bindingTermsOf(tx, source.agreement_id!);
			const set = source.hours as "TECHNICAL" | "CONTENT";
			const text = availabilityOf(availability, set, await workFreeDays(tx));
			return corrected(text, await datedHours(tx, { serviceId, set }));
		}
		case "OPENING_HOURS": {
			const { openingHours } = (await catalogueById(tx, source.catalogue_version_id!)).content;
			const text = { timeZone: deskZone, week: openingHours, workFreeDays: await workFreeDays(tx), exceptions: [] };
			return corrected(text, await datedHours(tx, null));
		}
		case "ALWAYS":
		case "CALENDAR_DAYS":
			return alwaysOpen(deskZone);
	}
}

/** The same, compiled. */
export const workingTimeOfClock = async (tx: Tx, source: HoursSource): Promise<WorkingTime> =>
	workingTimeFor(await calendarTextOf(tx, source));
