import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { settleArrival } from "../contract.ts";
import { arrivalTakenIn } from "../facts.ts";
import { mayRunDoors } from "../policy.ts";
import { arrival } from "../read.ts";
import { takenIn } from "../write.ts";

export default operation(settleArrival)({
	load: (context, input) => arrival(context.tx, input.id),
	may: mayRunDoors,
	async run(context, input, row) {
		const version = await takenIn(context, input.id, input.outcome);
		if (version === 0) throw new Refusal("conflict", "already-settled");
		if (input.ticketId !== null && input.suggestion !== null) {
			await context.tx
				.insertInto("suggested_link")
				.values({
					ticket_id: input.ticketId,
					suggested_id: input.suggestion.ticketId,
					by: input.suggestion.by,
					at: context.now,
				})
				.onConflict((conflict) => conflict.doNothing())
				.execute();
		}
		const channel = row.channel as "EMAIL" | "WEB_FORM";
		context.record(arrivalTakenIn.of(input.id, version, { channel, outcome: input.outcome, ticketId: input.ticketId }));
		return { id: input.id };
	},
});
