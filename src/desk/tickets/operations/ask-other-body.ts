import { operation } from "../../../platform/operation.ts";
import { askOtherBody } from "../contract.ts";
import { otherBodyAsked } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { resumeAfter } from "../rules/life-cycle.ts";
import { addMessage, move } from "../write.ts";
import { markAsked } from "../write/other-bodies.ts";

export default operation(askOtherBody)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("askOtherBody", actor, ticket),
	async run(context, input, ticket) {
		const from = resumeAfter("askOtherBody", ticket.situation.state);
		const moved = await move(context, ticket, "askOtherBody", { resume_state: from });
		const otherBodyId = await markAsked(context, moved.id, input.name);
		const messageId = await addMessage(context, moved.id, {
			kind: "TO_OTHER_BODY",
			audience: "SECOND_LEVEL",
			direction: "OUT",
			body: input.question,
		});
		context.record(otherBodyAsked.of(moved.id, moved.version, { otherBodyId, messageId, from }));
		return moved;
	},
});
