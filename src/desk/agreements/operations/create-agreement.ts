import { Refusal } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { serviceInScope } from "../../catalogue/read.ts";
import { createAgreement } from "../contract.ts";
import { mayBegin } from "../policy.ts";
import { agreementInScope } from "../read/rows.ts";
import { templateDraft } from "../rules/template.ts";
import { answerWith, writeDraft } from "../write.ts";

export default operation(createAgreement)({
	load: ({ tx, actor }, input) => serviceInScope(tx, actor, input.serviceId),
	may: (actor, service) => mayBegin(actor, service.id),
	async run(context, { copyOf }, service) {
		if (copyOf === null) {
			const terms = templateDraft(service.code, service.name);
			return answerWith(context, await writeDraft(context, service, terms, "template"));
		}
		const { row } = await agreementInScope(context.tx, context.actor, copyOf);
		if (row.service_id !== service.id) {
			throw new Refusal("invalid", "invalid-input", { obstacles: [{ code: "other-service", at: "copyOf" }] });
		}
		return answerWith(context, await writeDraft(context, service, row.terms, "copy"));
	},
});
