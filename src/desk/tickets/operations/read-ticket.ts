import { operation } from "../../../platform/operation.ts";
import { read } from "../contract.ts";
import { mayRead } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { ticketView } from "../read/view.ts";

export default operation(read)({
	load: (context, input) => ticketInScope(context, input.id, { withTerms: true }),
	may: mayRead,
	run: (context, _, ticket) => ticketView(context, ticket),
});
