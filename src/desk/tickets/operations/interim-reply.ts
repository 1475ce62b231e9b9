import { refuseIf } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { interimReply } from "../contract.ts";
import { interimReplySent } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { addMessage, move } from "../write.ts";
import { channelToUser } from "../write/answer-ticket.ts";

export default operation(interimReply)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("interimReply", actor, ticket),
	async run(context, input, ticket) {
		const expectedOn = Temporal.PlainDate.from(input.expectedOn);
		const isPast = Temporal.PlainDate.compare(expectedOn, context.today) < 0;
		refuseIf(isPast ? [{ code: "expected-day-past", at: "expectedOn" }] : []);
		const moved = await move(context, ticket, "interimReply", { interim_expected_on: expectedOn });
		const messageId = await addMessage(context, moved.id, {
			kind: "INTERIM_REPLY",
			audience: "USER",
			direction: "OUT",
			channel: channelToUser(ticket, input.byPhone),
			body: input.body,
		});
		context.record(interimReplySent.of(moved.id, moved.version, { expectedOn: input.expectedOn, messageId }));
		return moved;
	},
});
