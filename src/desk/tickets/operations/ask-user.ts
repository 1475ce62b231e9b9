import { operation } from "../../../platform/operation.ts";
import { askUser } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { sendToUser } from "../write/send-to-user.ts";

export default operation(askUser)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("askUser", actor, ticket),
	run: (context, input, ticket) => sendToUser(context, ticket, "askUser", { ...input, expectedOn: null }),
});
