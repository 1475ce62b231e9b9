import { type QueueColumn, columnsAlways, queueColumns } from "../../../desk/queues/rules/columns.ts";

/** Pixels of a column; the subject takes what is left, and never less than this. */
const widths: Readonly<Record<QueueColumn, number>> = {
	deadline: 252,
	number: 60,
	subject: 240,
	priority: 92,
	owner: 164,
	service: 112,
	set: 116,
	channel: 116,
	type: 132,
	state: 148,
	received: 140,
	changed: 140,
};

/** Null: whatever is left. */
export const widthOf = (column: QueueColumn): number | null => (column === "subject" ? null : widths[column]);

/** Below this the list scrolls to the side instead of squeezing its columns. */
export const leastWidth = (columns: readonly QueueColumn[]): number =>
	columns.reduce((sum, column) => sum + widths[column], 0);

/** A phone shows one block a ticket, always the same: columns are for a desk. */
export const phoneColumns: readonly QueueColumn[] = ["deadline", "priority", "subject", "service", "owner"];

/** Every column there is: the chosen ones in their order, then the others. */
export const offered = (chosen: readonly QueueColumn[]): QueueColumn[] => [
	...chosen,
	...queueColumns.filter((column) => !chosen.includes(column)),
];

/** Chosen if it was not, at the end; taken away if it was, unless the list cannot do without it. */
export const toggled = (chosen: readonly QueueColumn[], column: QueueColumn): QueueColumn[] => {
	if (!chosen.includes(column)) return [...chosen, column];
	return columnsAlways.includes(column) ? [...chosen] : chosen.filter((one) => one !== column);
};

/** One place to the left (-1) or to the right (1); stays where there is no further place. */
export const moved = (chosen: readonly QueueColumn[], column: QueueColumn, by: -1 | 1): QueueColumn[] => {
	const from = chosen.indexOf(column);
	const to = from + by;
	if (from === -1 || to < 0 || to >= chosen.length) return [...chosen];
	return chosen.toSpliced(from, 1).toSpliced(to, 0, column);
};
