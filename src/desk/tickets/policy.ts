import { type Actor, type Holding, holds, providerRoles, type Role } from "../../kernel/actor.ts";
import type { PersonId, ServiceId } from "../../kernel/id.ts";
import { notAllowed, type Obstacle } from "../../kernel/refusal.ts";
import type { SupportSet } from "../../kernel/values.ts";
import { holderOf, obstaclesTo, type Situation } from "./rules/guards.ts";
import { type TicketAct, ticketActs } from "./rules/life-cycle.ts";

/** What of a ticket decides who sees it. */
export type Exposure = {
	readonly serviceId: ServiceId | null;
	readonly set: SupportSet | null;
	/** To second level of this service and set. */
	readonly wasHandedOver: boolean;
	readonly isRestricted: boolean;
	/** Second level's people named on a restricted ticket. */
	readonly namedPersons: readonly PersonId[];
};

/**
 * One reason to see tickets: of one service and set (null = of all), handed over or not, restricted ones always, never or
 * only where the person is named.
 */
export type Grant = {
	readonly serviceId: ServiceId | null;
	readonly set: SupportSet | null;
	readonly onlyHandedOver: boolean;
	readonly restricted: "seen" | "hidden" | "whereNamed";
};

/** Which tickets the actor may see: those that any grant covers. Read as an SQL filter by `read.ts`, in memory here. */
export type TicketScope = { readonly grants: readonly Grant[]; readonly personId: PersonId | null };

const everything: Grant = { serviceId: null, set: null, onlyHandedOver: false, restricted: "seen" };

/** §2.2, the rows of tickets and of restricted tickets. What is not named here is not granted. */
export function ticketScope(actor: Actor): TicketScope {
	if (actor.kind === "system") return { grants: [everything], personId: null };
	if (actor.kind === "public") return { grants: [], personId: null };
	return { grants: actor.holdings.flatMap(grantOf), personId: actor.personId };
}

function grantOf(holding: Holding): Grant[] {
	const own = { serviceId: holding.serviceId, onlyHandedOver: true };
	switch (holding.role) {
		case "ekc_head":
		case "ekc_tech_lead":
			return [everything];
		case "ekc_adviser":
		case "ekc_content_lead":
			return [{ ...everything, restricted: "hidden" }];
		case "service_owner":
		case "technical_custodian":
			return holding.serviceId ? [{ ...own, set: null, restricted: "seen" }] : [];
		case "content_custodian":
			return holding.serviceId ? [{ ...own, set: null, restricted: "hidden" }] : [];
		case "l2_agent":
			return holding.serviceId ? [{ ...own, set: holding.set, restricted: "whereNamed" }] : [];
		default:
			return [];
	}
}

export const isVisible = (scope: TicketScope, ticket: Exposure): boolean =>
	scope.grants.some(
		(grant) =>
			(grant.serviceId === null || grant.serviceId === ticket.serviceId) &&
			(grant.set === null || grant.set === ticket.set) &&
			(!grant.onlyHandedOver || ticket.wasHandedOver) &&
			(!ticket.isRestricted ||
				grant.restricted === "seen" ||
				(grant.restricted === "whereNamed" && scope.personId !== null && ticket.namedPersons.includes(scope.personId))),
	);

/**
 * The actor with those offices alone that open this ticket by themselves. Seeing is the sum of offices, doing is not: who
 * owns the service and also advises reads its restricted ticket as owner, and does nothing there as an adviser.
 */
export function openedBy(actor: Actor, exposure: Exposure): Actor {
	if (actor.kind !== "person") return actor;
	const opens = (holding: Holding) => isVisible({ grants: grantOf(holding), personId: actor.personId }, exposure);
	return { ...actor, holdings: actor.holdings.filter(opens) };
}

const triaging: readonly Role[] = ["ekc_adviser", "ekc_tech_lead", "ekc_content_lead"];
const replying: readonly Role[] = [...triaging, "ekc_head"];
const solving: readonly Role[] = ["l2_agent", "content_custodian", "technical_custodian"];
const overriding: readonly Role[] = ["ekc_tech_lead", "ekc_content_lead", "ekc_head", ...solving];

/** On a restricted ticket the contact centre acts through its technical lead alone, the client without its content side. */
const actingOnRestricted: ReadonlySet<Role> = new Set(["ekc_tech_lead", "technical_custodian", "l2_agent"]);

/** Whose a ticket may be: somebody's who can work on it, a restricted one the technical lead's (§2.2). */
export const ownerRoles = (isRestricted: boolean): readonly Role[] => (isRestricted ? ["ekc_tech_lead"] : triaging);

type Side = "triaging" | "replying" | "solving" | "overriding" | "holder" | "either" | "nobody";

/** Whose act it is; `holder` = of the level that works on it, `nobody` = of the desk itself (the sweeper). */
const sides: Readonly<Record<TicketAct, Side>> = {
	take: "triaging",
	assign: "triaging",
	triage: "triaging",
	note: "replying",
	link: "triaging",
	markSpam: "triaging",
	restrict: "triaging",
	solve: "triaging",
	interimReply: "replying",
	askUser: "replying",
	answer: "replying",
	redirect: "replying",
	close: "replying",
	reopen: "replying",
	handOver: "replying",
	continue: "either",
	messageSecondLevel: "either",
	askOtherBody: "holder",
	recordOtherBodyAnswer: "holder",
	acknowledge: "solving",
	start: "solving",
	return: "solving",
	solveAtSecondLevel: "solving",
	propose: "solving",
	overridePriority: "overriding",
	closeForSilence: "nobody",
};

