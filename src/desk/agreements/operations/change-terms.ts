import { isDeepStrictEqual } from "node:util";
import { json } from "../../../platform/db/tx.ts";
import { operation } from "../../../platform/operation.ts";
import { changeTerms } from "../contract.ts";
import { agreementChanged } from "../facts.ts";
import { mayChange } from "../policy.ts";
import { obstaclesTo } from "../rules/life-cycle.ts";
import type { DraftTerms } from "../rules/terms.ts";
import { agreementForAct, answerWith, writeAgreement } from "../write.ts";

export default operation(changeTerms)({
	load: agreementForAct,
	may: (actor, { row, situation }) => [...mayChange(actor, row.service_id), ...obstaclesTo("change", situation)],
	async run(context, { terms }, { row }) {
		const revision = terms.agreement?.template?.revision ?? row.template_revision;
		const version = await writeAgreement(context, row, { terms: json(terms), template_revision: revision });
		const payload = { serviceId: row.service_id, number: row.number, fields: changedGroups(row.terms, terms) };
		context.record(agreementChanged.of(row.id, version, payload));
		return answerWith(context, row.id);
	},
});

/** The groups of fields that differ (`partI.availability`): what changed, without its words. */
function changedGroups(before: DraftTerms, after: DraftTerms): string[] {
	const groups = (terms: DraftTerms) =>
		Object.entries(terms).flatMap(([part, fields]) =>
			Object.entries(fields ?? {}).map(([group, value]) => [`${part}.${group}`, value] as const),
		);
	const [old, now] = [new Map<string, unknown>(groups(before)), new Map<string, unknown>(groups(after))];
	const names = new Set([...old.keys(), ...now.keys()]);
	return [...names].filter((name) => !isDeepStrictEqual(old.get(name), now.get(name))).toSorted();
}
