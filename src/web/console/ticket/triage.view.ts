import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import type { Effect, TicketType } from "../../../desk/tickets/rules/codes.ts";
import { type Computed, computePriority, hasPriorityAtTriage } from "../../../desk/tickets/rules/priority.ts";
import type { PriorityScheme } from "../../../desk/agreements/rules/terms-priorities.ts";

export type CategoryChoice = { readonly value: string; readonly label: string; readonly set: "TECHNICAL" | "CONTENT" };

type Node = {
	readonly code?: string | null | undefined;
	readonly label?: string | null | undefined;
	readonly children?: readonly (Node | null)[] | null | undefined;
};

/** Categories of both sets in the order of the agreement, parents before children; the set follows from the choice. */
export const categoriesOf = (terms: DraftTerms): CategoryChoice[] => {
	const walk = (nodes: readonly (Node | null)[], set: CategoryChoice["set"]): CategoryChoice[] =>
		nodes.flatMap((node) =>
			node?.code == null
				? []
				: [{ value: node.code, label: `${node.code} ${node.label ?? ""}`, set }, ...walk(node.children ?? [], set)],
		);
	const tree = terms.partI?.classification;
	return [
		...walk((tree?.technical ?? []) as readonly Node[], "TECHNICAL"),
		...walk((tree?.content ?? []) as readonly Node[], "CONTENT"),
	];
};

export type Facts = { readonly soleChannel: boolean; readonly requiresOtherBodies: boolean };

/** What the agreement presumes of a ticket until the adviser says otherwise (PRI-17, PRI-21). */
export const presumedOf = (terms: DraftTerms): Facts => {
	const scheme = terms.partI?.priorityScheme;
	return {
		soleChannel: terms.partI?.service?.soleChannel ?? false,
		requiresOtherBodies: scheme?.kind === "matrix" ? (scheme.triageDefault?.requiresOtherBodies ?? false) : false,
	};
};

/** The agreement's own words for each effect, to stand beside the choice; null where it has none. */
export const definitionsOf = (terms: DraftTerms, facts: Facts): Readonly<Record<Effect, string | null>> => {
	const scheme = terms.partI?.priorityScheme;
	if (scheme?.kind === "matrix") {
		const table = scheme.descriptions?.[facts.requiresOtherBodies ? "withOthers" : "solo"];
		return { BLOCKED: table?.CRITICAL ?? null, IMPEDED: table?.MAJOR ?? null, REDUCED: table?.MINOR ?? null };
	}
	if (scheme?.kind === "days") {
		const { descriptions } = scheme;
		return { BLOCKED: descriptions?.P1 ?? null, IMPEDED: descriptions?.P2 ?? null, REDUCED: descriptions?.P3 ?? null };
	}
	return { BLOCKED: null, IMPEDED: null, REDUCED: null };
};

/** The priority that would follow, computed by the desk's own rule; null while something is missing or none is due yet. */
export const previewOf = (
	terms: DraftTerms,
	facts: Facts & { readonly type: TicketType | null; readonly effect: Effect | null },
): Computed | null => {
	const scheme = terms.partI?.priorityScheme;
	if (facts.type === null || facts.effect === null || scheme == null || !hasPriorityAtTriage(facts.type)) return null;
	return computePriority(
		{ ...facts, type: facts.type, effect: facts.effect, personalDataBreachSuspected: false },
		scheme as PriorityScheme,
	);
};
