import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { AgreementId, FileId, ServiceId } from "../../kernel/id.ts";
import { Obstacles } from "../../kernel/obstacles.ts";
import { pageInput, pageOf } from "../../kernel/page.ts";
import { InstantText, Line, PlainDateText, SupportSet, Text, Version } from "../../kernel/values.ts";
import { ServiceCode } from "../catalogue/contract.ts";
import { CatalogueContent } from "../catalogue/rules/catalogue-content.ts";
import { WebAddress } from "../catalogue/rules/contact-values.ts";
import { agreementParts, agreementStates, parties, signatureMethods } from "./rules/states.ts";
import { Classification } from "./rules/terms-first-level.ts";
import { ServiceTerms } from "./rules/terms-service.ts";
import { DocumentNumber } from "./rules/terms-values.ts";
import { DraftTerms } from "./rules/terms.ts";

const Party = z.enum(parties);
const State = z.enum(agreementStates);
/** SHA-256 over the RFC 8785 form of the terms and the template's revision, in hex. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/, "content-hash");

/** One condition of the start of support, who holds it and since when it is met (STA-01, STA-02). */
export const GateView = z.strictObject({
	gate: z.union([z.literal(1), z.literal(2)]),
	/** Gate 1 has one row per party, gate 2 one per supported set. */
	party: Party.nullable(),
	set: SupportSet.nullable(),
	met: z.boolean(),
	on: PlainDateText.nullable(),
	/** Whose act it waits for: the office, and its holder today where there is one. */
	holder: z.strictObject({ role: z.string(), name: z.string().nullable() }),
	qualified: z.number().int().nullable(),
	minimum: z.number().int().nullable(),
	obstacles: Obstacles,
});
export type GateView = z.infer<typeof GateView>;

/** Whose deputy somebody acted as, and when the substitution was to last as recorded then; null = the holder of the office. */
const SubstitutionView = z.strictObject({
	forName: z.string(),
	/** Null on what was done before periods were recorded. */
	from: PlainDateText.nullable(),
	until: PlainDateText.nullable(),
});

export const SignatureView = z.strictObject({
	party: Party,
	signerName: z.string(),
	substitution: SubstitutionView.nullable(),
	place: z.string(),
	date: PlainDateText,
	documentNumber: z.string(),
	method: z.enum(signatureMethods),
	contentHash: ContentHash,
	file: FileId.nullable(),
	placedAt: InstantText,
});

export const AgreementRow = z.strictObject({
	id: AgreementId,
	version: Version,
	serviceId: ServiceId,
	serviceCode: z.string(),
	serviceName: z.string(),
	/** The agreement's own version: 1, 2, 3 … of one service. */
	number: z.number().int(),
	state: State,
	signedAt: PlainDateText.nullable(),
	supportStart: PlainDateText.nullable(),
	supportEnd: PlainDateText.nullable(),
	supersedes: AgreementId.nullable(),
	supersededBy: AgreementId.nullable(),
});

export const AgreementView = AgreementRow.extend({
	/** What of the terms the actor may see; `terms` is cut to these parts. */
	parts: z.array(z.enum(agreementParts)),
	terms: DraftTerms,
	templateRevision: z.string(),
	/** Set once both parties approved the text; what the signatures are about. */
	contentHash: ContentHash.nullable(),
	catalogueVersionId: z.string().nullable(),
	/** What is still missing, empty once the text is complete. */
	missing: Obstacles,
	approvals: z.array(
		z.strictObject({ party: Party, name: z.string(), substitution: SubstitutionView.nullable(), at: InstantText }),
	),
	signatures: z.array(SignatureView),
	comments: z.array(z.strictObject({ name: z.string(), at: InstantText, text: z.string() })),
	gates: z.array(GateView),
	/** What a signed version waits for beside its gates: vacant offices, another version in force. */
	waitsFor: Obstacles,
	publication: z.strictObject({
		permittedFrom: PlainDateText.nullable(),
		publishedOn: PlainDateText.nullable(),
		urls: z.array(z.string()),
	}),
	can: z.strictObject({
		change: Obstacles,
		submit: Obstacles,
		returnWithComments: Obstacles,
		approve: Obstacles,
		sign: Obstacles,
		withdraw: Obstacles,
		publishContacts: Obstacles,
	}),
}).meta({ id: "AgreementView" });
export type AgreementView = z.infer<typeof AgreementView>;

const one = { id: AgreementId };
const change = { id: AgreementId, version: Version };

