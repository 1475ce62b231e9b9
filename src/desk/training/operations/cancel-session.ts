import { operation } from "../../../platform/operation.ts";
import { cancelSession } from "../contract.ts";
import { trainingCancelled } from "../facts.ts";
import { mayOrganise } from "../policy.ts";
import { obstaclesTo } from "../rules/session.ts";
import { answerWith, sessionForAct, writeSession } from "../write.ts";

export default operation(cancelSession)({
	load: sessionForAct,
	may: (actor, session) => [...mayOrganise(actor, session), ...obstaclesTo("cancel", session)],
	async run(context, _, session) {
		const { serviceId, set } = session;
		const version = await writeSession(context, session, { state: "cancelled" });
		context.record(trainingCancelled.of(session.id, version, { serviceId, set }));
		return answerWith(context, session.id);
	},
});
