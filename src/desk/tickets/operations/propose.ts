import { operation } from "../../../platform/operation.ts";
import { propose } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { say } from "../write/say.ts";

export default operation(propose)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("propose", actor, ticket),
	run: (context, input, ticket) =>
		say(context, ticket, "propose", {
			kind: input.kind === "ANSWER" ? "PROPOSED_ANSWER" : "PROPOSED_QUESTION",
			audience: "SECOND_LEVEL",
			direction: "IN",
			body: input.body,
		}),
});
