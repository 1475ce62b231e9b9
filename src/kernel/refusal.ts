/**
 * What went against an act that a person or a program asked for: expected, explained, never a fault.
 *
 * `code` is a stable kebab-case word that never changes its meaning; prose for it lives in `web/text`.
 */
export type RefusalKind = "invalid" | "not-found" | "forbidden" | "conflict" | "too-soon" | "unavailable";

export type Detail = string | number | boolean | null | readonly string[];

/**
 * One reason why something cannot be done, as data.
 *
 * `at` is the path of the field it concerns in dotted form (`partI.client.address.town`), absent when it concerns
 * the whole. `details` carries the values that the sentence about it needs.
 */
export type Obstacle = {
	readonly code: string;
	readonly at?: string;
	readonly details?: Readonly<Record<string, Detail>>;
};

export class Refusal extends Error {
	override readonly name = "Refusal";
	readonly kind: RefusalKind;
	readonly code: string;
	readonly obstacles: readonly Obstacle[];
	readonly details: Readonly<Record<string, Detail>>;

	constructor(
		kind: RefusalKind,
		code: string,
		more: { obstacles?: readonly Obstacle[]; details?: Readonly<Record<string, Detail>>; cause?: unknown } = {},
	) {
		super(`${kind}: ${code}`, more.cause === undefined ? undefined : { cause: more.cause });
		this.kind = kind;
		this.code = code;
		this.obstacles = more.obstacles ?? [];
		this.details = more.details ?? {};
	}
}

/** Not existing, erased and out of the actor's scope answer alike, so that ids cannot be probed. */
export const notFound = (what: string) => new Refusal("not-found", "not-found", { details: { what } });

export const notAllowed: Obstacle = { code: "not-allowed" };

/** The same for what was filled in: nothing, or one refusal of the whole input with every field that is wrong. */
export function refuseInvalid(obstacles: readonly Obstacle[]): void {
	if (obstacles.length > 0) throw new Refusal("invalid", "invalid-input", { obstacles });
}

/** Gives nothing when there is no obstacle; otherwise one refusal that carries all of them at once. */
export function refuseIf(obstacles: readonly Obstacle[]): void {
	if (obstacles.length === 0) return;
	if (obstacles.some((obstacle) => obstacle.code === notAllowed.code)) {
		throw new Refusal("forbidden", notAllowed.code, { obstacles });
	}
	const [first] = obstacles;
	throw new Refusal("conflict", obstacles.length === 1 && first ? first.code : "obstacles", { obstacles });
}
