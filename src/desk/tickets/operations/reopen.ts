import { operation } from "../../../platform/operation.ts";
import { reopen } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { reopenTicket } from "../write/reopen-ticket.ts";

export default operation(reopen)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("reopen", actor, ticket),
	run: (context, input, ticket) =>
		reopenTicket(context, ticket, "DESK", {
			kind: "REOPENING",
			audience: "INTERNAL",
			direction: "NOTE",
			body: input.reason,
		}),
});
