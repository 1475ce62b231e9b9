import { operation } from "../../../platform/operation.ts";
import { interimReply } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { sendToUser } from "../write/send-to-user.ts";

export default operation(interimReply)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("interimReply", actor, ticket),
	run: (context, input, ticket) =>
		sendToUser(context, ticket, "interimReply", { ...input, expectedOn: Temporal.PlainDate.from(input.expectedOn) }),
});
