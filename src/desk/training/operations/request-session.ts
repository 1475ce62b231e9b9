import { operation } from "../../../platform/operation.ts";
import { requestSession } from "../contract.ts";
import { trainingRequested } from "../facts.ts";
import { mayRequest } from "../policy.ts";
import { serviceForTraining } from "../read.ts";
import { answerWith } from "../write.ts";

export default operation(requestSession)({
	load: ({ tx, actor }, input) => serviceForTraining(tx, actor, input.serviceId),
	may: (actor, _, input) => mayRequest(actor, input),
	async run(context, { serviceId, set, reason }) {
		const id = context.newId();
		await context.tx
			.insertInto("training_session")
			.values({
				id,
				version: 1,
				service_id: serviceId,
				support_set: set,
				state: "requested",
				reason,
				requested_at: context.now,
			})
			.execute();
		context.record(trainingRequested.of(id, 1, { serviceId, set, reason }));
		return answerWith(context, id);
	},
});
