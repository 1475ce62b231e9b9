import { operation } from "../../../platform/operation.ts";
import { close } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { closeTicket } from "../write/close-ticket.ts";

export default operation(close)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("close", actor, ticket),
	run: (context, _, ticket) => closeTicket(context, ticket, "close", "CONFIRMED"),
});
