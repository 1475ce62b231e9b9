import { operation } from "../../../platform/operation.ts";
import { redirect } from "../contract.ts";
import { ticketRedirected } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { after, move } from "../write.ts";
import { answerTicket } from "../write/answer-ticket.ts";

export default operation(redirect)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => [
		...mayDo("redirect", actor, ticket),
		...(ticket.row.type === "OUT_OF_SCOPE" ? [] : [{ code: "in-scope", at: "type" }]),
	],
	async run(context, input, ticket) {
		const changes = { competent_body: input.competentBody };
		const moved = await move(context, ticket, "redirect", changes);
		context.record(ticketRedirected.of(moved.id, moved.version, {}));
		if (input.reply === null) return moved;
		return answerTicket(context, after(ticket, moved, changes), {
			body: input.reply,
			byPhone: input.byPhone,
			kind: "REDIRECT",
		});
	},
});
