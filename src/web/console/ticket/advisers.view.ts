import type { z } from "zod";
import type { HoldingView } from "../../../desk/identity/contract.ts";
import type { Role } from "../../../kernel/actor.ts";

type Holding = Pick<z.output<typeof HoldingView>, "personId" | "personName" | "role" | "validFrom" | "validUntil">;

/** Offices whose holders work on tickets; a restricted ticket belongs to the technical lead (§2.2). */
const ofAny: readonly Role[] = ["ekc_adviser", "ekc_tech_lead", "ekc_content_lead"];
const ofRestricted: readonly Role[] = ["ekc_tech_lead"];

/** People whom a ticket may be given to on a day, each once, in the order of the list; the desk decides again. */
export const advisersOf = (
	holdings: readonly Holding[],
	today: string,
	isRestricted: boolean,
): { value: string; label: string }[] => {
	const offices = isRestricted ? ofRestricted : ofAny;
	const held = holdings.filter(
		({ role, validFrom, validUntil }) =>
			offices.includes(role) && validFrom <= today && (validUntil === null || today < validUntil),
	);
	return [...new Map(held.map(({ personId, personName }) => [personId, personName]))].map(([value, label]) => ({
		value,
		label,
	}));
};
