import { z } from "zod";
import { draftOf, type Draft } from "./draft.ts";
import {
	ChangeTerms,
	Classification,
	CustomField,
	KnowledgeTerms,
	ReportingTerms,
	TrainingTerms,
} from "./terms-first-level.ts";
import { Header, ProviderRoles } from "./terms-header.ts";
import { PartTwo } from "./terms-part-two.ts";
import { PriorityScheme } from "./terms-priorities.ts";
import { Availability, EscalationPaths } from "./terms-second-level.ts";
import { ClientTerms, ServiceTerms, SupportTerms } from "./terms-service.ts";

/** Part I: the data of one service (DOC-06–15), in the order of the form's headings I.1–I.16. */
export const PartOne = z.strictObject({
	service: ServiceTerms,
	support: SupportTerms,
	client: ClientTerms,
	escalationPaths: EscalationPaths,
	availability: Availability,
	priorityScheme: PriorityScheme,
	classification: Classification,
	knowledgeBase: KnowledgeTerms,
	training: TrainingTerms,
	changes: ChangeTerms,
	reporting: ReportingTerms,
	customFields: z.array(CustomField).max(100).nullish(),
});

/**
 * Everything the two parties sign, complete: the text and the parameters that run the desk.
 *
 * The shape and the names of the keys are those of the YAML form (`ekc-agreement/1`). What acts add later (status,
 * signatures, dates of the gates, publication) is not part of the terms and so not of the hash.
 */
export const AgreementTerms = z.strictObject({
	agreement: Header,
	partI: PartOne,
	partII: PartTwo,
	ekcRoles: ProviderRoles,
});
export type AgreementTerms = z.infer<typeof AgreementTerms>;

/** The same form while it is being filled: any field may be absent or null, none may be of a wrong shape. */
export const DraftTerms = draftOf(AgreementTerms).meta({ id: "DraftTerms" });
export type DraftTerms = Draft<AgreementTerms>;

export type Category = AgreementTerms["partI"]["classification"]["technical"][number];
export type EscalationTarget = AgreementTerms["partI"]["escalationPaths"]["technical"][number];
export type ContactPerson = AgreementTerms["partI"]["client"]["serviceOwner"];
export type LeadTimeTable = AgreementTerms["partII"]["leadTimeTable"];
