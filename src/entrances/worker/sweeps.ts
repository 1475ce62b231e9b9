import { activateAgreement, awaitingStart } from "../../desk/agreements/operations/activate-agreement.ts";
import sweepClocks from "../../desk/clocks/operations/sweep.ts";
import settleSilence from "../../desk/tickets/operations/settle-silence.ts";
import silent from "../../desk/tickets/operations/silent.ts";
import { batchSize } from "../../desk/clocks/write/sweep.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Desk, Perform } from "../perform.ts";

/** Figures for whoever watches the desk: in the log. */
export type Report = (figures: Readonly<Record<string, number | boolean>>, words: string) => void;

/** Work found by looking, not by being told: the row is the truth. Gives true when there is more at once. */
export type Sweep = {
	readonly name: string;
	readonly everyMs: number;
	readonly run: (desk: Desk, perform: Perform, report: Report) => Promise<boolean | void>;
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

/** After a standstill a node says at most a thousand things a second, so that mail and screens keep up with it. */
const batchesATick = 10;

/** Warnings and breaches come within two seconds of their time; how fast a backlog drains is reported. */
const clocks: Sweep = {
	name: "clocks",
	everyMs: 1000,
	async run(_desk, perform, report) {
		const started = performance.now();
		let said = 0;
		let isMore = true;
		for (let batch = 0; isMore && batch < batchesATick; batch += 1) {
			isMore = await unlessNothingDue(async () => {
				const { warned, breached, moved, escalated, isMore: more } = await perform(sweepClocks, sweeper, {});
				said += warned + breached + moved + escalated;
				return more;
			});
		}
		if (!isMore && said < batchSize) return;
		const perSecond = Math.round((said * 1000) / (performance.now() - started));
		report({ said, perSecond, isMore }, "clocks: backlog drains");
	},
};

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

export const sweeps: readonly Sweep[] = [clocks, silence, activation];
