import type { Context } from "../../../platform/operation.ts";
import { ticketOfToken } from "./follow-token.ts";
import { type LoadedTicket, ticketInScope } from "./ticket-row.ts";

/** The user's own ticket by the link in a mail, restricted or not: the token is the right (§2.2, US). */
export const ticketByToken = (context: Context, token: string, lock: boolean): Promise<LoadedTicket> =>
	ticketInScope(
		{ ...context, actor: { kind: "system", name: "tracking-link" } },
		ticketOfToken(context.settings, token),
		{ lock },
	);
