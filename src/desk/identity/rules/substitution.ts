import type { Role } from "../../../kernel/actor.ts";
import type { ServiceId } from "../../../kernel/id.ts";
import { covers, type Period } from "../../../kernel/period.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";

/** The office that somebody substitutes another in, and when. */
export type Substitution = Period & { readonly role: Role; readonly serviceId: ServiceId | null };

/** Why a substitution that does not cover today lets nobody act: it is over or has not begun (§2.2, rule 4). */
export const substitutionNotInForce = ({ from, until }: Period, today: Temporal.PlainDate): Obstacle =>
	until !== null && Temporal.PlainDate.compare(until, today) <= 0
		? { code: "substitution-over", details: { last: until.subtract({ days: 1 }).toString() } }
		: { code: "substitution-not-begun", details: { from: from.toString() } };

/** What stands against an act dated on a day by whoever holds, or substitutes in, an office for a period. */
export function obstaclesToDate(
	office: Period & { readonly deputyFor: string | null },
	day: Temporal.PlainDate,
	at: string,
): Obstacle[] {
	if (covers(office, day)) return [];
	return [office.deputyFor === null ? { code: "office-not-held-then", at } : { code: "not-deputy-then", at }];
}
