import { operation } from "../../../platform/operation.ts";
import { approveAgreement } from "../contract.ts";
import { agreementApproved } from "../facts.ts";
import { noticeOf, notify } from "../notices.ts";
import { mayActForParty } from "../policy.ts";
import type { Agreement } from "../read/situation.ts";
import { doingOf } from "../read/view.ts";
import { obstaclesTo, stateAfter } from "../rules/life-cycle.ts";
import {
	actingPerson,
	agreementForAct,
	answerWith,
	contentHashOf,
	substitutionColumns,
	writeAgreement,
} from "../write.ts";

export default operation(approveAgreement)({
	load: agreementForAct,
	may: (actor, agreement) => [
		...mayActForParty(actor, agreement),
		...obstaclesTo("approve", agreement.situation, doingOf(actor, agreement.row.service_id)),
	],
	async run(context, _, agreement) {
		const { row, situation, holders } = agreement;
		const { party, personId, office } = actingPerson(context, row.service_id);
		await context.tx
			.insertInto("agreement_approval")
			.values({ agreement_id: row.id, party, person_id: personId, at: context.now, ...substitutionColumns(office) })
			.execute();
		const state = stateAfter("approve", situation);
		const frozen = state === "readyToSign" ? frozenText(agreement) : null;
		const version = await writeAgreement(context, row, { state, ...frozen });
		const contentHash = frozen?.content_hash ?? null;
		const { id: holding, deputyFor } = office;
		const by = { party, by: personId, holding, deputyFor };
		const payload = { serviceId: row.service_id, number: row.number, ...by, contentHash };
		context.record(agreementApproved.of(row.id, version, payload));
		if (frozen) {
			await notify(context, [holders.ekc_head, holders.service_owner], noticeOf(row, "SIGNATURE_ASKED"));
		}
		return answerWith(context, row.id);
	},
});

/** The second approval freezes the text and pins the catalogue it refers to. */
const frozenText = ({ row, catalogueId }: Agreement) => ({
	content_hash: contentHashOf(row.terms, row.template_revision),
	catalogue_version_id: catalogueId,
});
