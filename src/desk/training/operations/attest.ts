import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { attest } from "../contract.ts";
import { trainingAttested } from "../facts.ts";
import { mayJudge } from "../policy.ts";
import { gateTwo, qualificationView, serviceForTraining } from "../read.ts";
import { obstaclesToAttest } from "../rules/session.ts";

export default operation(attest)({
	async load({ tx, actor }, input) {
		const service = await serviceForTraining(tx, actor, input.serviceId);
		return { service, training: (await gateTwo(tx, service.id))[input.set] };
	},
	may: (actor, { training }, input) => [
		...mayJudge(actor, input),
		...obstaclesToAttest({
			sessions: training.sessions.length,
			qualified: training.qualified.length,
			isAttested: training.attestedOn !== null,
		}),
	],
	async run(context, { serviceId, set }, { service, training }) {
		const { tx, actor, today } = context;
		const id = context.newId();
		await refusing({ attested_once: "already-attested" }, () =>
			tx
				.insertInto("training_attestation")
				.values({
					id,
					version: 1,
					service_id: serviceId,
					support_set: set,
					attested_on: today,
					attested_by: actor.kind === "person" ? actor.personId : "",
				})
				.execute(),
		);
		const payload = { serviceId, set, attestedOn: today.toString(), qualified: training.qualified.length };
		context.record(trainingAttested.of(id, 1, payload));
		return qualificationView(context, service);
	},
});
