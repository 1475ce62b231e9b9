/** SM-1. `cancelling` and `cancelled` are states of the record already, so that readers need not change when cancellation comes. */
export const agreementStates = [
	"draft",
	"inReview",
	"readyToSign",
	"partlySigned",
	"signed",
	"active",
	"superseded",
	"cancelling",
	"cancelled",
	"withdrawn",
] as const;
export type AgreementState = (typeof agreementStates)[number];

/** The contact centre and the client: exactly two parties (DOC-01). */
export const parties = ["PROVIDER", "CLIENT"] as const;
export type Party = (typeof parties)[number];

/** How a signature was put on the document (SIG-06). */
export const signatureMethods = ["QUALIFIED_E_SIGNATURE", "WET_INK_SCAN"] as const;
export type SignatureMethod = (typeof signatureMethods)[number];

/** The parts of the form that an office of the client may be limited to (§2.2). */
export const agreementParts = ["WHOLE", "KNOWLEDGE", "TRAINING", "SECOND_LEVEL"] as const;
export type AgreementPart = (typeof agreementParts)[number];
