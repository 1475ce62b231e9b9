import type { PersonActor } from "../../src/kernel/actor.ts";
import type { ServiceId } from "../../src/kernel/id.ts";
import type { SupportSet } from "../../src/kernel/values.ts";
import attest from "../../src/desk/training/operations/attest.ts";
import evaluateSession from "../../src/desk/training/operations/evaluate-session.ts";
import holdSession from "../../src/desk/training/operations/hold-session.ts";
import planSession from "../../src/desk/training/operations/plan-session.ts";
import requestSession from "../../src/desk/training/operations/request-session.ts";
import type { TestDesk } from "./desk.ts";

/** One session of a set, planned, held and judged today by its lead; gives the lead. Does not attest. */
export async function train(desk: TestDesk, serviceId: ServiceId, set: SupportSet, advisers: readonly PersonActor[]) {
	const lead = await desk.cast(set === "TECHNICAL" ? "ekc_tech_lead" : "ekc_content_lead");
	const people = advisers.map((adviser) => adviser.personId);
	const at = desk.clock.now().toString();
	const asked = await desk.perform(requestSession, lead, { serviceId, set, reason: "agreement" });
	const planned = await desk.perform(planSession, lead, { id: asked.id, version: 1, plannedFor: at, place: "EKC" });
	const held = await desk.perform(holdSession, lead, {
		id: asked.id,
		version: planned.version,
		heldAt: at,
		attended: people,
	});
	await desk.perform(evaluateSession, lead, { id: asked.id, version: held.version, qualified: people });
	return lead;
}

/** The same with the lead's attestation: gate 2 of the set is met. */
export async function trainAndAttest(
	desk: TestDesk,
	serviceId: ServiceId,
	set: SupportSet,
	advisers: readonly PersonActor[],
): Promise<void> {
	await desk.perform(attest, await train(desk, serviceId, set, advisers), { serviceId, set });
}
