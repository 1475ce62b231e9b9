import type { Registry } from "prom-client";
import type { Desk, Perform } from "../perform.ts";

/** Work found by looking, not by being told: the row is the truth. */
export type Sweep = {
	readonly name: string;
	readonly everyMs: number;
	/** How soon a run follows one that left work behind; at once unless this says otherwise. */
	readonly moreMs?: number;
	/** Gives true when there is more. */
	readonly run: () => Promise<boolean | void>;
};

/** Figures for whoever watches the desk: in the log. */
export type Report = (figures: Readonly<Record<string, number>>, words: string) => void;

export type SweepParts = {
	readonly desk: Desk;
	readonly perform: Perform;
	readonly metrics: Registry;
	readonly report: Report;
};

export const sweeper = { kind: "system", name: "sweeper" } as const;
