import { type Actor, holds, providerRoles, type Role } from "../../kernel/actor.ts";
import type { OrganisationId, ServiceId } from "../../kernel/id.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

/** Which services the actor may see: all, those named and those of the organisations named, or none (§2.2, rule 2). */
export type ServiceScope =
	| { readonly kind: "all" }
	| {
			readonly kind: "some";
			readonly services: readonly ServiceId[];
			readonly organisations: readonly OrganisationId[];
	  }
	| { readonly kind: "none" };

const seeAll: readonly Role[] = [...providerRoles, "auditor", "platform_admin"];

export function serviceScope(actor: Actor): ServiceScope {
	if (actor.kind === "system") return { kind: "all" };
	if (actor.kind === "public") return { kind: "none" };
	if (holds(actor, seeAll)) return { kind: "all" };
	const { holdings } = actor;
	return {
		kind: "some",
		services: [...new Set(holdings.flatMap(({ serviceId }) => serviceId ?? []))],
		// A director's office is not narrowed to one service: it covers those of the organisation.
		organisations: holdings.filter(({ role }) => role === "client_director").map((one) => one.organisationId),
	};
}

export const serviceVisible = (
	scope: ServiceScope,
	service: { readonly id: string; readonly organisation_id: string },
): boolean =>
	scope.kind === "all" ||
	(scope.kind === "some" &&
		(scope.services.some((id) => id === service.id) ||
			scope.organisations.some((id) => id === service.organisation_id)));

export const mayReadServices = (actor: Actor): readonly Obstacle[] => (actor.kind === "public" ? [notAllowed] : []);

/** Services are entered by whom an agreement may be begun by on the contact centre's side, and kept with people and settings. */
export const mayKeepServices = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["ekc_head", "platform_admin"]) ? [] : [notAllowed];

const catalogueReaders: readonly Role[] = [
	...providerRoles,
	"service_owner",
	"content_custodian",
	"technical_custodian",
	"auditor",
];
const catalogueEditors: readonly Role[] = ["ekc_tech_lead", "ekc_content_lead", "ekc_head"];

export const mayReadCatalogue = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, catalogueReaders) ? [] : [notAllowed];

/** A draft is the contact centre's own matter; clients see what was approved. */
export const seesCatalogueDrafts = (actor: Actor): boolean =>
	actor.kind === "system" || holds(actor, [...providerRoles, "auditor"]);

export const mayDraftCatalogue = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, catalogueEditors) ? [] : [notAllowed];

export const mayApproveCatalogue = (actor: Actor): readonly Obstacle[] =>
	holds(actor, ["ekc_head"]) ? [] : [notAllowed];

export const mayAnyone = (): readonly Obstacle[] => [];
