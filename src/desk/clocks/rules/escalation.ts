import type { EscalationTarget } from "../../agreements/rules/terms.ts";
import { dueAfterDays } from "../../calendars/rules/days.ts";
import type { WorkingTime } from "../../calendars/rules/horizon.ts";
import { dueAt } from "../../calendars/rules/working-time.ts";
import type { Allowance } from "./targets.ts";

/** The target after the one that has the ticket, by the path's own order; null at its end. */
export const nextTarget = (path: readonly EscalationTarget[], order: number): EscalationTarget | null =>
	path.filter((target) => target.order > order).toSorted((a, b) => a.order - b.order)[0] ?? null;

/**
 * When the next target's turn comes by itself, for a ticket that its present target has had since `since` (UTC ms); null =
 * only by hand.
 *
 * `after` says it; where a path says nothing, no response in the response time calls the next one of one's own side, and
 * another body only a person calls (ESC-02, SM-2). Working days are those of the set's availability.
 */
export function turnOf(
	target: EscalationTarget,
	since: number,
	response: Allowance | null,
	time: WorkingTime,
): number | null {
	const after = target.after ?? (target.kind === "otherBody" ? "manual" : "responseDue");
	if (after === "manual") return null;
	if (after !== "responseDue") return dueAfterDays(time, since, after.workingDays) + 1;
	if (response === null) return null;
	return (
		(response.unit === "ms"
			? dueAt(time, since, response.ms)
			: dueAfterDays(time, since, response.days, response.daysDueAt)) + 1
	);
}
