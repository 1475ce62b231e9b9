import { z } from "zod";
import { Refusal } from "../../../kernel/refusal.ts";
import { deskZone } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { AgreementTerms } from "../../agreements/rules/terms.ts";
import { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import { datedHours, workFreeDays, workingTimeFor } from "../../calendars/read.ts";
import { availabilityOf, corrected } from "../../calendars/rules/availability.ts";
import { alwaysOpen } from "../../calendars/rules/calendar.ts";
import { type Plan, rehearsal, type RehearsalReport } from "../rules/rehearsal.ts";
import { pastHandOvers, type Which } from "./past-hand-overs.ts";
import { bindingTermsOf } from "./terms.ts";

const OtherTerms = z.object({
	availability: AgreementTerms.shape.partI.shape.availability.optional(),
	priorityScheme: PriorityScheme.optional(),
});
/** What is to be rehearsed: hours, targets or both; what is absent stays as each ticket was bound. */
export type OtherTerms = z.infer<typeof OtherTerms>;

/** From a filled form, a draft's text, or only the headings that differ. Refuses `invalid-form` with the fields that are wrong. */
export function otherTermsOf(document: unknown): OtherTerms {
	const whole = z.object({ partI: z.unknown() }).safeParse(document);
	const read = OtherTerms.safeParse(whole.success ? whole.data.partI : document);
	if (read.success) return read.data;
	const obstacles = read.error.issues.map(({ path }) => ({ code: "invalid-value", at: path.join(".") }));
	throw new Refusal("invalid", "invalid-form", { obstacles });
}

/** The text of any version, a draft too. */
export async function termsOfVersion(tx: Tx, agreementId: string): Promise<unknown> {
	const row = await tx.selectFrom("agreement").select("terms").where("id", "=", agreementId).executeTakeFirst();
	if (!row) throw new Refusal("not-found", "not-found", { details: { what: "agreement" } });
	return row.terms;
}

/** Replays hand-overs of the past under other terms; reads only, page after page. `onPage` hears how many were replayed. */
export async function rehearse(
	tx: Tx,
	wish: { readonly terms: OtherTerms; readonly which: Which; readonly now: Temporal.Instant },
	onPage: (replayed: number) => void = () => {},
): Promise<RehearsalReport> {
	const plans = new Map<string, Plan>();
	const { add, report } = rehearsal((id) => plans.get(id)!, wish.now.epochMilliseconds);
	let replayed = 0;
	for await (const page of pastHandOvers(tx, wish.which, wish.now)) {
		for (const past of page) {
			if (!plans.has(past.agreementId)) plans.set(past.agreementId, await planOf(tx, past.agreementId, wish.terms));
			add(past);
		}
		replayed += page.length;
		onPage(replayed);
	}
	return report();
}

async function planOf(tx: Tx, agreementId: string, other: OtherTerms): Promise<Plan> {
	const bound = await bindingTermsOf(tx, agreementId);
	const free = await workFreeDays(tx);
	const timeOf = async (set: "TECHNICAL" | "CONTENT") =>
		workingTimeFor(
			corrected(
				availabilityOf(other.availability ?? bound.availability, set, free),
				await datedHours(tx, { serviceId: bound.serviceId, set }),
			),
		);
	return {
		scheme: other.priorityScheme ?? bound.priorityScheme,
		time: { TECHNICAL: await timeOf("TECHNICAL"), CONTENT: await timeOf("CONTENT") },
		always: workingTimeFor(alwaysOpen(deskZone)),
	};
}
