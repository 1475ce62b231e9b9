import type { Operation } from "../../../platform/operation.ts";
import { activateAgreement, awaitingStart } from "./activate-agreement.ts";
import approveAgreement from "./approve-agreement.ts";
import changeTerms from "./change-terms.ts";
import createAgreement from "./create-agreement.ts";
import importAgreement from "./import-agreement.ts";
import { publicService, publicServices } from "./public-questions.ts";
import publishContacts from "./publish-contacts.ts";
import { agreement, agreements, completeness, exportAgreement } from "./questions.ts";
import returnAgreement from "./return-agreement.ts";
import signAgreement from "./sign-agreement.ts";
import submitAgreement from "./submit-agreement.ts";
import withdrawAgreement from "./withdraw-agreement.ts";

export const operations = [
	agreements,
	agreement,
	completeness,
	createAgreement,
	importAgreement,
	exportAgreement,
	changeTerms,
	submitAgreement,
	returnAgreement,
	approveAgreement,
	signAgreement,
	awaitingStart,
	activateAgreement,
	withdrawAgreement,
	publishContacts,
	publicServices,
	publicService,
] as unknown as readonly Operation[];
