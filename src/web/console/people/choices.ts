import { services } from "../../../desk/catalogue/contract.ts";
import { organisations, people } from "../../../desk/identity/contract.ts";
import { useQuestion } from "../../api/queries.ts";

/** What a select offers; the first two hundred, by name. */
export type Choice = { readonly value: string; readonly label: string };

const asChoices = (rows: readonly { id: string; name: string }[] | undefined): Choice[] =>
	(rows ?? []).map(({ id, name }) => ({ value: id, label: name }));

export const useOrganisationChoices = () => asChoices(useQuestion(organisations, { limit: 200 }).data?.rows);
export const useServiceChoices = () => asChoices(useQuestion(services, { limit: 200 }).data?.rows);
export const usePersonChoices = () => asChoices(useQuestion(people, { limit: 200 }).data?.rows);