export const agreements = question({
	name: "agreements.list",
	summary: "Agreements in the actor's scope, the newest first",
	input: z.strictObject({
		...pageInput,
		serviceId: ServiceId.optional(),
		state: State.optional(),
		/** The number of either party. */
		documentNumber: DocumentNumber.optional(),
	}),
	output: pageOf(AgreementRow),
	doors: { http: "GET /agreements", cli: true },
});
export const agreement = question({
	name: "agreements.read",
	summary: "One agreement, as much of it as the actor may see",
	input: z.strictObject(one),
	output: AgreementView,
	doors: { http: "GET /agreements/{id}", cli: true },
});
export const completeness = question({
	name: "agreements.completeness",
	summary: "What an agreement still lacks, each field by the heading of the form",
	input: z.strictObject(one),
	output: z.strictObject({
		rows: z.array(
			z.strictObject({ code: z.string(), at: z.string(), clause: z.string(), sl: z.string(), en: z.string() }),
		),
	}),
	doors: { http: "GET /agreements/{id}/completeness", cli: true },
});
export const createAgreement = act({
	name: "agreements.create",
	summary: "Begin an agreement from the template, or its next version from the one given",
	input: z.strictObject({ serviceId: ServiceId, copyOf: AgreementId.nullable().default(null) }),
	output: AgreementView,
	doors: { http: "POST /agreements", cli: true },
});
export const importAgreement = act({
	name: "agreements.import",
	summary: "Begin an agreement from a filled YAML form; always a draft, whatever the file says of its state",
	input: z.strictObject({ yaml: z.string().min(1).max(500_000) }),
	output: AgreementView,
	doors: { http: "POST /agreements/import", cli: true },
});
export const exportAgreement = question({
	name: "agreements.export",
	summary: "An agreement as a YAML form, with its state, signatures and gates",
	input: z.strictObject(one),
	output: z.strictObject({ fileName: z.string(), yaml: z.string() }),
	doors: { http: "GET /agreements/{id}/export", cli: true },
});
export const changeTerms = act({
	name: "agreements.change",
	summary: "Replace the terms of a draft",
	input: z.strictObject({ ...change, terms: DraftTerms }),
	output: AgreementView,
	doors: { http: "PUT /agreements/{id}/terms", cli: true },
});
export const submitAgreement = act({
	name: "agreements.submit",
	summary: "Send a complete draft to both sides for review",
	input: z.strictObject(change),
	output: AgreementView,
	doors: { http: "POST /agreements/{id}/submission", cli: true },
});
export const returnAgreement = act({
	name: "agreements.return",
	summary: "Return a text under review to its draft, with comments",
	input: z.strictObject({ ...change, comment: Text(1, 8000) }),
	output: AgreementView,
	doors: { http: "POST /agreements/{id}/return", cli: true },
});
export const approveAgreement = act({
	name: "agreements.approve",
	summary: "Approve the text for one's own side; the second approval freezes it",
	input: z.strictObject(change),
	output: AgreementView,
	doors: { http: "POST /agreements/{id}/approvals", cli: true },
});
export const signAgreement = act({
	name: "agreements.sign",
	summary: "Record the signature placed for one's own side on the frozen text",
	input: z.strictObject({
		...change,
		contentHash: ContentHash,
		place: Line(1, 100),
		date: PlainDateText,
		documentNumber: DocumentNumber,
		method: z.enum(signatureMethods),
		file: FileId.nullable().default(null),
	}),
	output: AgreementView,
	doors: { http: "POST /agreements/{id}/signatures", cli: true },
});
export const awaitingStart = question({
	name: "agreements.awaitingStart",
	summary: "Signed versions against which nothing stands any more; the sweeper asks",
	input: z.strictObject({}),
	output: z.strictObject({ ids: z.array(AgreementId) }),
	doors: {},
});
export const activateAgreement = act({
	name: "agreements.activate",
	summary: "Put a signed version in force whose conditions time has met; the sweeper performs it",
	input: z.strictObject(one),
	output: AgreementRow,
	doors: {},
});
export const withdrawAgreement = act({
	name: "agreements.withdraw",
	summary: "Withdraw an agreement that is not signed by both sides",
	input: z.strictObject({ ...change, comment: Text(1, 8000).nullable().default(null) }),
	output: AgreementView,
	doors: { http: "POST /agreements/{id}/withdrawal", cli: true },
});
export const publishContacts = act({
	name: "agreements.publishContacts",
	summary: "Record where and when the contact centre's contacts were published",
	input: z.strictObject({ ...change, publishedOn: PlainDateText, urls: z.array(WebAddress).min(1).max(20) }),
	output: AgreementView,
	doors: { http: "POST /agreements/{id}/publication", cli: true },
});

const publicRow = { code: ServiceCode, name: z.string(), longName: z.string(), shortDescription: z.string() };

export const publicServices = question({
	name: "agreements.publicServices",
	summary: "Services the contact centre supports today, for everyone",
	input: z.strictObject({}),
	output: z.strictObject({ rows: z.array(z.strictObject(publicRow)) }),
	doors: { http: "GET /public/services", open: true },
});
export const publicService = question({
	name: "agreements.publicService",
	summary: "What everyone may know of one supported service, from its active agreement",
	input: z.strictObject({ code: ServiceCode }),
	output: z.strictObject({
		...publicRow,
		serviceId: ServiceId,
		technicalRequirements: ServiceTerms.shape.technicalRequirements,
		accessPrerequisites: ServiceTerms.shape.accessPrerequisites,
		accessPoints: ServiceTerms.shape.accessPoints,
		accessInstructions: z.string(),
		userGroups: ServiceTerms.shape.userGroups,
		languages: ServiceTerms.shape.languages,
		contentTopics: z.array(z.string()),
		technicalTasks: z.array(z.string()),
		classification: Classification,
		supportStart: PlainDateText,
		contacts: CatalogueContent.shape.contacts,
		openingHours: CatalogueContent.shape.openingHours,
	}),
	doors: { http: "GET /public/services/{code}", open: true },
});
