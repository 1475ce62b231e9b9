import { operation } from "../../../platform/operation.ts";
import { planSession } from "../contract.ts";
import { trainingPlanned } from "../facts.ts";
import { isLeadOf, mayOrganise } from "../policy.ts";
import { obstaclesTo } from "../rules/session.ts";
import { answerWith, sessionForAct, writeSession } from "../write.ts";

export default operation(planSession)({
	load: sessionForAct,
	may: (actor, session) => [...mayOrganise(actor, session), ...obstaclesTo("plan", session)],
	async run(context, input, session) {
		const { serviceId, set } = session;
		const { actor } = context;
		// A lead's own setting is its confirmation; the client's, also of a new time, waits for one.
		const confirmedBy = actor.kind === "person" && isLeadOf(actor, set) ? actor.personId : null;
		const plannedFor = Temporal.Instant.from(input.plannedFor);
		const version = await writeSession(context, session, {
			state: "planned",
			planned_for: plannedFor,
			place: input.place,
			confirmed_by: confirmedBy,
		});
		const payload = { serviceId, set, plannedFor: plannedFor.toString(), confirmed: confirmedBy !== null };
		context.record(trainingPlanned.of(session.id, version, payload));
		return answerWith(context, session.id);
	},
});
