import { operation } from "../../../platform/operation.ts";
import { answer } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { answerTicket } from "../write/answer-ticket.ts";

export default operation(answer)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("answer", actor, ticket),
	run: (context, input, ticket) => answerTicket(context, ticket, input),
});
