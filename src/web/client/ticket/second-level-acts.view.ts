import type { TicketView } from "../../../desk/tickets/contract.ts";

const acts = [
	"acknowledge",
	"start",
	"solveAtSecondLevel",
	"propose",
	"proposeQuestion",
	"askOtherBody",
	"recordOtherBodyAnswer",
	"return",
] as const;
export type SecondLevelAct = (typeof acts)[number];

/** Acts of second level that are open now, in the order of the work; those of other states are left out. */
export const actsOf = (ticket: Pick<TicketView, "can">): SecondLevelAct[] =>
	acts.filter((act) => ticket.can[act === "proposeQuestion" ? "propose" : act].length === 0);
