import { refusing } from "../../../platform/db/stale.ts";
import { operation } from "../../../platform/operation.ts";
import { substitutionsOf } from "../../identity/read.ts";
import { attest } from "../contract.ts";
import { trainingAttested } from "../facts.ts";
import { leadOffice, mayAttest } from "../policy.ts";
import { gateTwo, qualificationView, serviceForTraining } from "../read.ts";
import { obstaclesToAttest } from "../rules/session.ts";

export default operation(attest)({
	async load({ tx, actor, today }, input) {
		const service = await serviceForTraining(tx, actor, input.serviceId);
		const training = (await gateTwo(tx, service.id, today))[input.set];
		return { service, training, office: { substitutions: await substitutionsOf(tx, actor), today } };
	},
	may: (actor, { training, office }, input) => [
		...mayAttest(actor, input, office),
		...obstaclesToAttest({
			sessions: training.sessions.length,
			qualified: training.qualified.length,
			isAttested: training.attestedOn !== null,
		}),
	],
	async run(context, { serviceId, set }, { service, training }) {
		const { tx, actor, today } = context;
		const office = leadOffice(actor, set);
		if (!office || actor.kind !== "person") throw new Error("an attestation by nobody who leads the set");
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
					attested_by: actor.personId,
					...(office.deputyFor === null
						? {}
						: { deputy_for: office.deputyFor, substitution_from: office.from, substitution_until: office.until }),
				})
				.execute(),
		);
		const { id: holding, deputyFor } = office;
		const by = { by: actor.personId, holding, deputyFor };
		const payload = { serviceId, set, attestedOn: today.toString(), qualified: training.qualified.length, ...by };
		context.record(trainingAttested.of(id, 1, payload));
		return qualificationView(context, service);
	},
});
