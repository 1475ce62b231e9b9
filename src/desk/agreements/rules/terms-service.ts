import { z } from "zod";
import { Line, MailAddress, Text } from "../../../kernel/values.ts";
import { Phone, WebAddress } from "../../catalogue/rules/contact-values.ts";
import { Week } from "../../catalogue/rules/opening-hours.ts";
import { PersonKey } from "./terms-values.ts";

/** I.1, I.3–I.5, I.7: what the service is, what it needs, how it is reached and by whom it is used (SVC). */
export const ServiceTerms = z.strictObject({
	name: Line(1, 120),
	longName: Line(1, 300),
	systemName: Line(1, 200),
	shortDescription: Text(1, 4000),
	technicalRequirements: z.array(Text(1, 1000)).min(1).max(50),
	accessPrerequisites: z.array(Text(1, 1000)).min(1).max(50),
	accessPoints: z
		.array(z.strictObject({ kind: Line(1, 40), url: WebAddress }))
		.min(1)
		.max(20),
	accessInstructions: Text(1, 4000),
	/** Whether the service is its users' only way of doing this business with public administration (PRI-21). */
	soleChannel: z.boolean(),
	languages: z
		.array(z.string().regex(/^[a-z]{2}$/, "language"))
		.min(1)
		.max(24),
	userNoticeChannels: z
		.array(z.strictObject({ kind: z.enum(["email", "portal"]), where: Line(1, 500) }))
		.min(1)
		.max(20),
	userGroups: z
		.array(z.strictObject({ code: z.enum(["citizen", "company", "sole_trader", "other"]), label: Line(1, 200) }))
		.min(1)
		.max(20),
});

export const SupportExtent = z.enum(["none", "partial", "full"]);

/** The form's four words for the kinds of request that are expected to be solved at first level (DOC-11). */
export const ExpectedRequestType = z.enum(["vprasanje", "pomoc_pri_uporabi", "prijava_napake", "pripomba_pohvala"]);

/** I.2 and I.8: how far support goes and what it is about (SCP, A-11). */
export const SupportTerms = z.strictObject({
	technical: SupportExtent,
	technicalLimits: Text(1, 4000).nullish(),
	content: SupportExtent,
	contentLimits: Text(1, 4000).nullish(),
	expectations: Text(1, 8000),
	expectedRequestTypes: z.array(ExpectedRequestType).min(1),
	contentTopics: z.array(Text(1, 1000)).max(100),
	technicalTasks: z.array(Text(1, 1000)).max(100),
});

const named = { id: PersonKey, name: Line(1, 200), email: MailAddress, phone: Phone };

/** A person the contact centre may turn to: with contact details and hours, which the form asks for but has no cells for (DOC-08, DOC-09, A-38). */
export const ContactPerson = z.strictObject({
	...named,
	title: Line(1, 200).nullish(),
	/** The hours in words, as printed; made from `reachabilityHours` when absent. */
	reachability: Line(1, 300).nullish(),
	reachabilityHours: Week,
});

const Director = z.strictObject({ ...named, title: Line(1, 200), reachability: Line(1, 300).nullish() });

/** I.6: who the client is (SVC-10–14). `contacts` says who the deputies, editors and training contacts named elsewhere are. */
export const ClientTerms = z.strictObject({
	organisation: Line(1, 300),
	/** The organisation under which the service stands, and its short code; `MJU` decides the variant of part II (UMB-01, FIN-01). */
	ownerOrganisation: Line(1, 300),
	ownerMinistry: Line(1, 40),
	address: z.strictObject({
		street: Line(1, 200),
		postCode: z.string().regex(/^\d{4}$/, "post-code"),
		town: Line(1, 100),
	}),
	serviceOwner: ContactPerson,
	contentCustodian: ContactPerson,
	technicalCustodian: ContactPerson,
	director: Director,
	deputies: z
		.strictObject({
			serviceOwner: PersonKey.nullish(),
			contentCustodian: PersonKey.nullish(),
			technicalCustodian: PersonKey.nullish(),
		})
		.nullish(),
	contacts: z.array(ContactPerson).max(50).nullish(),
});
