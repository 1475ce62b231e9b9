import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import type { AgreementTerms } from "../../../desk/agreements/rules/terms.ts";
import { availabilityOf } from "../../../desk/calendars/rules/availability.ts";
import { alwaysOpen, calendarOf } from "../../../desk/calendars/rules/calendar.ts";
import { workingTimeOf } from "../../../desk/calendars/rules/horizon.ts";
import { workFreeDaysSi } from "../../../desk/calendars/rules/work-free-days-si.ts";
import { reckon } from "../../../desk/clocks/rules/reckoning.ts";
import { type Target, targetsFor } from "../../../desk/clocks/rules/targets.ts";
import type { TicketView } from "../../../desk/tickets/contract.ts";
import { computePriority } from "../../../desk/tickets/rules/priority.ts";
import { deskZone } from "../../../kernel/slovenian.ts";

export type PathChoice = { readonly order: number; readonly name: string };

/** Targets of the escalation path of the ticket's set, in order. */
export const pathOf = (terms: DraftTerms, set: TicketView["set"], nameOf: (key: string) => string): PathChoice[] =>
	(set === null ? [] : (terms.partI?.escalationPaths?.[set === "TECHNICAL" ? "technical" : "content"] ?? [])).flatMap(
		(step) =>
			step?.order == null
				? []
				: [{ order: step.order, name: step.kind === "person" ? nameOf(step.target ?? "") : (step.target ?? "") }],
	);

export type DueIf = { readonly response: string | null; readonly resolution: string | null };

/**
 * Both due times that a hand-over now would start, by the desk's own rules; null while something is missing. The server
 * counts again at the hand-over: this is what the adviser is told beforehand.
 */
export const dueIf = (
	terms: DraftTerms,
	ticket: Pick<TicketView, "type" | "set" | "effect" | "soleChannel" | "requiresOtherBodies" | "priority">,
	now: Temporal.Instant,
): DueIf | null => {
	const part = terms.partI as AgreementTerms["partI"] | undefined;
	if (part === undefined || ticket.type === null || ticket.set === null || ticket.effect === null) return null;
	const computed = computePriority(
		{
			type: ticket.type,
			effect: ticket.effect,
			soleChannel: ticket.soleChannel ?? part.service.soleChannel,
			requiresOtherBodies: ticket.requiresOtherBodies ?? false,
			personalDataBreachSuspected: false,
		},
		part.priorityScheme,
	);
	const targets = targetsFor(part.priorityScheme, {
		set: ticket.set,
		priority: ticket.priority?.code ?? computed.code,
		table: ticket.priority?.table ?? computed.table,
	});
	const calendar =
		targets.runs === "24x7"
			? alwaysOpen(deskZone)
			: availabilityOf(
					part.availability,
					ticket.set,
					workFreeDaysSi.map(({ date }) => date),
				);
	const time = workingTimeOf(calendarOf(calendar));
	const due = (target: Target | null): string | null => {
		if (target === null) return null;
		const found = reckon(time, now.epochMilliseconds, target.allowance, []);
		return "dueAt" in found ? Temporal.Instant.fromEpochMilliseconds(found.dueAt).toString() : null;
	};
	return { response: due(targets.response), resolution: due(targets.resolution) };
};
