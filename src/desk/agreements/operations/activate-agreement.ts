import type { AgreementId } from "../../../kernel/id.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { maySystem } from "../policy.ts";
import { agreementInScope, agreementRows, agreementRowView, asAgreement } from "../read/rows.ts";
import { gathered } from "../read/situation.ts";
import { obstaclesTo } from "../rules/life-cycle.ts";
import { activateIfOpen } from "../write/activate.ts";

/** Few at a time: a signed version that waits for nothing is in force already, unless only time stood against it. */
export const awaitingStart = operation(contract.awaitingStart)({
	may: maySystem,
	async run({ tx, today }) {
		const signed = await agreementRows(tx).where("agreement.state", "=", "signed").execute();
		const ids: AgreementId[] = [];
		for (const row of signed) {
			const found = { row: asAgreement(row), parts: ["WHOLE" as const], substitutions: [] };
			const { situation } = await gathered(tx, found, today);
			if (obstaclesTo("activate", situation).length === 0) ids.push(row.id as AgreementId);
		}
		return { ids };
	},
});

export const activateAgreement = operation(contract.activateAgreement)({
	async load({ tx, actor, today }, { id }) {
		return gathered(tx, await agreementInScope(tx, actor, id, true), today);
	},
	may: (actor, { situation }) => [...maySystem(actor), ...obstaclesTo("activate", situation)],
	async run(context, { id }, { row }) {
		await activateIfOpen(context, row.service_id, "time");
		return agreementRowView((await agreementInScope(context.tx, context.actor, id)).row);
	},
});
