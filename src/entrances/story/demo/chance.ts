/** Chance that comes out alike for the same seed: what a demo shows on a day does not depend on when it is loaded. */
export type Chance = {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number from `least` to `most`, both possible. */
	between(least: number, most: number): number;
	/** True this often (0 never, 1 always). */
	often(share: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	/** Picks by weight. */
	weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item;
};

/** A generator of 32-bit state (xorshift after an FNV-1a hash of the seed): enough for a demo, not for secrets. */
export function chanceOf(seed: string): Chance {
	let state = 0x811c9dc5;
	for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193);
	state ||= 1;
	const next = () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
	// The first numbers after a hash still resemble those of similar seeds.
	for (let turn = 0; turn < 8; turn++) next();
	const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!;
	return {
		next,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		often: (share) => next() < share,
		pick,
		weighted(items) {
			let left = next() * items.reduce((sum, item) => sum + item.weight, 0);
			return items.find((item) => (left -= item.weight) < 0) ?? items[0]!;
		},
	};
}
