import type { TicketView } from "../../src/desk/tickets/contract.ts";

type StepView = TicketView["steps"][number];

/** What each word of `path` in the requests stands for: a fact of the ticket, where needed with what it says. */
const milestones: Readonly<Record<string, (step: StepView) => boolean>> = {
	received: ({ name }) => name === "ticket-received",
	triaged: ({ name }) => name === "ticket-triaged",
	solved_at_L1: ({ name, codes }) => name === "ticket-solved" && codes.level === 1,
	escalated_L2: ({ name }) => name === "ticket-handed-over",
	escalated_L2_security: ({ name, codes }) =>
		name === "ticket-handed-over" && Array.isArray(codes.flags) && codes.flags.includes("security"),
	acknowledged_L2: ({ name }) => name === "ticket-acknowledged",
	in_progress_L2: ({ name }) => name === "ticket-started",
	waiting_other_body: ({ name }) => name === "other-body-asked",
	solved_at_L2: ({ name, codes }) => name === "ticket-solved" && codes.level === 2,
	linked_to_parent: ({ name, codes }) => name === "ticket-linked" && codes.kind === "CHILD",
	linked_to_original: ({ name, codes }) => name === "ticket-linked" && codes.kind === "RELATED",
	/** The complaint becomes the content lead's own. */
	hierarchical_attention: ({ name }) => name === "ticket-assigned",
	redirected_to_competent_body: ({ name }) => name === "ticket-redirected",
	answered: ({ name }) => name === "ticket-answered",
	answered_with_outage_notice: ({ name }) => name === "ticket-answered",
	closed: ({ name, codes }) => name === "ticket-closed" && codes.reason !== "WITH_PARENT",
	closed_with_parent: ({ name, codes }) => name === "ticket-closed" && codes.reason === "WITH_PARENT",
};

/** As many words of the path as the ticket's steps hold in that order; the whole path when it was gone to its end. */
export function pathGone(path: readonly string[], steps: readonly StepView[]): string[] {
	let from = 0;
	const gone: string[] = [];
	for (const word of path) {
		const isMilestone = milestones[word];
		if (!isMilestone) throw new Error(`no fact stands for the word ${word}`);
		const found = steps.findIndex((step, index) => index >= from && isMilestone(step));
		if (found < 0) break;
		gone.push(word);
		from = found + 1;
	}
	return gone;
}
