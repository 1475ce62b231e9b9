import type { OrganisationId, PersonId, ServiceId } from "./id.ts";
import type { Period } from "./period.ts";
import type { SupportSet } from "./values.ts";

/** Offices of `requirements.md` §2.1; a person may hold several, each for a period. */
export const roles = [
	"ekc_adviser",
	"ekc_tech_lead",
	"ekc_content_lead",
	"ekc_head",
	"ekc_management",
	"ekc_director",
	"service_owner",
	"content_custodian",
	"technical_custodian",
	"kb_editor",
	"training_contact",
	"l2_agent",
	"client_director",
	"other_body",
	"auditor",
	"platform_admin",
] as const;
export type Role = (typeof roles)[number];

/** Offices on the contact centre's side; the rest (but auditor and administrator) belong to a client's service. */
export const providerRoles: readonly Role[] = [
	"ekc_adviser",
	"ekc_tech_lead",
	"ekc_content_lead",
	"ekc_head",
	"ekc_management",
	"ekc_director",
];

/**
 * An office in force today: `serviceId` and `set` narrow it, null = not narrowed; `deputyFor` names the holder who is
 * substituted, and the period is then the substitution's.
 */
export type Holding = Period & {
	readonly id: string;
	readonly role: Role;
	readonly organisationId: OrganisationId;
	readonly serviceId: ServiceId | null;
	readonly set: SupportSet | null;
	readonly deputyFor: PersonId | null;
};

export type PersonActor = {
	readonly kind: "person";
	readonly personId: PersonId;
	readonly holdings: readonly Holding[];
};

/** `system` = automatic work under its own name (sweeper, mail door); `public` = anyone, no account. */
export type Actor = PersonActor | { readonly kind: "system"; readonly name: string } | { readonly kind: "public" };

/** Whether the actor holds one of the offices, for the service and set where they are given (an office not narrowed covers all). */
export const holds = (
	actor: Actor,
	wanted: readonly Role[],
	where: { serviceId?: ServiceId | null; set?: SupportSet | null } = {},
): boolean =>
	actor.kind === "person" &&
	actor.holdings.some(
		(holding) =>
			wanted.includes(holding.role) &&
			(where.serviceId === undefined || holding.serviceId === null || holding.serviceId === where.serviceId) &&
			(where.set === undefined || where.set === null || holding.set === null || holding.set === where.set),
	);
