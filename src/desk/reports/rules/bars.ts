/** Received tickets counted by all their dimensions at once; `value` is the code, `label` words of its own or null. */
export type Counted<Dimension extends string> = { readonly count: number; readonly label: string | null } & {
	readonly [D in Dimension]: string;
};
export type Bar = { readonly value: string; readonly label: string | null; readonly count: number };

/** Sums over one dimension, the most frequent value first, equal ones by their code. */
export function barsOf<Dimension extends string>(
	counted: readonly Counted<Dimension>[],
	dimension: Dimension,
	hasLabel: boolean,
): Bar[] {
	const bars = new Map<string, Bar>();
	for (const row of counted) {
		const value = row[dimension];
		const label = hasLabel ? row.label : null;
		const before = bars.get(value);
		bars.set(value, { value, label: before?.label ?? label, count: (before?.count ?? 0) + row.count });
	}
	return [...bars.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
