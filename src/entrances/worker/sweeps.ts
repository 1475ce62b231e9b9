import sweepClocks from "../../desk/clocks/operations/sweep.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Desk, Perform } from "../perform.ts";

/** Work found by looking, not by being told: the row is the truth. Gives true when there is more at once. */
export type Sweep = {
	readonly name: string;
	readonly everyMs: number;
	readonly run: (desk: Desk, perform: Perform) => Promise<boolean | void>;
};

const sweeper = { kind: "system", name: "sweeper" } as const;

/** What `work` gives; false where it refuses because nothing is due. */
async function unlessNothingDue(work: () => Promise<boolean>): Promise<boolean> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal && error.code === "nothing-due") return false;
		throw error;
	}
}

/** Warnings and breaches come within two seconds of their time. */
const clocks: Sweep = {
	name: "clocks",
	everyMs: 1000,
	run: (_desk, perform) => unlessNothingDue(async () => (await perform(sweepClocks, sweeper, {})).isMore),
};

export const sweeps: readonly Sweep[] = [clocks];
