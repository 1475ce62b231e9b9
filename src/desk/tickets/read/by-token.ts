import { notFound } from "../../../kernel/refusal.ts";
import type { Context } from "../../../platform/operation.ts";
import { linkEndsOn } from "../rules/tracking-link.ts";
import { ticketOfToken } from "./follow-token.ts";
import { type LoadedTicket, ticketInScope } from "./ticket-row.ts";

/**
 * The user's own ticket by the link in a mail, restricted or not: the token is the right (§2.2, US), until the link ends. Then
 * it is refused like one that never was.
 */
export async function ticketByToken(context: Context, token: string, lock: boolean): Promise<LoadedTicket> {
	const actor = { kind: "system", name: "tracking-link" } as const;
	const ticket = await ticketInScope({ ...context, actor }, ticketOfToken(context.settings, token), { lock });
	const lastDay = linkEndsOn(ticket.row);
	if (lastDay !== null && Temporal.PlainDate.compare(context.today, lastDay) > 0) throw notFound("ticket");
	return ticket;
}