const rolesOf = (side: Side, situation: Situation): readonly Role[] => {
	switch (side) {
		case "triaging":
			return triaging;
		case "replying":
			return replying;
		case "solving":
			return solving;
		case "overriding":
			return overriding;
		case "holder":
			return holderOf(situation) === 2 ? [...solving, ...triaging] : triaging;
		case "either":
			return [...replying, ...solving];
		case "nobody":
			return [];
	}
};

/** A ticket as rights see it: what exposes it, what stands against its next steps, and when. */
export type Subject = {
	readonly exposure: Exposure;
	readonly situation: Situation;
	readonly now: Temporal.Instant;
};

/**
 * Obstacles to an act: `not-allowed` where §2.2 does not grant it to the actor, else everything that SM-2 holds against it.
 * The desk itself (doors, sweeper) may whatever SM-2 allows.
 */
export function mayDo(act: TicketAct, actor: Actor, subject: Subject): readonly Obstacle[] {
	const standing = obstaclesTo(act, subject.situation, subject.now);
	if (actor.kind === "system") return standing;
	const { exposure, situation } = subject;
	return actsThrough(rolesOf(sides[act], situation), actor, exposure) ? standing : [notAllowed];
}

function actsThrough(roles: readonly Role[], actor: Actor, exposure: Exposure): boolean {
	const acting = roles.filter((role) => !exposure.isRestricted || actingOnRestricted.has(role));
	return holds(openedBy(actor, exposure), acting, { serviceId: exposure.serviceId, set: exposure.set });
}

/** Whether the actor has the ticket as second level: may acknowledge it, write in the side thread, solve it. */
export const isAtSecondLevel = (actor: Actor, exposure: Exposure): boolean => actsThrough(solving, actor, exposure);

/** All acts with their obstacles, for `view.can`. */
export const rightsOf = (actor: Actor, subject: Subject): Record<TicketAct, readonly Obstacle[]> =>
	Object.fromEntries(ticketActs.map((act) => [act, mayDo(act, actor, subject)])) as Record<
		TicketAct,
		readonly Obstacle[]
	>;

/**
 * Whether the actor has the ticket as the contact centre; it alone sees who asked and its own notes (§2.2 rule 3). Its
 * offices know no service and no set: only that a ticket is restricted closes it to them.
 */
export const isAtFirstLevel = (actor: Actor, { isRestricted }: Pick<Exposure, "isRestricted">): boolean =>
	actor.kind === "system" || holds(openedBy(actor, { ...ofNoService, isRestricted }), replying);

const ofNoService = { serviceId: null, set: null, wasHandedOver: false, namedPersons: [] } as const;

export const mayIntake = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, triaging) ? [] : [notAllowed];

/** Mail and forms come through our own doors, which keep them raw first; advisers and their programs enter what they have. */
export const mayReceive = (actor: Actor, hasFiles: boolean): readonly Obstacle[] => {
	if (actor.kind === "system") return [];
	return hasFiles ? [...mayIntake(actor), { code: "files-by-door-only", at: "attachments" }] : mayIntake(actor);
};

/** Acts that only the desk itself performs, under its own name. */
export const maySystem = (actor: Actor): readonly Obstacle[] => (actor.kind === "system" ? [] : [notAllowed]);

/** What the parties agreed on open tickets is carried out by the head of the contact centre. */
export const mayBindOpenTickets = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, ["ekc_head"]) ? [] : [notAllowed];

export const mayAnyone = (): readonly Obstacle[] => [];

/** Whoever sees a ticket may read it: the scope has decided. */
export const mayRead = mayAnyone;

/** For people at work; each sees those of their own side, on tickets they see. */
export const mayReadPresence = (actor: Actor): readonly Obstacle[] => (actor.kind === "person" ? [] : [notAllowed]);

/** What is the contact centre's alone: the user's numbers, the mails about the ticket and where they went. */
export const mayAtFirstLevel = (actor: Actor, { exposure }: Subject): readonly Obstacle[] =>
	isAtFirstLevel(actor, exposure) ? [] : [notAllowed];

/** Words not sent yet are a person's own, on any ticket that the person sees. */
export const mayDraft = (actor: Actor): readonly Obstacle[] => (actor.kind === "person" ? [] : [notAllowed]);

/** Canned replies are the contact centre's own: its staff and the auditor read them, leads and head keep them. */
export const mayReadCanned = (actor: Actor): readonly Obstacle[] =>
	actor.kind === "system" || holds(actor, [...providerRoles, "auditor"]) ? [] : [notAllowed];
export const mayKeepCanned = (actor: Actor): readonly Obstacle[] =>
	holds(actor, ["ekc_tech_lead", "ekc_content_lead", "ekc_head"]) ? [] : [notAllowed];
