import { operation } from "../../../platform/operation.ts";
import { take } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { takeTicket } from "../write/take-ticket.ts";

export default operation(take)({
	load: (context, input) => ticketForAct(context, input, { withTerms: true }),
	may: (actor, ticket) => mayDo("take", actor, ticket),
	run: (context, _, ticket) => takeTicket(context, ticket),
});
