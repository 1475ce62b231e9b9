/** What a list can show of a ticket. */
export const queueColumns = [
	"deadline",
	"number",
	"subject",
	"priority",
	"owner",
	"service",
	"set",
	"channel",
	"type",
	"state",
	"received",
	"changed",
] as const;
export type QueueColumn = (typeof queueColumns)[number];

/** Without these a row would neither say what is next nor lead to its ticket. */
export const columnsAlways: readonly QueueColumn[] = ["deadline", "subject"];

/** Row height 32 or 40 px. */
export const densities = ["DENSE", "ROOMY"] as const;
export type Density = (typeof densities)[number];

export type Arrangement = { readonly columns: readonly QueueColumn[]; readonly density: Density };

/** Of whoever arranged nothing (screens, Queue). */
export const standardArrangement: Arrangement = {
	columns: ["deadline", "number", "subject", "priority", "owner"],
	density: "DENSE",
};

export const isEachOnce = (columns: readonly string[]): boolean => new Set(columns).size === columns.length;

export const hasAlways = (columns: readonly string[]): boolean =>
	columnsAlways.every((column) => columns.includes(column));
