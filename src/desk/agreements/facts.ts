import { factKind } from "../../kernel/fact.ts";
import type { Party } from "./rules/states.ts";

type OfService = { serviceId: string; number: number };

export const agreementDrafted = factKind<
	OfService & { origin: "template" | "copy" | "import"; supersedes: string | null }
>()("agreement-drafted", "agreement");
export const agreementChanged = factKind<OfService & { fields: readonly string[] }>()("agreement-changed", "agreement");
export const agreementSubmitted = factKind<OfService & { by: string }>()("agreement-submitted", "agreement");
export const agreementReturned = factKind<OfService & { by: string }>()("agreement-returned", "agreement");
/** In which capacity an act of a party was done: the holding, and whose deputy it makes; null = the holder's own (§2.2, rule 4). */
type Capacity = { by: string; holding: string; deputyFor: string | null };

/** One party approved the text; with the second approval it is frozen and `contentHash` is set. */
export const agreementApproved = factKind<OfService & Capacity & { party: Party; contentHash: string | null }>()(
	"agreement-approved",
	"agreement",
);
/** One signature was placed; `signedAt` (the later date) is set by the second, which opens gate 1 (STA-01, A-21). */
export const agreementSigned = factKind<
	OfService & Capacity & { party: Party; date: string; contentHash: string; signedAt: string | null }
>()("agreement-signed", "agreement");
/** Both gates are open: the version runs the desk from `supportStart` on (STA-02). */
export const agreementActivated = factKind<
	OfService & { supportStart: string; supersedes: string | null; catalogueVersionId: string }
>()("agreement-activated", "agreement");
export const agreementSuperseded = factKind<OfService & { supersededBy: string; supportEnd: string }>()(
	"agreement-superseded",
	"agreement",
);
export const agreementWithdrawn = factKind<OfService & { by: string }>()("agreement-withdrawn", "agreement");
export const contactsPublished = factKind<OfService & { publishedOn: string; by: string }>()(
	"contacts-published",
	"agreement",
);
