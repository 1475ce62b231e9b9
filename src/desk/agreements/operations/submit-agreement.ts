import { operation } from "../../../platform/operation.ts";
import { submitAgreement } from "../contract.ts";
import { agreementSubmitted } from "../facts.ts";
import { noticeOf, notify } from "../notices.ts";
import { mayActForParty } from "../policy.ts";
import { obstaclesTo, stateAfter } from "../rules/life-cycle.ts";
import { actingPerson, agreementForAct, answerWith, writeAgreement } from "../write.ts";

export default operation(submitAgreement)({
	load: agreementForAct,
	may: (actor, agreement) => [...mayActForParty(actor, agreement), ...obstaclesTo("submit", agreement.situation)],
	async run(context, _, { row, situation, holders }) {
		const { personId } = actingPerson(context, row.service_id);
		const version = await writeAgreement(context, row, { state: stateAfter("submit", situation) });
		const payload = { serviceId: row.service_id, number: row.number, by: personId };
		context.record(agreementSubmitted.of(row.id, version, payload));
		await notify(context, [holders.ekc_head, holders.service_owner], noticeOf(row, "REVIEW_ASKED"));
		return answerWith(context, row.id);
	},
});
