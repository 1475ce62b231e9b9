import { operation } from "../../../platform/operation.ts";
import { registerCall } from "../contract.ts";
import { mayIntake } from "../policy.ts";
import { openTicket } from "../write.ts";
import { receivedAtOf } from "../write/received-at.ts";

/** Whoever takes the call has the ticket. */
export default operation(registerCall)({
	may: mayIntake,
	async run(context, input) {
		return openTicket(context, {
			channel: "PHONE",
			reporter: input.caller,
			subject: input.subject,
			language: input.language,
			serviceId: input.serviceId,
			receivedAt: receivedAtOf(context, input.receivedAt),
			ownerId: context.actor.kind === "person" ? context.actor.personId : null,
			message: { body: input.body },
		});
	},
});
