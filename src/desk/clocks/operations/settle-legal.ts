import { notFound, Refusal } from "../../../kernel/refusal.ts";
import type { TicketId } from "../../../kernel/id.ts";
import { refuseStale } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { openedBy, ticketInScope } from "../../tickets/read.ts";
import { settleLegal } from "../contract.ts";
import { legalClockSettled } from "../facts.ts";
import { maySettleLegal } from "../policy.ts";
import { clockInScope, clockRows } from "../read/clock-row.ts";
import { ofClock } from "../read/of-clock.ts";
import { clockView } from "../read/view.ts";
import { type ClockKind, legalKinds } from "../rules/kinds.ts";
import { endClocks } from "../write/clocks.ts";

/** A person decides whether a matter is significant; the desk reports nothing by itself (F17). */
export default operation(settleLegal)({
	async load(context, { id, version }) {
		const row = await clockInScope(context.tx, context.actor, id);
		if (!(legalKinds as readonly string[]).includes(row.kind)) throw notFound("clock");
		const { exposure } = await ticketInScope(context, row.ticket_id as TicketId, { lock: true });
		await refuseStale(context.tx, "clock", id, version, row.version);
		return { row, exposure };
	},
	may: (actor, { exposure }) => maySettleLegal(openedBy(actor, exposure)),
	async run(context, { id, outcome, reason }, { row }) {
		if (row.ended_at !== null) throw new Refusal("conflict", "clock-ended");
		const state = outcome === "REPORTED" ? "met" : "cancelled";
		await endClocks(context, row.ticket_id, [row.kind as ClockKind], state);
		await context.tx.updateTable("clock").set({ settled_reason: reason }).where("id", "=", id).execute();
		context.record(legalClockSettled.of(id, row.version + 1, { ...ofClock(row), outcome }));
		const settled = await clockRows(context.tx).where("id", "=", id).executeTakeFirstOrThrow();
		return clockView(context.tx, settled, context.now);
	},
});
