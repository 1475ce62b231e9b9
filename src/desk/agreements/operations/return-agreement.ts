import { operation } from "../../../platform/operation.ts";
import { returnAgreement } from "../contract.ts";
import { agreementReturned } from "../facts.ts";
import { mayActForParty } from "../policy.ts";
import { obstaclesTo, stateAfter } from "../rules/life-cycle.ts";
import { actingPerson, agreementForAct, answerWith, writeAgreement, writeComment } from "../write.ts";

export default operation(returnAgreement)({
	load: agreementForAct,
	may: (actor, agreement) => [...mayActForParty(actor, agreement), ...obstaclesTo("return", agreement.situation)],
	async run(context, { comment }, { row, situation }) {
		const { personId } = actingPerson(context, row.service_id);
		// The text will change, so that nobody has approved it any more; who had is in the journal.
		await context.tx.deleteFrom("agreement_approval").where("agreement_id", "=", row.id).execute();
		await writeComment(context, row.id, personId, comment);
		const version = await writeAgreement(context, row, { state: stateAfter("return", situation) });
		const payload = { serviceId: row.service_id, number: row.number, by: personId };
		context.record(agreementReturned.of(row.id, version, payload));
		return answerWith(context, row.id);
	},
});
