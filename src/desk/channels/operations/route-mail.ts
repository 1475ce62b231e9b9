import type { TicketId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import { routeMail } from "../contract.ts";
import { mayRunDoors } from "../policy.ts";
import { foundClues } from "../read.ts";
import { routeOf } from "../rules/thread.ts";

export default operation(routeMail)({
	may: mayRunDoors,
	async run(context, input) {
		const route = routeOf(await foundClues(context, input.clues, input.sender));
		return route as typeof route & { ticketId: TicketId; suggestion: { ticketId: TicketId } | null };
	},
});
