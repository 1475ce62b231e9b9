import { factKind } from "../../kernel/fact.ts";

export const serviceEntered = factKind<{ code: string; organisationId: string }>()("service-entered", "service");
export const serviceChanged = factKind<{ organisationId: string; validFrom: string; validUntil: string | null }>()(
	"service-changed",
	"service",
);
export const catalogueDrafted = factKind<{ number: number }>()("catalogue-drafted", "catalogue");
export const catalogueChanged = factKind<{ number: number }>()("catalogue-changed", "catalogue");
/** The version named is in force from `inForceFrom` on; the one before it, if any, no longer is. */
export const catalogueApproved = factKind<{ number: number; inForceFrom: string; approvedBy: string }>()(
	"catalogue-approved",
	"catalogue",
);
export const catalogueSuperseded = factKind<{ number: number; supersededBy: string }>()(
	"catalogue-superseded",
	"catalogue",
);
