import { operation } from "../../../platform/operation.ts";
import { askUser } from "../contract.ts";
import { ticketPaused } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { catalogueDays } from "../read/catalogue-days.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { resumeAfter } from "../rules/life-cycle.ts";
import { addMessage, move } from "../write.ts";
import { channelToUser } from "../write/answer-ticket.ts";
import { beginPause, silenceAfterQuestion } from "../write/silence.ts";

export default operation(askUser)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("askUser", actor, ticket),
	async run(context, input, ticket) {
		const from = resumeAfter("askUser", ticket.situation.state);
		const moved = await move(context, ticket, "askUser", {
			resume_state: from,
			...silenceAfterQuestion(context, await catalogueDays(context)),
		});
		await beginPause(context, moved.id);
		const messageId = await addMessage(context, moved.id, {
			kind: "QUESTION_TO_USER",
			audience: "USER",
			direction: "OUT",
			channel: channelToUser(ticket, input.byPhone),
			body: input.body,
		});
		context.record(ticketPaused.of(moved.id, moved.version, { from, messageId }));
		return moved;
	},
});
