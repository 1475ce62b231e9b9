import { type Actor, type Holding, holds, type Role } from "../../kernel/actor.ts";
import type { ServiceId } from "../../kernel/id.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";
import type { SupportSet } from "../../kernel/values.ts";
import { type Substitution, substitutionNotInForce } from "../identity/rules/substitution.ts";

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

export const leadOf = (set: SupportSet): Role => (set === "TECHNICAL" ? "ekc_tech_lead" : "ekc_content_lead");

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

/** The lead's office by which the actor judges a set; null = none. The holder's own counts before a deputy's. */
export function leadOffice(actor: Actor, set: SupportSet): Holding | null {
	if (actor.kind !== "person") return null;
	const offices = actor.holdings.filter(({ role }) => role === leadOf(set));
	return offices.find(({ deputyFor }) => deputyFor === null) ?? offices[0] ?? null;
}

/** Attesting is the lead's of the set, or the deputy's within the recorded substitution (§2.2: A own set, and rule 4). */
export function mayAttest(
	actor: Actor,
	{ set }: OfSet,
	{ substitutions, today }: { readonly substitutions: readonly Substitution[]; readonly today: Temporal.PlainDate },
): readonly Obstacle[] {
	if (leadOffice(actor, set) !== null) return [];
	const known = substitutions.find(({ role }) => role === leadOf(set));
	return known ? [substitutionNotInForce(known, today)] : [notAllowed];
}

export const isLeadOf = (actor: Actor, set: SupportSet): boolean => holds(actor, [leadOf(set)]);

/** Confirming and judging are the lead's, for the lead's own set (§2.2: A own set). */
export const mayJudge = (actor: Actor, { set }: OfSet): readonly Obstacle[] =>
	isLeadOf(actor, set) ? [] : [notAllowed];
