import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { undoSend } from "../contract.ts";
import { mayDraft } from "../policy.ts";
import { ownerOf } from "../read/drafts.ts";
import { ticketInScope } from "../read/ticket-row.ts";
import { takeFromOutbox } from "../write/draft.ts";

export default operation(undoSend)({
	load: (context, input) => ticketInScope(context, input.id),
	may: mayDraft,
	async run(context, { id }) {
		const draft = await takeFromOutbox(context, id, ownerOf(context));
		if (!draft) throw new Refusal("conflict", "already-sent");
		return draft;
	},
});
