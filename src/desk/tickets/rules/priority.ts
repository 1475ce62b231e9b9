import type { DaysScheme, MatrixScheme, PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import type { Effect, MatrixTable, PriorityCode, PriorityFlag, TicketType } from "./codes.ts";

/** What the adviser says of a ticket; priority follows from it and from nothing else. */
export type TriageFacts = {
	readonly type: TicketType;
	readonly effect: Effect | null;
	readonly soleChannel: boolean;
	readonly requiresOtherBodies: boolean;
	readonly personalDataBreachSuspected: boolean;
};

/** `rank` 1 is the most urgent and orders the queue under every scheme; `code` is null where the scheme gives no label. */
export type Computed = {
	readonly code: PriorityCode | null;
	readonly rank: 1 | 2 | 3;
	readonly table: MatrixTable | null;
	readonly flags: readonly PriorityFlag[];
};

const rankOfEffect = { BLOCKED: 1, IMPEDED: 2, REDUCED: 3 } as const satisfies Record<Effect, number>;
const severityOf = { BLOCKED: "CRITICAL", IMPEDED: "MAJOR", REDUCED: "MINOR" } as const satisfies Record<
	Effect,
	string
>;
const byRank = { 1: "P1", 2: "P2", 3: "P3" } as const;

/** Types whose priority is computed as soon as they are classified; the rest get theirs at hand-over (SM-2, `triaged`). */
const computedAtTriage: ReadonlySet<TicketType> = new Set(["INCIDENT", "SECURITY_INCIDENT"]);
export const hasPriorityAtTriage = (type: TicketType): boolean => computedAtTriage.has(type);

/**
 * The priority that the scheme of the version in force gives to an effect (PRI-02–04, PRI-08–20, A-03, A-05, A-47).
 *
 * The matrix names the effect by severity and picks the table by other bodies; a combination that the form leaves
 * without a row takes the table the agreement names in `mixedCells` and is flagged. Days name it P1–P3, one lower (or
 * none) where the service is not the user's only way. Without a scheme only the rank remains.
 */
export function computePriority(facts: TriageFacts & { readonly effect: Effect }, scheme: PriorityScheme): Computed {
	const security = securityFlags(facts);
	if (scheme.kind === "matrix") {
		const { table, flag } = tableOf(facts, scheme.mixedCells);
		return {
			code: severityOf[facts.effect],
			rank: rankOfEffect[facts.effect],
			table,
			flags: flag ? [...security, flag] : security,
		};
	}
	const own = rankOfEffect[facts.effect];
	if (scheme.kind === "none") return { code: null, rank: own, table: null, flags: security };
	if (facts.soleChannel) return { code: byRank[own], rank: own, table: null, flags: security };
	return { ...withoutSoleChannel(own, scheme.notSoleChannelPolicy), table: null, flags: security };
}

/** Flags that do not depend on a priority; a ticket has them from triage on. */
export function securityFlags(facts: Pick<TriageFacts, "type" | "personalDataBreachSuspected">): PriorityFlag[] {
	return [
		...(facts.type === "SECURITY_INCIDENT" ? (["security"] as const) : []),
		...(facts.personalDataBreachSuspected ? (["personal_data_breach_suspected"] as const) : []),
	];
}

function tableOf(
	facts: Pick<TriageFacts, "soleChannel" | "requiresOtherBodies">,
	mixed: MatrixScheme["mixedCells"],
): { readonly table: MatrixTable; readonly flag: PriorityFlag | null } {
	if (!facts.requiresOtherBodies && !facts.soleChannel) {
		return { table: mixed?.soloNotSoleChannel ?? "solo", flag: "mixed_cell_solo_not_sole_channel" };
	}
	if (facts.requiresOtherBodies && facts.soleChannel) {
		return { table: mixed?.withOthersSoleChannel ?? "withOthers", flag: "mixed_cell_with_others_sole_channel" };
	}
	return { table: facts.requiresOtherBodies ? "withOthers" : "solo", flag: null };
}

function withoutSoleChannel(
	own: 1 | 2 | 3,
	policy: DaysScheme["notSoleChannelPolicy"],
): Pick<Computed, "code" | "rank"> {
	if (policy === "none") return { code: null, rank: own };
	const rank = policy === "same" ? own : own === 1 ? 2 : 3;
	return { code: byRank[rank], rank };
}

/** Labels an override may choose under the scheme: the other scheme's names would read no times. */
export const codesOf = (scheme: PriorityScheme): readonly PriorityCode[] =>
	scheme.kind === "matrix" ? ["CRITICAL", "MAJOR", "MINOR"] : scheme.kind === "days" ? ["P1", "P2", "P3"] : [];

/** Whether a person's override outlives a binding under another scheme: one whose label the scheme does not know reads no times. */
export const overrideStands = (
	row: { readonly priority: string | null; readonly priority_reason: string | null },
	scheme: PriorityScheme,
): boolean => row.priority_reason !== null && codesOf(scheme).some((code) => code === row.priority);

export const rankOf = (code: PriorityCode): 1 | 2 | 3 =>
	code === "P1" || code === "CRITICAL" ? 1 : code === "P2" || code === "MAJOR" ? 2 : 3;

/**
 * Whether second level's due time falls after the user's own deadline, a whole day that ends at midnight of `zone`
 * flag `user_deadline_before_sla`, attention of the lead, priority unchanged).
 */
export const isAfterUserDeadline = (due: Temporal.Instant, deadline: Temporal.PlainDate, zone: string): boolean =>
	Temporal.PlainDate.compare(due.toZonedDateTimeISO(zone).toPlainDate(), deadline) > 0;
