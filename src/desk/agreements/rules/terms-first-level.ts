import { z } from "zod";
import { Line, Text } from "../../../kernel/values.ts";
import { WebAddress } from "../../catalogue/rules/contact-values.ts";
import { PersonKey } from "./terms-values.ts";

const code = z
	.string()
	.max(20)
	.regex(/^[A-Z][A-Z0-9]*(?:\.[0-9]{1,3})*$/, "category-code");

// Three levels written out: the form prints a flat list, the examples use two, and a recursive type has no JSON schema of its own.
const Leaf = z.strictObject({ code, label: Line(1, 200) });
const Branch = z.strictObject({ code, label: Line(1, 200), children: z.array(Leaf).max(50).nullish() });
export const Category = z.strictObject({ code, label: Line(1, 200), children: z.array(Branch).max(50).nullish() });

/** I.12: the tree a ticket's category comes from; the category decides the set (CLS). */
export const Classification = z.strictObject({
	technical: z.array(Category).max(100),
	content: z.array(Category).max(100),
});

const KnowledgePart = z.strictObject({
	/** A web address, or the name of an internal space (KNB-02). */
	location: z.union([WebAddress, Line(1, 300)]),
	editors: z.array(PersonKey).min(1).max(20),
});

/** I.13: where the knowledge lies and who at the client keeps it (KNB). */
export const KnowledgeTerms = z.strictObject({ technical: KnowledgePart.nullish(), content: KnowledgePart.nullish() });

const TrainingPart = z.strictObject({ contact: PersonKey, initialHours: z.number().min(0).max(200) });

/** I.14: who at the client organises training of advisers (TRN). */
export const TrainingTerms = z.strictObject({ technical: TrainingPart.nullish(), content: TrainingPart.nullish() });

const Custodian = z.enum(["contentCustodian", "technicalCustodian"]);

/** I.15: who says what changes, to whom, and who tells the users of an outage (CHG-02–09, DOC-14). */
export const ChangeTerms = z.strictObject({
	reportTo: z
		.array(z.enum(["catalogue.managementEmails", "catalogue.adviserMailbox"]))
		.min(2)
		.max(2),
	announcedBy: z.array(Custodian).min(1).max(2),
	usersInformedBy: Custodian,
});

/** I.16: what the contact centre reports, when and to whom (REP). */
export const ReportingTerms = z.strictObject({
	recipients: z.array(Custodian).min(1).max(2),
	/** One mail when both custodians are one person (REP-02, A-15). */
	dedupeSamePerson: z.boolean().nullish(),
	statistics: z.strictObject({ definition: Line(1, 80), schedule: Line(1, 200) }),
});

/** What the list of contents leaves open ("itd …", DOC-15). */
export const CustomField = z.strictObject({
	code: z.string().regex(/^[a-z][a-zA-Z0-9]{0,59}$/, "custom-field"),
	label: Line(1, 200),
	value: Text(1, 8000),
});
