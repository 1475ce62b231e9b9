import type { ServiceId } from "../../../kernel/id.ts";
import { notFound } from "../../../kernel/refusal.ts";
import { operation } from "../../../platform/operation.ts";
import { catalogueById, serviceByCode } from "../../catalogue/read.ts";
import * as contract from "../contract.ts";
import { mayAnyone } from "../policy.ts";
import { agreementInForce, agreementsInForce, type FrozenAgreement } from "../read.ts";

export const publicServices = operation(contract.publicServices)({
	may: mayAnyone,
	run: async ({ tx, today }) => ({ rows: (await agreementsInForce(tx, today)).map(publicRow) }),
});

/** A service without an active agreement answers as one that does not exist: support is announced only once it runs (STA-03). */
export const publicService = operation(contract.publicService)({
	may: mayAnyone,
	async run({ tx, today }, { code }) {
		const service = await serviceByCode(tx, code);
		const agreement = service && (await agreementInForce(tx, service.id as ServiceId, today));
		if (!agreement) throw notFound("service");
		const { service: described, support, classification } = agreement.terms.partI;
		const { contacts, openingHours } = (await catalogueById(tx, agreement.catalogueVersionId)).content;
		return {
			...publicRow(agreement),
			serviceId: agreement.serviceId,
			technicalRequirements: described.technicalRequirements,
			accessPrerequisites: described.accessPrerequisites,
			accessPoints: described.accessPoints,
			accessInstructions: described.accessInstructions,
			userGroups: described.userGroups,
			languages: described.languages,
			contentTopics: support.contentTopics,
			technicalTasks: support.technicalTasks,
			classification,
			supportStart: agreement.supportStart?.toString() ?? "",
			contacts,
			openingHours,
		};
	},
});

const publicRow = ({ terms }: FrozenAgreement) => {
	const { name, longName, shortDescription } = terms.partI.service;
	return { code: terms.agreement.code, name, longName, shortDescription };
};
