import type { AgreementPart } from "./states.ts";
import type { DraftTerms } from "./terms.ts";

/** Of the terms what the parts named hold: an editor sees the knowledge base, second level its paths and times (§2.2). */
export function cutTo(parts: readonly AgreementPart[], terms: DraftTerms): DraftTerms {
	if (parts.includes("WHOLE")) return terms;
	const { agreement, partI, partII } = terms;
	const name = partI?.service?.name;
	return {
		agreement: { code: agreement?.code ?? null, title: agreement?.title ?? null },
		partI: {
			service: { name: name ?? null },
			...(parts.includes("KNOWLEDGE") ? { knowledgeBase: partI?.knowledgeBase ?? null } : {}),
			...(parts.includes("TRAINING") ? { training: partI?.training ?? null } : {}),
			...(parts.includes("SECOND_LEVEL")
				? {
						escalationPaths: partI?.escalationPaths ?? null,
						availability: partI?.availability ?? null,
						priorityScheme: partI?.priorityScheme ?? null,
					}
				: {}),
		},
		...(parts.includes("TRAINING") ? { partII: { startGates: partII?.startGates ?? null } } : {}),
	};
}
