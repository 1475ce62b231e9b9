import type { SupportSet } from "../../../kernel/values.ts";
import type { PriorityScheme } from "../../agreements/rules/terms-priorities.ts";
import type { DaysDueAt } from "../../calendars/rules/days.ts";
import type { MatrixTable, PriorityCode } from "../../tickets/rules/codes.ts";

/** Working time promised, in whole milliseconds or in days with an opening: two units that never turn into each other. */
export type Allowance =
	| { readonly unit: "ms"; readonly ms: number }
	| { readonly unit: "days"; readonly days: number; readonly daysDueAt: DaysDueAt };

/** Where a number was agreed: heading, table of the matrix (A alone, B with other bodies) and its row; printed "I.11 A CRITICAL". */
export type Clause = {
	readonly section: string;
	readonly table: "A" | "B" | null;
	readonly row: PriorityCode | SupportSet | null;
};

export type Target = { readonly allowance: Allowance; readonly clause: Clause };

/** What second level owes; null = nothing was agreed, which is legal (A-08, PRI scheme "none"). */
export type Targets = {
	readonly response: Target | null;
	readonly resolution: Target | null;
	readonly runs: "availability" | "24x7";
};

export type HandOverFacts = {
	readonly set: SupportSet;
	readonly priority: PriorityCode | null;
	readonly table: MatrixTable | null;
};

const section = "I.11";
const none: Targets = { response: null, resolution: null, runs: "availability" };

/**
 * The targets that the priority scheme of the pinned version sets for a ticket as handed over. Priority and table are
 * computed by the tickets.
 *
 * In the days scheme one number of days for the set holds whatever the priority; one per priority needs a priority.
 */
export function targetsFor(scheme: PriorityScheme, { set, priority, table }: HandOverFacts): Targets {
	if (scheme.kind === "none") return none;
	if (scheme.kind === "matrix") {
		if (table === null || !isSeverity(priority)) return none;
		const cell = scheme[table][priority];
		const clause: Clause = { section, table: table === "solo" ? "A" : "B", row: priority };
		const target = (text: string): Target => ({ allowance: { unit: "ms", ms: msOf(text) }, clause });
		return { response: target(cell.response), resolution: target(cell.resolution), runs: scheme.clock };
	}
	const response: Target | null =
		scheme.responseTime === null
			? null
			: { allowance: { unit: "ms", ms: msOf(scheme.responseTime) }, clause: { section, table: null, row: set } };
	return { response, resolution: daysTarget(scheme, set, priority), runs: "availability" };
}

function daysTarget(
	scheme: Extract<PriorityScheme, { kind: "days" }>,
	set: SupportSet,
	priority: PriorityCode | null,
): Target | null {
	const daysDueAt = scheme.daysDueAt ?? "closing";
	const ofSet = scheme.resolutionDays[set === "TECHNICAL" ? "technical" : "content"];
	if (typeof ofSet === "number") {
		return { allowance: { unit: "days", days: ofSet, daysDueAt }, clause: { section, table: null, row: set } };
	}
	if (priority === null || isSeverity(priority)) return null;
	return {
		allowance: { unit: "days", days: ofSet[priority], daysDueAt },
		clause: { section, table: null, row: priority },
	};
}

const isSeverity = (priority: PriorityCode | null): priority is "CRITICAL" | "MAJOR" | "MINOR" =>
	priority === "CRITICAL" || priority === "MAJOR" || priority === "MINOR";

/** Milliseconds of an allowance written `PT1H30M`. */
export const msOf = (duration: string): number => Temporal.Duration.from(duration).total("milliseconds");
