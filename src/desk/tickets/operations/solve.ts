import { operation } from "../../../platform/operation.ts";
import { solve } from "../contract.ts";
import { ticketSolved } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { addMessage, after, move } from "../write.ts";
import { answerTicket } from "../write/answer-ticket.ts";

export default operation(solve)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("solve", actor, ticket),
	async run(context, input, ticket) {
		const changes = { solved_level: 1 };
		const solved = await move(context, ticket, "solve", changes);
		const messageId = await addMessage(context, input.id, {
			kind: "SOLUTION",
			audience: "INTERNAL",
			direction: "NOTE",
			body: input.solution,
		});
		const { isKnowledgeCandidate } = input;
		context.record(ticketSolved.of(input.id, solved.version, { level: 1, messageId, isKnowledgeCandidate }));
		if (input.reply === null) return solved;
		return answerTicket(context, after(ticket, solved, changes), { body: input.reply, byPhone: false });
	},
});
