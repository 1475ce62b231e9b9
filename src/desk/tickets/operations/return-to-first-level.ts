import { operation } from "../../../platform/operation.ts";
import { returnToFirstLevel } from "../contract.ts";
import { ticketReturned } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { addMessage, move } from "../write.ts";

export default operation(returnToFirstLevel)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("return", actor, ticket),
	async run(context, input, ticket) {
		const moved = await move(context, ticket, "return", { returns: ticket.row.returns + 1, target_order: null });
		const messageId = await addMessage(context, moved.id, {
			kind: "RETURN",
			audience: "SECOND_LEVEL",
			direction: "IN",
			body: input.explanation,
		});
		context.record(ticketReturned.of(moved.id, moved.version, { reason: input.reason, messageId }));
		return moved;
	},
});
