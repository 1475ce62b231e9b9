import { factKind } from "../../kernel/fact.ts";

/** What became of a mail or form; addresses and words stay in the inbox. */
export type ArrivalOutcome = "NEW_TICKET" | "USER_REPLY" | "SECOND_LEVEL_REPLY" | "AUTOMATIC_REPLY" | "DELIVERY_REPORT";

export const formSubmitted = factKind<{ isHeld: boolean }>()("form-submitted", "arrival");
export const arrivalTakenIn = factKind<{
	channel: "EMAIL" | "WEB_FORM";
	outcome: ArrivalOutcome;
	ticketId: string | null;
}>()("arrival-taken-in", "arrival");
export const arrivalQuarantined = factKind<{ reason: string }>()("arrival-quarantined", "arrival");
export const arrivalReprocessed = factKind<Record<never, never>>()("arrival-reprocessed", "arrival");
export const arrivalDismissed = factKind<Record<never, never>>()("arrival-dismissed", "arrival");
/** Second level asked by mail for an act that the ticket's state does not allow, and was told so. */
export const wishDeclined = factKind<{ ticketId: string; wish: "SOLVE" | "RETURN" | "ASK_USER" }>()(
	"wish-declined",
	"arrival",
);

type Delivery = { purpose: string; aboutId: string | null; attempts: number };
/** The receiving server took it: from here on it is provable that somebody was told (IMP-12). */
export const mailSent = factKind<Delivery>()("mail-sent", "delivery");
export const mailDeferred = factKind<Delivery>()("mail-deferred", "delivery");
export const mailFailed = factKind<Delivery>()("mail-failed", "delivery");
export const mailBounced = factKind<Delivery>()("mail-bounced", "delivery");
