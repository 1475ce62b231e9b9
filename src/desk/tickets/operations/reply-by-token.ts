import { operation } from "../../../platform/operation.ts";
import { replyByToken } from "../contract.ts";
import { mayAnyone } from "../policy.ts";
import { ticketByToken } from "../read/by-token.ts";
import { takeReply } from "../write/take-reply.ts";

export default operation(replyByToken)({
	load: (context, input) => ticketByToken(context, input.token, true),
	may: mayAnyone,
	async run(context, input, ticket) {
		const taken = await takeReply(context, ticket, { from: "USER", channel: "WEB_FORM", body: input.body });
		return { number: taken.ticket.number, isNewTicket: taken.outcome === "NEW_TICKET" };
	},
});
