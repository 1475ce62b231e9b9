import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { holdBackSend } from "../contract.ts";
import { sendingHeldBack } from "../facts.ts";
import { maySystem } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { takeFromOutbox } from "../write/draft.ts";

/** The author may be gone from the screen: that the reply was not sent stands in the ticket's history. */
export default operation(holdBackSend)({
	load: (context, input) => ticketInScope(context, input.id),
	may: maySystem,
	async run(context, { id, personId, code }, { row }) {
		const draft = await takeFromOutbox(context, id, personId, { held_back: code });
		if (!draft) throw new Refusal("too-soon", "nothing-due");
		context.record(sendingHeldBack.of(row.id, row.version, { personId, code }));
		return draft;
	},
});
