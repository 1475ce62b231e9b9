/** One column: its label and the parts stacked in it, from the bottom up. */
export type Column = { readonly label: string; readonly parts: readonly number[] };

export type Drawn = { readonly part: number; readonly from: number; readonly height: number };

/** A round number at or above the highest column, for the top of the axis: 1, 2 or 5 times a power of ten, divisible by two. */
export const topOf = (columns: readonly Column[]): number => {
	const highest = Math.max(1, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)));
	const power = 10 ** Math.floor(Math.log10(highest));
	const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= highest) ?? 10;
	return Math.max(2, step * power);
};

/** Where the parts of a column stand, as shares of the axis; empty parts are left out. */
export const drawnOf = ({ parts }: Column, top: number): Drawn[] => {
	let from = 0;
	return parts.flatMap((value, part) => {
		const drawn = { part, from: from / top, height: value / top };
		from += value;
		return value === 0 ? [] : [drawn];
	});
};
