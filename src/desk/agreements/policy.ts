import { type Actor, type Holding, holds, providerRoles, type Role } from "../../kernel/actor.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";
import { type Substitution, substitutionNotInForce } from "../identity/rules/substitution.ts";
import { type AgreementPart, type AgreementState, agreementStates, type Party } from "./rules/states.ts";

/** One way an actor may see agreements: `serviceId` and `organisationId` narrow it, null = not narrowed. */
type Sight = {
	readonly serviceId: string | null;
	readonly organisationId: string | null;
	/** Also what is not in force yet. */
	readonly prepared: boolean;
	readonly part: AgreementPart;
};
/** All the ways together; empty = none (§2.2, rows "Agreement draft" and "Agreement (active) read"). */
export type AgreementScope = readonly Sight[];

/** Versions that run or have run the desk; the others are still being agreed. */
export const inForceStates: readonly AgreementState[] = ["active", "superseded", "cancelling", "cancelled"];
export const preparedStates = agreementStates.filter((state) => !inForceStates.includes(state));

const everything = (prepared: boolean): Sight => ({
	serviceId: null,
	organisationId: null,
	prepared,
	part: "WHOLE",
});

export function agreementScope(actor: Actor): AgreementScope {
	if (actor.kind === "system") return [everything(true)];
	if (actor.kind === "public") return [];
	return actor.holdings.flatMap((holding) => sightOf(holding) ?? []);
}

/** The sight an office gives; a client's office without its service gives none (§2.2, rule 2). */
function sightOf({ role, serviceId, organisationId }: Holding): Sight | null {
	if (role === "ekc_director") return everything(false);
	if (providerRoles.includes(role) || role === "auditor") return everything(true);
	if (role === "client_director") return { serviceId, organisationId, prepared: false, part: "WHOLE" };
	if (serviceId === null) return null;
	const own = { serviceId, organisationId: null };
	if (clientSide.includes(role)) return { ...own, prepared: true, part: "WHOLE" };
	const part = partOfRole[role];
	return part ? { ...own, prepared: false, part } : null;
}

const clientSide: readonly Role[] = ["service_owner", "content_custodian", "technical_custodian"];
const partOfRole: Partial<Record<Role, AgreementPart>> = {
	kb_editor: "KNOWLEDGE",
	training_contact: "TRAINING",
	l2_agent: "SECOND_LEVEL",
};

/** The parts of an agreement the actor may see; none = not found. */
export function partsVisible(
	scope: AgreementScope,
	agreement: { readonly service_id: string; readonly organisation_id: string; readonly state: string },
): AgreementPart[] {
	const inForce = inForceStates.some((state) => state === agreement.state);
	const sights = scope.filter(
		(sight) =>
			(sight.prepared || inForce) &&
			(sight.serviceId === null || sight.serviceId === agreement.service_id) &&
			(sight.organisationId === null || sight.organisationId === agreement.organisation_id),
	);
	const parts = new Set(sights.map(({ part }) => part));
	return parts.has("WHOLE") ? ["WHOLE"] : [...parts];
}

/** The office by which the actor speaks for a party about a service; null = for neither (SIG-03, SIG-04). */
export function speaksFor(actor: Actor, serviceId: string): { readonly party: Party; readonly office: Holding } | null {
	if (actor.kind !== "person") return null;
	const head = actor.holdings.filter(({ role }) => role === "ekc_head");
	const owner = actor.holdings.filter((one) => one.role === "service_owner" && one.serviceId === serviceId);
	const [party, offices] = head.length > 0 ? (["PROVIDER", head] as const) : (["CLIENT", owner] as const);
	// The holder's own office counts before a deputy's.
	const office = offices.find((one) => one.deputyFor === null) ?? offices[0];
	return office ? { party, office } : null;
}

const ofParty = (actor: Actor, serviceId: string): readonly Obstacle[] =>
	speaksFor(actor, serviceId) === null ? [notAllowed] : [];

const holdsHere = (actor: Actor, roles: readonly Role[], serviceId: string): boolean =>
	actor.kind === "person" && actor.holdings.some((one) => roles.includes(one.role) && one.serviceId === serviceId);

export const mayReadAgreements = (actor: Actor): readonly Obstacle[] =>
	agreementScope(actor).length === 0 ? [notAllowed] : [];

/** The whole document goes out only to whom the whole is open. */
export const mayExport = (parts: readonly AgreementPart[]): readonly Obstacle[] =>
	parts.includes("WHOLE") ? [] : [notAllowed];

/** C: head of the contact centre, and the owner for the own service. */
export const mayBegin = ofParty;

/** Whether the actor may begin an agreement of any service: asked before a file that names one is read at all. */
export const mayBeginAny = (actor: Actor): readonly Obstacle[] =>
	holds(actor, ["ekc_head", "service_owner"]) ? [] : [notAllowed];

/** U: also the leads, and the custodians of the own service. */
export const mayChange = (actor: Actor, serviceId: string): readonly Obstacle[] =>
	holds(actor, ["ekc_head", "ekc_tech_lead", "ekc_content_lead"]) || holdsHere(actor, clientSide, serviceId)
		? []
		: [notAllowed];

/**
 * Submitting, returning, approving, signing and withdrawing are acts of the two parties (SM-1). A deputy whose substitution
 * is over or has not begun hears just that (§2.2, rule 4).
 */
export function mayActForParty(
	actor: Actor,
	{
		row,
		substitutions,
		today,
	}: {
		readonly row: { readonly service_id: string };
		readonly substitutions: readonly Substitution[];
		readonly today: Temporal.PlainDate;
	},
): readonly Obstacle[] {
	if (speaksFor(actor, row.service_id) !== null) return [];
	const known = substitutions.find(
		({ role, serviceId }) => role === "ekc_head" || (role === "service_owner" && serviceId === row.service_id),
	);
	return known ? [substitutionNotInForce(known, today)] : [notAllowed];
}

/** The client's owner and custodians, on their own pages (STA-03, STA-08). */
export const mayPublish = (actor: Actor, serviceId: string): readonly Obstacle[] =>
	holdsHere(actor, clientSide, serviceId) ? [] : [notAllowed];

/** What time brings about, the desk does by itself (SM-1: signed → active, automatic). */
export const maySystem = (actor: Actor): readonly Obstacle[] => (actor.kind === "system" ? [] : [notAllowed]);

export const mayAnyone = (): readonly Obstacle[] => [];
