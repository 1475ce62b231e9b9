import { operation } from "../../../platform/operation.ts";
import { settleArrival } from "../contract.ts";
import { arrivalTakenIn } from "../facts.ts";
import { mayRunDoors } from "../policy.ts";
import { takenIn } from "../write.ts";

export default operation(settleArrival)({
	may: mayRunDoors,
	async run(context, input) {
		const { version, channel } = await takenIn(context, input.id, input.outcome);
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
		context.record(arrivalTakenIn.of(input.id, version, { channel, outcome: input.outcome, ticketId: input.ticketId }));
		return { id: input.id };
	},
});
