import { notFound } from "../../../kernel/refusal.ts";
import type { TicketId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import { ticketInScope } from "../../tickets/read/ticket-row.ts";
import { ofTicket, why } from "../contract.ts";
import { mayReadClocks } from "../policy.ts";
import { clockRows } from "../read/clock-row.ts";
import { clockRowsOf, escalationOf, escalationView } from "../read/deadlines.ts";
import { clockView } from "../read/view.ts";
import { whyDeadline } from "../read/why.ts";

export const clocksOfTicket = operation(ofTicket)({
	load: (context, { ticketId }) => ticketInScope(context, ticketId),
	may: mayReadClocks,
	async run({ tx, now }, { ticketId }) {
		const rows = (await clockRowsOf(tx, [ticketId])).get(ticketId) ?? [];
		const escalation = await escalationOf(tx, ticketId);
		return {
			clocks: await Promise.all(rows.map((row) => clockView(tx, row, now))),
			escalation: escalation && escalationView(escalation),
		};
	},
});

export const whyDeadlineIs = operation(why)({
	async load(context, { id }) {
		const row = await clockRows(context.tx).where("id", "=", id).executeTakeFirst();
		if (!row) throw notFound("clock");
		await ticketInScope(context, row.ticket_id as TicketId);
		return row;
	},
	may: mayReadClocks,
	run: ({ tx, now }, _input, row) => whyDeadline(tx, row, now),
});
