import { operation } from "../../../platform/operation.ts";
import { present } from "../contract.ts";
import { mayReadPresence } from "../policy.ts";
import { presentAt } from "../read/presence.ts";
import { ticketInScope } from "../read/ticket-row.ts";

export default operation(present)({
	load: async (context, { id }) => (id === undefined ? null : ticketInScope(context, id)),
	may: mayReadPresence,
	run: async (context, { id }) => ({ rows: await presentAt(context, id) }),
});
