import type { ServiceId } from "../../../kernel/id.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import type { Context } from "../../../platform/operation.ts";
import { supportedSets } from "../../agreements/rules/gates.ts";
import { ableToSupport } from "../../training/read.ts";
import type { Able } from "../rules/qualification.ts";
import type { LoadedTicket } from "./ticket-row.ts";

/** Who can support the set of a ticket loaded with its terms; first level is trained only for the sets it supports. */
export async function ableFor({ tx, today }: Context, { row, terms }: LoadedTicket): Promise<Able> {
	const set = row.support_set as SupportSet | null;
	if (row.service_id === null || set === null || terms === null) return null;
	if (!supportedSets(terms.terms).includes(set)) return null;
	return ableToSupport(tx, row.service_id as ServiceId, set, today);
}
