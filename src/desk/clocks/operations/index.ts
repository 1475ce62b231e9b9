import type { Operation } from "../../../platform/operation.ts";
import check from "./check.ts";
import dueTickets from "./due-tickets.ts";
import escalate from "./escalate.ts";
import { clocksOfTicket, clocksOfTickets, whyDeadlineIs } from "./questions.ts";
import rebuild from "./rebuild.ts";
import settleLegal from "./settle-legal.ts";
import sweep from "./sweep.ts";

export const operations = [
	clocksOfTicket,
	clocksOfTickets,
	whyDeadlineIs,
	sweep,
	dueTickets,
	escalate,
	settleLegal,
	check,
	rebuild,
] as unknown as readonly Operation[];
