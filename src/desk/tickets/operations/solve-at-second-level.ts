import { operation } from "../../../platform/operation.ts";
import { solveAtSecondLevel } from "../contract.ts";
import { ticketSolved } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { addMessage, move } from "../write.ts";

export default operation(solveAtSecondLevel)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("solveAtSecondLevel", actor, ticket),
	async run(context, input, ticket) {
		const moved = await move(context, ticket, "solveAtSecondLevel", { solved_level: 2 });
		const messageId = await addMessage(context, moved.id, {
			kind: "SOLUTION",
			audience: "SECOND_LEVEL",
			direction: "IN",
			body: input.solution,
		});
		const { isKnowledgeCandidate } = input;
		context.record(ticketSolved.of(moved.id, moved.version, { level: 2, messageId, isKnowledgeCandidate }));
		return moved;
	},
});
