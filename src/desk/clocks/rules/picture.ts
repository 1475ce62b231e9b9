import type { ClockState } from "./clock.ts";
import { type ClockKind, firstLevelKinds, legalKinds, secondLevelKinds } from "./kinds.ts";

type InPicture = { readonly kind: ClockKind; readonly round: number; readonly state: ClockState };

/** Clocks of one group run from one beginning on the same hours; the most telling one stands last. */
const groups: readonly (readonly ClockKind[])[] = [secondLevelKinds, firstLevelKinds, legalKinds, ["STATUTORY"]];

const groupOf = (kind: ClockKind) => groups.findIndex((kinds) => kinds.includes(kind));
const hasEnded = ({ state }: InPicture) => state === "met" || state === "cancelled";
const newestRound = (clocks: readonly InPicture[]) => Math.max(...clocks.map(({ round }) => round));

/**
 * The clock whose hours a picture of the whole ticket draws: second level's before first level's before the law's, those still
 * owed before those that are over, the newest round, resolution before response. Null when nothing was ever owed.
 */
export function leadOf<Clock extends InPicture>(clocks: readonly Clock[]): Clock | null {
	const byGroup = groups.map((kinds) =>
		clocks.filter(({ kind, state }) => kinds.includes(kind) && state !== "cancelled"),
	);
	const group =
		byGroup.find((some) => some.some((clock) => !hasEnded(clock))) ?? byGroup.find((some) => some.length > 0);
	if (!group) return null;
	const order = groups[groupOf(group[0]!.kind)]!;
	const newest = group.filter(({ round }) => round === newestRound(group));
	return newest.toSorted((a, b) => order.indexOf(b.kind) - order.indexOf(a.kind))[0] ?? null;
}

/** The clocks drawn together with one, itself included: of its own group those of its round, of the others the newest. */
export function sharingPicture<Clock extends InPicture>(lead: Clock, clocks: readonly Clock[]): Clock[] {
	const isLead = ({ kind, round }: Clock) => kind === lead.kind && round === lead.round;
	const drawn = clocks.filter((clock) => isLead(clock) || clock.state !== "cancelled");
	return drawn.filter(({ kind, round }) => {
		if (groupOf(kind) === groupOf(lead.kind)) return round === lead.round;
		return round === newestRound(drawn.filter((other) => groupOf(other.kind) === groupOf(kind)));
	});
}

/** Of clocks that share a picture, those of the lead's own group: their times decide which days are drawn. */
export const ofSameGroup = <Clock extends InPicture>(lead: Clock, clocks: readonly Clock[]): Clock[] =>
	clocks.filter(({ kind }) => groupOf(kind) === groupOf(lead.kind));
