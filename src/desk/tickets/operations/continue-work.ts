import { operation } from "../../../platform/operation.ts";
import { continueWork } from "../contract.ts";
import { ticketResumed } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";
import { endPause, noSilence } from "../write/silence.ts";

export default operation(continueWork)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("continue", actor, ticket),
	async run(context, _, ticket) {
		const moved = await move(context, ticket, "continue", noSilence);
		await endPause(context, moved.id);
		context.record(ticketResumed.of(moved.id, moved.version, { to: moved.state, by: "CONTINUED", messageId: null }));
		return moved;
	},
});
