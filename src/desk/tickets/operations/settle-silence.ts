import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { settleSilence } from "../contract.ts";
import { userReminded } from "../facts.ts";
import { mayDo, maySystem } from "../policy.ts";
import { catalogueDays } from "../read/catalogue-days.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { nextSilenceCheck, silenceDue } from "../rules/silence.ts";
import { bump } from "../write.ts";
import { closeTicket } from "../write/close-ticket.ts";

/** One ticket at a time, so that one that cannot be settled holds up no other; refuses `nothing-due` when it is too soon. */
export default operation(settleSilence)({
	load: (context, input) => ticketInScope(context, input.id, { lock: true }),
	may: (actor, ticket) => [...maySystem(actor), ...mayDo("closeForSilence", actor, ticket)],
	async run(context, _, ticket) {
		const { row } = ticket;
		const isAsked = row.state === "waitingUser";
		const days = await catalogueDays(context);
		const terms = isAsked ? days : { ...days, reminderDays: [] };
		const due = row.silent_since ? silenceDue(row.silent_since, row.reminded, terms, context.now) : null;
		if (due === null || row.silent_since === null) throw new Refusal("too-soon", "nothing-due");
		if (due === "close") {
			return closeTicket(context, ticket, "closeForSilence", isAsked ? "NO_ANSWER_FROM_USER" : "SILENCE_AFTER_ANSWER");
		}
		const moved = await bump(context, ticket, {
			reminded: due,
			silence_check_at: nextSilenceCheck(row.silent_since, due, terms),
		});
		context.record(userReminded.of(moved.id, moved.version, { ordinal: due }));
		return moved;
	},
});
