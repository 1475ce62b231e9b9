import type { ServiceId } from "../../../kernel/id.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import { operation } from "../../../platform/operation.ts";
import { holdersOf } from "../../identity/read.ts";
import { nameable } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";

/** People of second level for the ticket's service and set; without a service nobody. */
export default operation(nameable)({
	load: (context, input) => ticketInScope(context, input.id),
	may: (actor, ticket) => mayDo("restrict", actor, ticket),
	async run(context, _, { row }) {
		if (row.service_id === null) return { rows: [] };
		const where = { serviceId: row.service_id as ServiceId, set: row.support_set as SupportSet | null };
		const holders = await holdersOf(context.tx, "l2_agent", context.today, where);
		const names = new Map(holders.map(({ personId, name }) => [personId, name]));
		return { rows: [...names].map(([personId, name]) => ({ personId, name })) };
	},
});
