import { operation } from "../../../platform/operation.ts";
import { withdrawAgreement } from "../contract.ts";
import { agreementWithdrawn } from "../facts.ts";
import { mayActForParty } from "../policy.ts";
import { obstaclesTo, stateAfter } from "../rules/life-cycle.ts";
import { actingPerson, agreementForAct, answerWith, writeAgreement, writeComment } from "../write.ts";

export default operation(withdrawAgreement)({
	load: agreementForAct,
	may: (actor, agreement) => [...mayActForParty(actor, agreement), ...obstaclesTo("withdraw", agreement.situation)],
	async run(context, { comment }, { row, situation }) {
		const { personId } = actingPerson(context, row.service_id);
		if (comment !== null) await writeComment(context, row.id, personId, comment);
		const version = await writeAgreement(context, row, { state: stateAfter("withdraw", situation) });
		const payload = { serviceId: row.service_id, number: row.number, by: personId };
		context.record(agreementWithdrawn.of(row.id, version, payload));
		return answerWith(context, row.id);
	},
});
