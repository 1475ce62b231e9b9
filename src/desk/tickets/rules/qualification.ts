import type { PersonId } from "../../../kernel/id.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";

/** Who can support a ticket's set; null = nobody has to be qualified for it (not classified, or a set without support). */
export type Able = readonly PersonId[] | null;

const isUnable = (able: Able, id: PersonId | null): id is PersonId =>
	able !== null && id !== null && !able.includes(id);

/** A warning, never a refusal, where a ticket belongs or would belong to somebody not qualified for its set (SM-2, take). */
export const ownerWarnings = (able: Able, ownerId: PersonId | null): Obstacle[] =>
	isUnable(able, ownerId) ? [{ code: "owner-not-qualified" }] : [];

/** The warnings to a reader: about themself as owner or, where nobody owns the ticket, as whoever may take it; else its owner. */
export function warningsTo(
	reader: { readonly personId: PersonId | null; readonly mayTake: boolean },
	able: Able,
	ownerId: PersonId | null,
): Obstacle[] {
	const isConcerned = ownerId === null ? reader.mayTake : ownerId === reader.personId;
	if (!isConcerned) return ownerWarnings(able, ownerId);
	return isUnable(able, reader.personId) ? [{ code: "reader-not-qualified" }] : [];
}
