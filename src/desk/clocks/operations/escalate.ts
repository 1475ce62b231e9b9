import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { openedBy, ticketInScope } from "../../tickets/read.ts";
import { escalate } from "../contract.ts";
import { mayEscalate } from "../policy.ts";
import { escalationOf, escalationView } from "../read/deadlines.ts";
import { currentHandOver, moveEscalations } from "../write/escalation.ts";

export default operation(escalate)({
	load: (context, { ticketId }) => ticketInScope(context, ticketId, { lock: true }),
	may: (actor, { exposure }) => mayEscalate(openedBy(actor, exposure)),
	async run(context, { ticketId }) {
		const row = await currentHandOver(context, ticketId);
		if (!row) throw new Refusal("conflict", "not-at-second-level");
		if ((await moveEscalations(context, [row], "MANUAL")) === 0) throw new Refusal("conflict", "end-of-path");
		return escalationView(context.tx, (await escalationOf(context.tx, ticketId))!);
	},
});
