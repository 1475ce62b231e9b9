import { operation } from "../../../platform/operation.ts";
import { addCall } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { takeReply } from "../write/take-reply.ts";

/** A further call counts like a further mail: it wakes a waiting ticket and opens an answered one again. */
export default operation(addCall)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("note", actor, ticket),
	async run(context, input, ticket) {
		const taken = await takeReply(context, ticket, { from: "USER", channel: "PHONE", body: input.body });
		return taken.ticket;
	},
});
