import { operation } from "../../../platform/operation.ts";
import { receiveReply } from "../contract.ts";
import { maySystem } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { receivedAtOf } from "../write/received-at.ts";
import { takeReply } from "../write/take-reply.ts";

/** The door has proved that the sender takes part; the ticket is locked instead of versioned, because mail cannot know one. */
export default operation(receiveReply)({
	load: (context, input) => ticketInScope(context, input.id, { lock: true }),
	may: maySystem,
	run: (context, input, ticket) =>
		takeReply(context, ticket, {
			from: input.from,
			channel: input.channel,
			body: input.body,
			html: input.html,
			quotedFrom: input.quotedFrom,
			messageId: input.messageId,
			attachments: input.attachments,
			original: input.original,
			isAutomatic: input.isAutomatic,
			// The user's name stands with the reporter alone; who wrote automatically may be somebody else.
			authorName: input.from === "USER" && !input.isAutomatic ? null : input.senderName,
			at: receivedAtOf(context, input.receivedAt),
		}),
});
