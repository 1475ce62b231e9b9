/**
 * Places where a test makes the program fail, compiled in so that what is tested is what runs. Nothing but a test arms one;
 * an unarmed point costs a look into an empty set.
 */
export const failpoints = [
	"after-inbox-commit",
	"before-ticket-commit",
	"after-ticket-commit",
	"before-outbox-commit",
	"after-smtp-250",
] as const;
export type Failpoint = (typeof failpoints)[number];

const armed = new Map<Failpoint, number>();

export class FailpointHit extends Error {
	override readonly name = "FailpointHit";
}

/** Throws when a test armed this point, as often as it asked for. */
export function failpoint(point: Failpoint): void {
	if (armed.size === 0) return;
	const left = armed.get(point) ?? 0;
	if (left === 0) return;
	if (left === 1) armed.delete(point);
	else armed.set(point, left - 1);
	throw new FailpointHit(point);
}

/** Arms a point for the next `times` passages. */
export const arm = (point: Failpoint, times = 1): void => void armed.set(point, times);

/** Disarms every point; each test that arms one ends with this. */
export const disarmAll = (): void => armed.clear();
