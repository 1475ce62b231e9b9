import { Refusal } from "../../../kernel/refusal.ts";
import { recordBounce as keepBounce } from "../../../platform/mail/outbox.ts";
import { operation } from "../../../platform/operation.ts";
import { recordBounce } from "../contract.ts";
import { mailBounced } from "../facts.ts";
import { mayRunDoors } from "../policy.ts";

export default operation(recordBounce)({
	may: mayRunDoors,
	async run(context, input) {
		const bounced = await keepBounce(context.tx, input.id, input.recipient, input.status, context.now);
		if (bounced === null) throw new Refusal("not-found", "foreign-report");
		const { purpose, aboutId, attempts } = bounced;
		context.record(mailBounced.of(input.id, attempts + 1, { purpose, aboutId, attempts }));
		return { id: input.id };
	},
});
