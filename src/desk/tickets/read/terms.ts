import type { AgreementId, ServiceId } from "../../../kernel/id.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import type { Context } from "../../../platform/operation.ts";
import { agreementById, agreementInForce } from "../../agreements/read.ts";
import { setKeyOf } from "../../agreements/rules/terms-values.ts";

/** The agreement whose support runs today for a service; null when none does. */
export const bindingTerms = (context: Context, serviceId: ServiceId) =>
	agreementInForce(context.tx, serviceId, context.today);

export type TermsInForce = NonNullable<Awaited<ReturnType<typeof bindingTerms>>>;

/** The orders of the escalation path's targets for a set (ESC-02, ESC-03). */
export const pathTargets = ({ terms }: TermsInForce, set: SupportSet): number[] =>
	terms.partI.escalationPaths[setKeyOf(set)].map((target) => target.order);

/** The terms that a ticket's labels and categories are read by: the pinned version, before a hand-over the one in force. */
export async function termsOfTicket(
	context: Context,
	row: { readonly agreement_id: string | null; readonly service_id: string | null },
): Promise<TermsInForce | null> {
	if (row.agreement_id !== null) return agreementById(context.tx, row.agreement_id as AgreementId);
	return row.service_id === null ? null : bindingTerms(context, row.service_id as ServiceId);
}
