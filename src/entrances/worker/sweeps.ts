import { activateAgreement, awaitingStart } from "../../desk/agreements/operations/activate-agreement.ts";
import settleSilence from "../../desk/tickets/operations/settle-silence.ts";
import silent from "../../desk/tickets/operations/silent.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Desk, Perform } from "../perform.ts";

/** Work found by looking, not by being told: the row is the truth. Gives true when there is more at once. */
export type Sweep = {
	readonly name: string;
	readonly everyMs: number;
	readonly run: (desk: Desk, perform: Perform) => Promise<boolean | void>;
};

export const sweeper = { kind: "system", name: "sweeper" } as const;

/** Whether one row of many could be worked on: one that is refused stops no other. */
async function unlessRefused(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		if (error instanceof Refusal) return false;
		throw error;
	}
}

const silenceAtOnce = 100;

/** Reminders and closings by silence are due on days: a minute is soon enough. */
const silence: Sweep = {
	name: "silence",
	everyMs: 60_000,
	async run(_desk, perform) {
		const { ids } = await perform(silent, sweeper, { limit: silenceAtOnce });
		let settled = 0;
		for (const id of ids) {
			if (await unlessRefused(() => perform(settleSilence, sweeper, { id }))) settled += 1;
		}
		return settled === silenceAtOnce;
	},
};

/**
 * Offices begin and former versions end on days: what was signed before goes into force within a minute of that day's
 * beginning (A-17, STA-02). The few versions that are signed and not in force are looked through.
 */
const activation: Sweep = {
	name: "activation",
	everyMs: 60_000,
	async run(_desk, perform) {
		const { ids } = await perform(awaitingStart, sweeper, {});
		for (const id of ids) await unlessRefused(() => perform(activateAgreement, sweeper, { id }));
	},
};

export const sweeps: readonly Sweep[] = [silence, activation];
