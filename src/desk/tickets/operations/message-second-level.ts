import { operation } from "../../../platform/operation.ts";
import { messageSecondLevel } from "../contract.ts";
import { isAtFirstLevel, mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { say } from "../write/say.ts";

export default operation(messageSecondLevel)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("messageSecondLevel", actor, ticket),
	run: (context, input, ticket) =>
		say(context, ticket, "messageSecondLevel", {
			kind: "REPLY",
			audience: "SECOND_LEVEL",
			direction: isAtFirstLevel(context.actor, ticket.exposure) ? "OUT" : "IN",
			body: input.body,
		}),
});
