import type { PersonId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import { holdersOf } from "../../identity/read.ts";
import { assignees } from "../contract.ts";
import { mayDo, ownerRoles } from "../policy.ts";
import { ableFor } from "../read/able.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { ownerWarnings } from "../rules/qualification.ts";

const byName = new Intl.Collator("sl").compare;

export default operation(assignees)({
	load: (context, input) => ticketInScope(context, input.id, { withTerms: true }),
	may: (actor, ticket) => mayDo("assign", actor, ticket),
	async run(context, _, ticket) {
		const names = new Map<PersonId, string>();
		for (const role of ownerRoles(ticket.row.restricted)) {
			for (const { personId, name } of await holdersOf(context.tx, role, context.today)) names.set(personId, name);
		}
		const able = await ableFor(context, ticket);
		const rows = [...names].map(([personId, name]) => ({ personId, name, warnings: ownerWarnings(able, personId) }));
		return { rows: rows.toSorted((a, b) => byName(a.name, b.name)) };
	},
});
