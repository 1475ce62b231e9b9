import { operation } from "../../../platform/operation.ts";
import { confirmSession } from "../contract.ts";
import { trainingConfirmed } from "../facts.ts";
import { mayJudge } from "../policy.ts";
import { obstaclesTo } from "../rules/session.ts";
import { answerWith, sessionForAct, writeSession } from "../write.ts";

export default operation(confirmSession)({
	load: sessionForAct,
	may: (actor, session) => [...mayJudge(actor, session), ...obstaclesTo("confirm", session)],
	async run(context, _, session) {
		const { serviceId, set } = session;
		const confirmedBy = context.actor.kind === "person" ? context.actor.personId : null;
		const version = await writeSession(context, session, { confirmed_by: confirmedBy });
		const plannedFor = session.planned_for?.toString() ?? "";
		context.record(trainingConfirmed.of(session.id, version, { serviceId, set, plannedFor }));
		return answerWith(context, session.id);
	},
});
