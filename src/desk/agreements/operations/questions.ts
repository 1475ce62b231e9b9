import { sql } from "kysely";
import { stringify } from "yaml";
import { cursorValues, pageFrom } from "../../../kernel/page.ts";
import { operation } from "../../../platform/operation.ts";
import * as contract from "../contract.ts";
import { agreementScope, mayExport, mayReadAgreements } from "../policy.ts";
import { formStoryOf } from "../read/form-story.ts";
import { agreementInScope, agreementInScopeSql, agreementRows, agreementRowView, asAgreement } from "../read/rows.ts";
import { gathered } from "../read/situation.ts";
import { agreementView } from "../read/view.ts";
import { fieldName } from "../rules/field-names.ts";
import { formId, writeForm } from "../rules/form-document.ts";

export const agreements = operation(contract.agreements)({
	may: mayReadAgreements,
	async run({ tx, actor }, input) {
		const after = cursorValues(input.after, ["instant", "id"]);
		let query = agreementRows(tx).where(agreementInScopeSql(agreementScope(actor)));
		if (input.serviceId) query = query.where("agreement.service_id", "=", input.serviceId);
		if (input.state) query = query.where("agreement.state", "=", input.state);
		if (input.documentNumber) {
			query = query.where("agreement.id", "in", (signed) =>
				signed
					.selectFrom("agreement_signature")
					.select("agreement_id")
					.where("document_number", "=", input.documentNumber ?? ""),
			);
		}
		if (after) {
			query = query.where(sql<boolean>`(created_at, agreement.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
		}
		const rows = await query
			.orderBy("created_at", "desc")
			.orderBy("agreement.id", "desc")
			.limit(input.limit + 1)
			.execute();
		return pageFrom(
			rows,
			input.limit,
			(row) => agreementRowView(asAgreement(row)),
			(row) => [row.created_at.toString(), row.id],
		);
	},
});

export const agreement = operation(contract.agreement)({
	load: ({ tx, actor }, input) => agreementInScope(tx, actor, input.id),
	may: mayReadAgreements,
	run: async ({ tx, actor, today }, _, found) => agreementView(tx, actor, await gathered(tx, found, today)),
});

export const completeness = operation(contract.completeness)({
	load: ({ tx, actor }, input) => agreementInScope(tx, actor, input.id),
	may: (_, { parts }) => mayExport(parts),
	async run({ tx, today }, _, found) {
		const { situation } = await gathered(tx, found, today);
		return {
			rows: situation.missing.map(({ code, at = "" }) => {
				const name = fieldName(at) ?? { clause: "I", sl: at, en: at };
				return { code, at, ...name };
			}),
		};
	},
});

export const exportAgreement = operation(contract.exportAgreement)({
	load: ({ tx, actor }, input) => agreementInScope(tx, actor, input.id),
	may: (_, { parts }) => mayExport(parts),
	async run({ tx, today }, _, found) {
		const form = writeForm(found.row.terms, await formStoryOf(tx, await gathered(tx, found, today)));
		const fileName = `${formId(found.row.service_code, found.row.number)}.yaml`;
		return { fileName, yaml: stringify(form, { lineWidth: 120, aliasDuplicateObjects: false }) };
	},
});
