import type { AgreementId } from "../../../kernel/id.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { deskZone } from "../../../platform/clock.ts";
import { agreementById } from "../../agreements/read.ts";
import type { AgreementTerms } from "../../agreements/rules/terms.ts";
import {
	calendarFacts,
	type Correction,
	datedHours,
	type DatedHoursOf,
	workFreeDays,
	workingTimeFor,
} from "../../calendars/read.ts";
import { availabilityOf, corrected } from "../../calendars/rules/availability.ts";
import { alwaysOpen, type CalendarText, type ExceptionText } from "../../calendars/rules/calendar.ts";
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
	/** What a target of the path is called: the person of the agreement, else the name in the path. */
	readonly nameOf: (target: { readonly kind: string; readonly target: string }) => string;
};

const keptTerms = 500;
const known = new Map<string, BindingTerms>();

/** Terms of a version that a ticket may be bound to; kept, because a frozen text is read for each of its clocks. */
export async function bindingTermsOf(tx: Tx, agreementId: string): Promise<BindingTerms> {
	const kept = known.get(agreementId);
	if (kept) return kept;
	const agreement = await agreementById(tx, agreementId as AgreementId);
	if (!agreement) throw new Error(`a ticket is bound to an agreement that is not frozen: ${agreementId}`);
	const { availability, priorityScheme, escalationPaths, client } = agreement.terms.partI;
	const people = new Map(
		[
			client.serviceOwner,
			client.contentCustodian,
			client.technicalCustodian,
			client.director,
			...(client.contacts ?? []),
		].map(({ id, name }) => [id, name]),
	);
	const nameOf: BindingTerms["nameOf"] = ({ kind, target }) =>
		(kind === "person" ? people.get(target) : undefined) ?? target;
	const terms = { availability, priorityScheme, escalationPaths, serviceId: agreement.serviceId, nameOf };
	if (known.size >= keptTerms) known.delete(known.keys().next().value!);
	known.set(agreementId, terms);
	return terms;
}

type CalendarFacts = { readonly workFreeDays: readonly string[]; readonly datedHours: readonly ExceptionText[] };

/** The calendar that a clock runs on, with the work-free days known now. */
export const calendarTextOf = (tx: Tx, source: HoursSource): Promise<CalendarText> =>
	textOf(tx, source, async (of) => ({ workFreeDays: await workFreeDays(tx), datedHours: await datedHours(tx, of) }));

/** The calendar as it was known at an instant, with what had been recorded of it beside its text by then. */
export async function calendarKnownAt(
	tx: Tx,
	source: HoursSource,
	at: Temporal.Instant,
): Promise<{ readonly text: CalendarText; readonly corrections: readonly Correction[] }> {
	let corrections: readonly Correction[] = [];
	const text = await textOf(tx, source, async (of) => {
		const facts = await calendarFacts(tx, of, at);
		corrections = facts.corrections;
		return facts;
	});
	if (source.hours === "CALENDAR_DAYS")
		return { text, corrections: (await calendarFacts(tx, undefined, at)).corrections };
	const isObserved = text.workFreeDays.length > 0;
	return { text, corrections: corrections.filter(({ reason }) => isObserved || reason === "exception") };
}

async function textOf(
	tx: Tx,
	source: HoursSource,
	factsOf: (of: DatedHoursOf) => Promise<CalendarFacts>,
): Promise<CalendarText> {
	switch (source.hours as Hours) {
		case "TECHNICAL":
		case "CONTENT": {
			const { availability, serviceId } = await bindingTermsOf(tx, source.agreement_id!);
			const set = source.hours as "TECHNICAL" | "CONTENT";
			const facts = await factsOf({ serviceId, set });
			return corrected(availabilityOf(availability, set, facts.workFreeDays), facts.datedHours);
		}
		case "OPENING_HOURS": {
			const { openingHours } = (await catalogueById(tx, source.catalogue_version_id!)).content;
			const facts = await factsOf(null);
			const text = { timeZone: deskZone, week: openingHours, workFreeDays: facts.workFreeDays, exceptions: [] };
			return corrected(text, facts.datedHours);
		}
		case "ALWAYS":
		case "CALENDAR_DAYS":
			return alwaysOpen(deskZone);
	}
}

/** The same, compiled. */
export const workingTimeOfClock = async (tx: Tx, source: HoursSource): Promise<WorkingTime> =>
	workingTimeFor(await calendarTextOf(tx, source));
