import { z } from "zod";
import { Line, MailAddress, PlainDateText, Text } from "../../../kernel/values.ts";
import { Phone, WebAddress } from "../../catalogue/rules/contact-values.ts";
import { DocumentNumber, PersonKey } from "./terms-values.ts";

/** What the contact centre's catalogue says and this document repeats in print (DOC-03, DOC-16, STA-05–07, CHG-03, A-18). */
export const CatalogueReference = z.strictObject({
	title: Line(1, 200),
	version: Line(1, 100),
	acknowledgedBy: PersonKey,
	acknowledgedAt: PlainDateText,
	managementEmails: z.array(MailAddress).min(1).max(20),
	adviserMailbox: MailAddress,
	openingHours: Line(1, 300),
	contactsForPublication: z.strictObject({
		phones: z.array(Phone).min(1).max(10),
		webFormUrl: WebAddress,
		email: MailAddress,
	}),
	reportDefinitions: z.array(Line(1, 80)).min(1).max(40),
});

/** Whether part II stands for the umbrella agreement or refers to it (UMB-02, A-12). */
export const Umbrella = z.strictObject({
	mode: z.enum(["replacedByPartII", "referenced"]),
	documentNumber: DocumentNumber.nullish(),
});

export const Header = z.strictObject({
	code: z
		.string()
		.max(30)
		.regex(/^[A-Z0-9][A-Z0-9_-]*$/, "service-code"),
	title: Line(1, 300),
	template: z.strictObject({ id: Line(1, 80), revision: Line(1, 20) }),
	catalogue: CatalogueReference,
	umbrella: Umbrella,
	/** Whether a replacing document carries new document numbers; said only when there is a predecessor. */
	replacementKind: z.enum(["newDocument", "resigned"]).nullish(),
});

/** An office on the contact centre's side as it stood when the text was drawn up (SIG-05, A-17). */
const OfficeHolder = z.strictObject({
	id: PersonKey,
	name: Line(1, 200),
	title: Line(1, 200).nullish(),
	note: Text(1, 500).nullish(),
});

export const ProviderRoles = z.strictObject({
	ekc_head: OfficeHolder,
	ekc_tech_lead: OfficeHolder,
	ekc_content_lead: OfficeHolder,
	ekc_director: OfficeHolder,
});
