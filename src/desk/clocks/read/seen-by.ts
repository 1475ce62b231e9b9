import type { Actor } from "../../../kernel/actor.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import { isAtFirstLevel } from "../../tickets/read.ts";
import type { ClockRow } from "./clock-row.ts";

/** Second level gets the clocks of its own rounds: those before may be another client's (§2.2 rule 2). */
export async function seenBy(tx: Tx, actor: Actor, rows: readonly ClockRow[]): Promise<ClockRow[]> {
	const ids = [...new Set(rows.filter(isOfRound).map(({ ticket_id }) => ticket_id))];
	if (ids.length === 0) return [...rows];
	const tickets = await tx
		.selectFrom("ticket")
		.select(["id", "restricted", "handed_over_since"])
		.where("id", "in", ids)
		.execute();
	const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
	return rows.filter((row) => {
		const ticket = known.get(row.ticket_id);
		if (!ticket || isAtFirstLevel(actor, { isRestricted: ticket.restricted })) return true;
		const since = ticket.handed_over_since;
		return since !== null && Temporal.Instant.compare(row.started_at, since) >= 0;
	});
}

const isOfRound = ({ agreement_id }: ClockRow): boolean => agreement_id !== null;
