import type { Desk, Perform } from "../perform.ts";

/** Work found by looking, not by being told: the row is the truth. Gives true when there is more at once. */
export type Sweep = {
	readonly name: string;
	readonly everyMs: number;
	readonly run: (desk: Desk, perform: Perform) => Promise<boolean | void>;
};

export const sweeps: readonly Sweep[] = [];
