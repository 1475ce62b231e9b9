import { refuseIf } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { send } from "../contract.ts";
import { mayDo, mayDraft } from "../policy.ts";
import { ticketForAct } from "../read/ticket-row.ts";
import { expectedDayObstacles } from "../rules/expected-day.ts";
import { writeDraft } from "../write/draft.ts";

/** Seconds in which a reply can be called back. */
const secondsInOutbox = 10;

/**
 * The reply waits in its author's draft, on the desk and not in the browser: a closed window neither loses it nor sends it
 * early. What stands against it is said now; when its time comes it is asked once more.
 */
export default operation(send)({
	load: (context, input) => ticketForAct(context, input),
	may: (actor, ticket, input) => [...mayDraft(actor), ...mayDo(input.kind, actor, ticket)],
	async run(context, { id, kind, body, expectedOn, draft }) {
		const day = kind === "interimReply" ? expectedOn : null;
		if (kind === "interimReply") refuseIf(expectedDayObstacles(day, context.today));
		return writeDraft(
			context,
			{ id, audience: "USER", seen: draft },
			{
				body,
				send_kind: kind,
				expected_on: day === null ? null : Temporal.PlainDate.from(day),
				send_at: context.now.add({ seconds: secondsInOutbox }),
			},
		);
	},
});
