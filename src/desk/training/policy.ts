import { type Actor, holds, type Role } from "../../kernel/actor.ts";
import type { ServiceId } from "../../kernel/id.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";
import type { SupportSet } from "../../kernel/values.ts";

/** Of which services the actor may see training: all, those named, or none (§2.2, row "Training session"). */
export type TrainingScope =
	| { readonly kind: "all" }
	| { readonly kind: "some"; readonly services: readonly ServiceId[] };

const leads: readonly Role[] = ["ekc_tech_lead", "ekc_content_lead"];
const seeAll: readonly Role[] = ["ekc_adviser", ...leads, "ekc_head", "ekc_management", "auditor"];
const seeOwn: readonly Role[] = ["service_owner", "content_custodian", "technical_custodian", "training_contact"];
/** Who may know each adviser's qualification, not only how many there are (row "Qualification of adviser"). */
const knowAdvisers: readonly Role[] = [...leads, "ekc_head", "auditor"];

export function trainingScope(actor: Actor): TrainingScope {
	if (actor.kind === "system" || holds(actor, seeAll)) return { kind: "all" };
	if (actor.kind === "public") return { kind: "some", services: [] };
	const own = actor.holdings.filter(({ role }) => seeOwn.includes(role));
	return { kind: "some", services: [...new Set(own.flatMap(({ serviceId }) => serviceId ?? []))] };
}

export const trainingVisible = (scope: TrainingScope, serviceId: string): boolean =>
	scope.kind === "all" || scope.services.some((id) => id === serviceId);

/** Whose names stand in an answer: everyone's, one's own, or nobody's (counts only). */
export type Names = "all" | "own" | "none";
export const namesSeen = (actor: Actor, serviceId: string): Names => {
	if (actor.kind === "system" || holds(actor, knowAdvisers)) return "all";
	if (holdsTraining(actor, serviceId)) return "all";
	return holds(actor, ["ekc_adviser"]) ? "own" : "none";
};

/** The training contact says who attended and so sees who there is, not what each is qualified for. */
export const seesQualifications = (actor: Actor): boolean =>
	actor.kind === "system" || holds(actor, [...knowAdvisers, "ekc_adviser"]);

const leadOf = (set: SupportSet): Role => (set === "TECHNICAL" ? "ekc_tech_lead" : "ekc_content_lead");

const holdsTraining = (actor: Actor, serviceId: string, set?: SupportSet): boolean =>
	actor.kind === "person" &&
	actor.holdings.some(
		(one) =>
			one.role === "training_contact" &&
			one.serviceId === serviceId &&
			(set === undefined || one.set === null || one.set === set),
	);

type OfSet = { readonly serviceId: string; readonly set: SupportSet };

export const mayReadTraining = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, [...seeAll, ...seeOwn]) ? [] : [notAllowed];

export const mayRequestAny = (actor: Actor, serviceId: string): readonly Obstacle[] =>
	holds(actor, leads) || holdsTraining(actor, serviceId) ? [] : [notAllowed];

export const mayRequest = (actor: Actor, { serviceId, set }: OfSet): readonly Obstacle[] =>
	holds(actor, leads) || holdsTraining(actor, serviceId, set) ? [] : [notAllowed];

/** Time, place and attendance: the client's training contact of the set, or the set's lead. */
export const mayOrganise = (actor: Actor, { serviceId, set }: OfSet): readonly Obstacle[] =>
	isLeadOf(actor, set) || holdsTraining(actor, serviceId, set) ? [] : [notAllowed];

export const isLeadOf = (actor: Actor, set: SupportSet): boolean => holds(actor, [leadOf(set)]);

/** Confirming, judging and attesting are the lead's, for the lead's own set (§2.2: A own set). */
export const mayJudge = (actor: Actor, { set }: OfSet): readonly Obstacle[] =>
	isLeadOf(actor, set) ? [] : [notAllowed];
