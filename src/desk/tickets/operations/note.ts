import { operation } from "../../../platform/operation.ts";
import { note } from "../contract.ts";
import { mayDo } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { say } from "../write/say.ts";

export default operation(note)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket) => mayDo("note", actor, ticket),
	run: (context, input, ticket) =>
		say(context, ticket, "note", { kind: "NOTE", audience: "INTERNAL", direction: "NOTE", body: input.body }),
});
