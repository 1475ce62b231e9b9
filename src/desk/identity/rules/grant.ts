import type { Role } from "../../../kernel/actor.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";

const ofOneService: readonly Role[] = [
	"service_owner",
	"content_custodian",
	"technical_custodian",
	"kb_editor",
	"training_contact",
	"l2_agent",
];

/**
 * What speaks against granting an office (requirements §2.1): client offices other than the director's belong to one
 * service, contact-centre offices to no service and to the provider, a period ends after it begins and lies within the
 * organisation's own, and a deputy stands beside a holder.
 */
export function grantObstacles(wish: {
	role: Role;
	serviceId: string | null;
	validFrom: string;
	validUntil: string | null;
	personId: string;
	deputyFor: string | null;
	organisationIsProvider: boolean;
	/** While the organisation exists; dates as text, `[from, until)`. */
	organisationFrom: string;
	organisationUntil: string | null;
	/** Whether the person to be substituted holds this office, of this service and set, on the first day. */
	substitutedHolds: boolean;
	isProviderRole: boolean;
}): Obstacle[] {
	const obstacles: Obstacle[] = [];
	if (ofOneService.includes(wish.role) && wish.serviceId === null)
		obstacles.push({ code: "office-needs-service", at: "serviceId" });
	if (wish.isProviderRole && wish.serviceId !== null)
		obstacles.push({ code: "office-without-service", at: "serviceId" });
	if (wish.isProviderRole && !wish.organisationIsProvider)
		obstacles.push({ code: "office-of-provider", at: "organisationId" });
	if (wish.validUntil !== null && wish.validUntil <= wish.validFrom)
		obstacles.push({ code: "period-ends-before-start", at: "validUntil" });
	const outlasts =
		wish.organisationUntil !== null && (wish.validUntil === null || wish.validUntil > wish.organisationUntil);
	if (wish.validFrom < wish.organisationFrom || outlasts)
		obstacles.push({ code: "office-outside-organisation", at: "organisationId" });
	if (wish.deputyFor !== null && wish.deputyFor !== wish.personId && !wish.substitutedHolds)
		obstacles.push({ code: "deputy-without-holder", at: "deputyFor" });
	if (wish.deputyFor === wish.personId) obstacles.push({ code: "deputy-of-oneself", at: "deputyFor" });
	return obstacles;
}
