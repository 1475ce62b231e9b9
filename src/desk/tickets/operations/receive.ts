import { operation } from "../../../platform/operation.ts";
import { receive } from "../contract.ts";
import { mayReceive } from "../policy.ts";
import { followToken } from "../read/follow-token.ts";
import { replyBy } from "../read/reply-by.ts";
import { openTicket } from "../write.ts";
import { receivedAtOf } from "../write/received-at.ts";

export default operation(receive)({
	may: (actor, _, input) => mayReceive(actor, input.attachments.length > 0 || input.original !== null),
	async run(context, input) {
		const receivedAt = receivedAtOf(context, input.receivedAt);
		const { channel, reporter, subject, language, serviceId } = input;
		const { body, html, quotedFrom, messageId, attachments, original, isAutomatic } = input;
		const ticket = await openTicket(context, {
			channel,
			reporter,
			subject,
			language,
			serviceId,
			receivedAt,
			message: { body, html, quotedFrom, messageId, attachments, original, isAutomatic },
		});
		return {
			...ticket,
			token: followToken(context.settings, ticket.id),
			replyBy: (await replyBy(context.tx, receivedAt)).toString(),
		};
	},
});
