import type { Obstacle } from "../../../kernel/refusal.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import { categoriesOf } from "../../agreements/rules/categories.ts";
import type { AgreementTerms } from "../../agreements/rules/terms.ts";
import type { Effect, TicketType } from "./codes.ts";
import { computePriority, type Computed, hasPriorityAtTriage, securityFlags } from "./priority.ts";

export type TriageWish = {
	readonly type: TicketType;
	readonly serviceId: string | null;
	readonly category: string | null;
	readonly effect: Effect | null;
	readonly soleChannel?: boolean | undefined;
	readonly soleChannelReason: string | null;
	readonly requiresOtherBodies?: boolean | undefined;
	readonly personalDataBreachSuspected: boolean;
};

/** A classified ticket: what the adviser said, completed from the agreement, and what follows from it. */
export type Triaged = {
	readonly set: SupportSet | null;
	readonly categoryLabel: string | null;
	readonly soleChannel: boolean | null;
	readonly requiresOtherBodies: boolean | null;
	/** Null where it is computed at hand-over. */
	readonly priority: Computed | null;
	readonly flags: Computed["flags"];
	/** A security incident is restricted from its classification on. */
	readonly isRestricted: boolean;
};

const categoryOf = (terms: AgreementTerms | null, code: string | null) =>
	terms && code ? categoriesOf(terms).find((choice) => choice.code === code) : undefined;

/** What stands against a classification under the terms in force (null = no agreement); all reasons at once. */
export function triageObstacles(wish: TriageWish, terms: AgreementTerms | null): Obstacle[] {
	if (wish.type === "OUT_OF_SCOPE") return [];
	const obstacles: Obstacle[] = [];
	if (wish.serviceId === null) obstacles.push({ code: "service-missing", at: "serviceId" });
	else if (!terms) obstacles.push({ code: "no-active-agreement", at: "serviceId" });
	if (wish.category === null) obstacles.push({ code: "category-missing", at: "category" });
	else if (terms && !categoryOf(terms, wish.category)) obstacles.push({ code: "unknown-category", at: "category" });
	if (hasPriorityAtTriage(wish.type) && wish.effect === null) obstacles.push({ code: "effect-missing", at: "effect" });
	const isOther = terms && wish.soleChannel !== undefined && wish.soleChannel !== terms.partI.service.soleChannel;
	if (isOther && wish.soleChannelReason === null) obstacles.push({ code: "reason-missing", at: "soleChannelReason" });
	return obstacles;
}

/**
 * What a classification without obstacles comes to. The category decides the set (CLS-02); what is left out of the facts is
 * taken from the agreement: sole channel from the service (PRI-21), other bodies from the matrix's default (PRI-17), which
 * the days scheme does not have.
 */
export function triaged(wish: TriageWish, terms: AgreementTerms | null): Triaged {
	const flags = securityFlags(wish);
	const isRestricted = wish.type === "SECURITY_INCIDENT";
	if (!terms || wish.type === "OUT_OF_SCOPE") {
		return {
			set: null,
			categoryLabel: null,
			soleChannel: null,
			requiresOtherBodies: null,
			priority: null,
			flags,
			isRestricted,
		};
	}
	const scheme = terms.partI.priorityScheme;
	const category = categoryOf(terms, wish.category);
	const soleChannel = wish.soleChannel ?? terms.partI.service.soleChannel;
	const requiresOtherBodies =
		wish.requiresOtherBodies ?? (scheme.kind === "matrix" && scheme.triageDefault.requiresOtherBodies);
	const priority =
		wish.effect !== null && hasPriorityAtTriage(wish.type)
			? computePriority({ ...wish, effect: wish.effect, soleChannel, requiresOtherBodies }, scheme)
			: null;
	return {
		set: category?.set ?? null,
		categoryLabel: category?.label ?? null,
		soleChannel,
		requiresOtherBodies,
		priority,
		flags: priority?.flags ?? flags,
		isRestricted,
	};
}
