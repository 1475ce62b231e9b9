import { operation } from "../../../platform/operation.ts";
import { markSpam } from "../contract.ts";
import { ticketMarkedSpam } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";

export default operation(markSpam)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("markSpam", actor, ticket),
	async run(context, _, ticket) {
		const moved = await move(context, ticket, "markSpam");
		context.record(ticketMarkedSpam.of(moved.id, moved.version, {}));
		return moved;
	},
});
