import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { recordOtherBodyAnswer } from "../contract.ts";
import { otherBodyAnswered } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { addMessage, move } from "../write.ts";

export default operation(recordOtherBodyAnswer)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("recordOtherBodyAnswer", actor, ticket),
	async run(context, input, ticket) {
		const answered = await context.tx
			.updateTable("ticket_other_body")
			.set({ answered_at: context.now })
			.where("ticket_id", "=", input.id)
			.where("id", "=", input.otherBodyId)
			.where("asked_at", "is not", null)
			.where("answered_at", "is", null)
			.returning("id")
			.executeTakeFirst();
		if (!answered) throw new Refusal("conflict", "other-body-not-asked");
		const moved = await move(context, ticket, "recordOtherBodyAnswer");
		const messageId = await addMessage(context, moved.id, {
			kind: "FROM_OTHER_BODY",
			audience: "SECOND_LEVEL",
			direction: "IN",
			body: input.answer,
		});
		const { otherBodyId } = input;
		context.record(otherBodyAnswered.of(moved.id, moved.version, { otherBodyId, messageId, to: moved.state }));
		return moved;
	},
});
