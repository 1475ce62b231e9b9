import { z } from "zod";
import { type Obstacle, Refusal } from "../../../kernel/refusal.ts";
import { Line, PlainDateText, Text } from "../../../kernel/values.ts";
import { agreementStates } from "./states.ts";
import { DocumentNumber, PersonKey } from "./terms-values.ts";
import { DraftTerms } from "./terms.ts";

export const formSchema = "ekc-agreement/1";

/** `qualified-e-signature` in a file is `QUALIFIED_E_SIGNATURE` in the desk. */
const Method = z.enum(["qualified-e-signature", "wet-ink-scan"]);

const FormSignature = z.strictObject({
	party: Line(1, 200),
	role: Line(1, 300),
	signer: PersonKey,
	/** Whose deputy the signer was (SIG-03, SIG-04). */
	deputyFor: PersonKey.nullish(),
	/** The recorded period of the substitution (§2.2, rule 4). */
	substitution: z.strictObject({ from: PlainDateText, until: PlainDateText.nullable() }).nullish(),
	place: Line(1, 100),
	date: PlainDateText,
	documentNumber: DocumentNumber,
	method: Method,
});
export type FormSignature = z.infer<typeof FormSignature>;

const count = z.number().int().min(0);
const FormSetGate = z.strictObject({
	ok: z.boolean(),
	sessions: z.array(PlainDateText),
	qualifiedAdvisers: count,
	minimum: count,
	attestedBy: Line(1, 40).nullable(),
	at: PlainDateText.nullable(),
});

/** What the desk's own acts have added to the text: in a file it tells what happened, an import does not believe it. */
export const FormStory = z.strictObject({
	id: Line(1, 80),
	version: z.number().int().min(1),
	status: z.enum(agreementStates),
	supersedes: Line(1, 80).nullable(),
	supersededBy: Line(1, 80).nullable(),
	startGates: z.strictObject({
		signed: z.strictObject({ ok: z.boolean(), at: PlainDateText.nullable() }),
		advisersQualified: z.strictObject({ technical: FormSetGate.nullish(), content: FormSetGate.nullish() }),
		supportStart: PlainDateText.nullable(),
	}),
	contactPublication: z.strictObject({
		permittedFrom: PlainDateText.nullable(),
		publishedAt: PlainDateText.nullable(),
		urls: z.array(Text(1, 500)),
	}),
	signatures: z.strictObject({ provider: FormSignature.nullable(), client: FormSignature.nullable() }),
});
export type FormStory = z.infer<typeof FormStory>;

type Group = Record<string, unknown>;

/**
 * The text of a filled form, always as a draft, and beside it the story the file tells of its state (null where the file
 * tells none, or tells it wrongly: a draft does not depend on it).
 *
 * Refused as `invalid` with an obstacle per field when a field is unknown or of a wrong shape.
 */
export function readForm(document: unknown): { readonly draft: DraftTerms; readonly story: FormStory | null } {
	const form = group(document);
	if (form.schema !== formSchema) {
		throw new Refusal("invalid", "not-an-agreement-form", { details: { expected: formSchema } });
	}
	const { id, version, status, supersedes, supersededBy, ...agreement } = group(form.agreement);
	const { startGates, contactPublication, ...partII } = group(form.partII);
	const { cancellation: _, ...validity } = group(partII.validity);
	const { schema: _schema, signatures, ...rest } = form;
	const text = { ...rest, agreement, partII: { ...partII, validity, startGates: minimaOf(startGates) } };
	const read = DraftTerms.safeParse(text);
	if (!read.success) throw new Refusal("invalid", "invalid-form", { obstacles: read.error.issues.map(obstacleOf) });
	const { plannedStart: _planned, ...gates } = group(startGates);
	const told = { id, version, status, supersedes, supersededBy, startGates: gates, contactPublication, signatures };
	return { draft: read.data, story: FormStory.safeParse(told).data ?? null };
}

/** The form of a text and of what has happened to it, in the order of the printed document. */
export function writeForm(terms: DraftTerms, story: FormStory): Group {
	const { id, version, status, supersedes, supersededBy, startGates, contactPublication, signatures } = story;
	const { code, title, ...header } = terms.agreement ?? {};
	const partII = terms.partII ?? {};
	const plannedStart = partII.startGates?.plannedStart;
	return {
		schema: formSchema,
		agreement: { id, code, title, version, status, supersedes, supersededBy, ...header },
		partI: terms.partI,
		partII: {
			...partII,
			startGates: plannedStart ? { ...startGates, plannedStart } : startGates,
			contactPublication,
			validity: { ...partII.validity, cancellation: null },
		},
		ekcRoles: terms.ekcRoles,
		signatures,
	};
}

/** How a version is named in files (`agr-eokence-1`). */
export const formId = (code: string, number: number): string => `agr-${code.toLowerCase()}-${number}`;

/** Of the gates only what was agreed is text: the minima and the planned start. */
function minimaOf(startGates: unknown) {
	const { advisersQualified, plannedStart } = group(startGates);
	const minima = Object.entries(group(advisersQualified)).map(([set, gate]) => [set, { minimum: group(gate).minimum }]);
	return { advisersQualified: Object.fromEntries(minima), ...(plannedStart ? { plannedStart } : {}) };
}

const group = (value: unknown): Group =>
	typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Group) : {};

const obstacleOf = (issue: z.core.$ZodIssue): Obstacle =>
	issue.code === "unrecognized_keys"
		? { code: "unknown-field", at: issue.path.join("."), details: { fields: issue.keys } }
		: { code: "invalid-field", at: issue.path.join(".") };
