import type { Reaction } from "../../platform/operation.ts";
import { clockBreached, clockMoved, clockWarned, userDeadlineAtRisk } from "../clocks/facts.ts";
import * as ticketFacts from "../tickets/facts.ts";
import { refreshRows } from "./write.ts";

const { personalDataRevealed: _, ...changes } = ticketFacts;

/** The row follows every fact of its ticket and of its clocks, after the clocks have followed it. */
export const reactions: readonly Reaction[] = [
	...Object.values(changes).map((kind): Reaction => ({
		to: kind.name,
		run: (context, fact) => refreshRows(context, fact.id),
	})),
	...[clockWarned, clockBreached, clockMoved, userDeadlineAtRisk].map((kind): Reaction => ({
		to: kind.name,
		run: (context, fact) => refreshRows(context, String(fact.payload.ticketId)),
	})),
];
