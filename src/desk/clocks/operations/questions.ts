import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { visibleTo } from "../../tickets/read/scope.ts";
import { ticketInScope } from "../../tickets/read/ticket-row.ts";
import { ofTicket, ofTickets, why } from "../contract.ts";
import { mayListClocks, mayReadClocks } from "../policy.ts";
import { clockInScope } from "../read/clock-row.ts";
import { clockRowsOf, escalationOf, escalationView } from "../read/deadlines.ts";
import { seenBy } from "../read/seen-by.ts";
import { clockView } from "../read/view.ts";
import { whyDeadline } from "../read/why.ts";

export const clocksOfTicket = operation(ofTicket)({
	load: (context, { ticketId }) => ticketInScope(context, ticketId),
	may: mayReadClocks,
	async run({ tx, actor, now }, { ticketId }) {
		const rows = await seenBy(tx, actor, (await clockRowsOf(tx, [ticketId])).get(ticketId) ?? []);
		const escalation = await escalationOf(tx, ticketId);
		return {
			clocks: await Promise.all(rows.map((row) => clockView(tx, row, now))),
			escalation: escalation && (await escalationView(tx, escalation)),
		};
	},
});

export const clocksOfTickets = operation(ofTickets)({
	may: mayListClocks,
	async run({ tx, actor, now }, { ticketIds }) {
		const seen = await tx
			.selectFrom("ticket")
			.select("id")
			.where("id", "in", ticketIds)
			.where(visibleTo(actor))
			.execute();
		const found = await clockRowsOf(
			tx,
			seen.map(({ id }) => id),
		);
		const rows = [];
		const shown = new Set((await seenBy(tx, actor, [...found.values()].flat())).map(({ id }) => id));
		for (const [ticketId, clocks] of found) {
			const own = clocks.filter(({ id }) => shown.has(id));
			rows.push({ ticketId, clocks: await Promise.all(own.map((row) => clockView(tx, row, now))) });
		}
		return { rows };
	},
});

export const whyDeadlineIs = operation(why)({
	async load({ tx, actor }, { id }) {
		const [row] = await seenBy(tx, actor, [await clockInScope(tx, actor, id)]);
		if (!row) throw notFound("clock");
		return row;
	},
	may: mayReadClocks,
	run: ({ tx, now }, _input, row) => whyDeadline(tx, row, now),
});
