import { type Actor, holds, providerRoles, type Role } from "../../kernel/actor.ts";
import type { OrganisationId, PersonId } from "../../kernel/id.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

/** Whose organisations, people and offices the actor may see: all, those of some organisations, or none. */
export type IdentityScope =
	| { readonly kind: "all" }
	| { readonly kind: "organisations"; readonly ids: readonly OrganisationId[] }
	| { readonly kind: "none" };

const seeAll: readonly Role[] = [...providerRoles, "auditor", "platform_admin"];

export function identityScope(actor: Actor): IdentityScope {
	if (actor.kind === "system") return { kind: "all" };
	if (actor.kind === "public") return { kind: "none" };
	if (holds(actor, seeAll)) return { kind: "all" };
	return { kind: "organisations", ids: [...new Set(actor.holdings.map((holding) => holding.organisationId))] };
}

export const organisationVisible = (scope: IdentityScope, id: OrganisationId): boolean =>
	scope.kind === "all" || (scope.kind === "organisations" && scope.ids.includes(id));

/** People, organisations and offices are kept by the platform administrator (requirements §2.1). */
export const mayAdministerPeople = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["platform_admin"]) ? [] : [notAllowed];

export const mayReadPeople = (actor: Actor): readonly Obstacle[] => (actor.kind === "public" ? [notAllowed] : []);

export const maySignedIn = (actor: Actor): readonly Obstacle[] => (actor.kind === "person" ? [] : [notAllowed]);

export const mayAnyone = (): readonly Obstacle[] => [];

export const isSelf = (actor: Actor, personId: PersonId): boolean =>
	actor.kind === "person" && actor.personId === personId;
