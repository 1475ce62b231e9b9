import { operation } from "../../../platform/operation.ts";
import { acknowledge } from "../contract.ts";
import { ticketAcknowledged } from "../facts.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { move } from "../write.ts";

export default operation(acknowledge)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("acknowledge", actor, ticket),
	async run(context, input, ticket) {
		const moved = await move(context, ticket, "acknowledge", { external_reference: input.externalReference });
		const hasExternalReference = input.externalReference !== null;
		context.record(ticketAcknowledged.of(moved.id, moved.version, { hasExternalReference }));
		return moved;
	},
});
