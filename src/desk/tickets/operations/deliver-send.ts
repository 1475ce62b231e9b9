import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { deliverSend } from "../contract.ts";
import { mayDo, mayDraft } from "../policy.ts";
import { dueSendOf, ownerOf } from "../read/drafts.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import type { SendKind } from "../rules/codes.ts";
import { takeFromOutbox } from "../write/draft.ts";
import { sendToUser } from "../write/send-to-user.ts";

/**
 * Performed as the author, whose words and fact they are. Rights and guards are asked again; the version is not, for what
 * the author did on the ticket within the ten seconds is no reason to keep the reply back.
 */
export default operation(deliverSend)({
	load: async (context, input) => ({
		ticket: await ticketInScope(context, input.id, { lock: true }),
		waiting: await dueSendOf(context, input.id),
	}),
	may: (actor, { ticket, waiting }) =>
		waiting === null ? mayDraft(actor) : mayDo(waiting.send_kind as SendKind, actor, ticket),
	async run(context, input, { ticket, waiting }) {
		if (waiting === null) throw new Refusal("too-soon", "nothing-due");
		await takeFromOutbox(context, input.id, ownerOf(context), { body: "" });
		return sendToUser(context, ticket, waiting.send_kind as SendKind, {
			body: waiting.body,
			byPhone: false,
			expectedOn: waiting.expected_on,
		});
	},
});
