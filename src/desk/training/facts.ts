import { factKind } from "../../kernel/fact.ts";

type OfSession = { serviceId: string; set: string };

export const trainingRequested = factKind<OfSession & { reason: string }>()("training-requested", "training-session");
export const trainingPlanned = factKind<OfSession & { plannedFor: string; confirmed: boolean }>()(
	"training-planned",
	"training-session",
);
export const trainingConfirmed = factKind<OfSession & { plannedFor: string }>()(
	"training-confirmed",
	"training-session",
);
export const trainingHeld = factKind<OfSession & { heldAt: string; attended: number }>()(
	"training-held",
	"training-session",
);
/** Advisers qualified by this session; `qualified` carries their ids. */
export const trainingEvaluated = factKind<OfSession & { qualified: readonly string[] }>()(
	"training-evaluated",
	"training-session",
);
export const trainingCancelled = factKind<OfSession>()("training-cancelled", "training-session");
/**
 * A lead attests that advisers can give the agreed information about the service, for the lead's own set (STA-02, A-20);
 * `holding` and `deputyFor` say in which capacity (§2.2, rule 4).
 */
export const trainingAttested = factKind<
	OfSession & {
		attestedOn: string;
		qualified: number;
		by: string;
		holding: string;
		deputyFor: string | null;
	}
>()("training-attested", "training-attestation");
