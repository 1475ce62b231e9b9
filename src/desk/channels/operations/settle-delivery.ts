import { Refusal } from "../../../kernel/refusal.ts";
import { settleAttempt } from "../../../platform/mail/outbox.ts";
import { operation } from "../../../platform/operation.ts";
import { settleDelivery } from "../contract.ts";
import { mailDeferred, mailFailed, mailSent } from "../facts.ts";
import { mayRunDoors } from "../policy.ts";

const factOf = { SENT: mailSent, QUEUED: mailDeferred, FAILED: mailFailed };

export default operation(settleDelivery)({
	may: mayRunDoors,
	async run(context, input) {
		const { id, outcome, response } = input;
		const settled = await settleAttempt(context.tx, id, { outcome, response }, context.now);
		if (settled === null) throw new Refusal("conflict", "already-settled");
		const { state, purpose, aboutId, attempts } = settled;
		context.record(factOf[state].of(id, attempts, { purpose, aboutId, attempts }));
		return { id, state };
	},
});
