import { type Actor, holds, type Role } from "../../kernel/actor.ts";
import type { OrganisationId, ServiceId } from "../../kernel/id.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";

/** Whose services' reports the actor may read: all, their own services' and those of the organisation they direct, none. */
export type ReportScope =
	| { readonly kind: "all" }
	| {
			readonly kind: "some";
			readonly services: readonly ServiceId[];
			readonly organisations: readonly OrganisationId[];
	  }
	| { readonly kind: "none" };

const readAll: readonly Role[] = [
	"ekc_tech_lead",
	"ekc_content_lead",
	"ekc_head",
	"ekc_management",
	"ekc_director",
	"auditor",
];
const readOwn: readonly Role[] = ["service_owner", "content_custodian", "technical_custodian"];

/** §2.2, row "Statistical report"; management is the head, the leads and whom the catalogue lists (§2.1). */
export function reportScope(actor: Actor): ReportScope {
	if (actor.kind === "system" || holds(actor, readAll)) return { kind: "all" };
	if (actor.kind === "public") return { kind: "none" };
	const services = actor.holdings.flatMap(({ role, serviceId }) => (readOwn.includes(role) ? (serviceId ?? []) : []));
	const organisations = actor.holdings.flatMap(({ role, organisationId }) =>
		role === "client_director" ? organisationId : [],
	);
	return services.length + organisations.length > 0
		? { kind: "some", services: [...new Set(services)], organisations: [...new Set(organisations)] }
		: { kind: "none" };
}

export const reportCovers = (
	scope: ReportScope,
	service: { readonly id: string; readonly organisation_id: string },
): boolean =>
	scope.kind === "all" ||
	(scope.kind === "some" &&
		(scope.services.some((id) => id === service.id) ||
			scope.organisations.some((id) => id === service.organisation_id)));

export const mayReadReports = (actor: Actor): readonly Obstacle[] =>
	reportScope(actor).kind === "none" ? [notAllowed] : [];
