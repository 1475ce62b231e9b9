import { operation } from "../../../platform/operation.ts";
import { start } from "../contract.ts";
import { ticketStarted } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";

export default operation(start)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("start", actor, ticket),
	async run(context, _, ticket) {
		const moved = await move(context, ticket, "start");
		context.record(ticketStarted.of(moved.id, moved.version, {}));
		return moved;
	},
});
