import { operation } from "../../../platform/operation.ts";
import { correctReporter } from "../contract.ts";
import { reporterCorrected } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { reporterOf } from "../read/reporter.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { bump } from "../write.ts";

/** Whoever may note something on the ticket may set right who asked. The fact says what was changed, never to what. */
export default operation(correctReporter)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("note", actor, ticket),
	async run(context, input, ticket) {
		const { group, name, email, phone } = input;
		const before = { ...(await reporterOf(context.tx, input.id)), group: ticket.row.user_group };
		const now = { name, email, phone, group };
		const changed = (Object.keys(now) as (keyof typeof now)[]).filter((field) => now[field] !== before[field]);
		await context.tx
			.insertInto("ticket_reporter")
			.values({ ticket_id: input.id, name, email, phone })
			.onConflict((conflict) => conflict.column("ticket_id").doUpdateSet({ name, email, phone }))
			.execute();
		const moved = await bump(context, ticket, { user_group: group });
		context.record(reporterCorrected.of(moved.id, moved.version, { group, changed }));
		return moved;
	},
});
