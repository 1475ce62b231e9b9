import { agreement, agreements } from "../../../desk/agreements/contract.ts";
import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import type { AgreementId, ServiceId } from "../../../kernel/id.ts";
import { useQuestion } from "../../api/queries.ts";

/** Terms of the version in force of a service; null while they load, `NONE` when the service has no active agreement. */
export const useTermsInForce = (serviceId: string | null): DraftTerms | "NONE" | null => {
	const found = useQuestion(
		agreements,
		{ serviceId: serviceId as ServiceId, state: "active", limit: 1 },
		{ enabled: serviceId !== null, keepOld: false },
	);
	const id = found.data?.rows[0]?.id;
	const view = useQuestion(agreement, { id: id as AgreementId }, { enabled: id !== undefined, keepOld: false });
	if (found.data !== undefined && id === undefined) return "NONE";
	return view.data?.terms ?? null;
};
