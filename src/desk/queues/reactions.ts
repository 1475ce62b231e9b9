import { onAll, type Reaction } from "../../platform/operation.ts";
import { clockBreached, clockMoved, clockWarned, userDeadlineAtRisk } from "../clocks/facts.ts";
import * as ticketFacts from "../tickets/facts.ts";
import { refreshRows } from "./write.ts";

const { personalDataRevealed: _, ...changes } = ticketFacts;
const ofClocks = [clockWarned, clockBreached, clockMoved, userDeadlineAtRisk];

/** The row follows every fact of its ticket and of its clocks, after the clocks have followed it. */
export const reactions: readonly Reaction[] = [
	onAll([...Object.values(changes), ...ofClocks], (context, facts) =>
		refreshRows(context, [...new Set(facts.map(({ id, payload }) => String(payload.ticketId ?? id)))]),
	),
];
