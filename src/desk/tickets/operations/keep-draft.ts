import { operation } from "../../../platform/operation.ts";
import { keepDraft } from "../contract.ts";
import { mayDraft } from "../policy.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { writeDraft } from "../write/draft.ts";

export default operation(keepDraft)({
	load: (context, input) => ticketInScope(context, input.id),
	may: mayDraft,
	run: (context, { id, audience, version, body }) => writeDraft(context, { id, audience, seen: version }, { body }),
});
