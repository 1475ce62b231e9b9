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

const silenceAtOnce = 100;

/** Reminders and closings by silence are due on days: a minute is soon enough. One ticket that cannot be settled stops no other. */
const silence: Sweep = {
	name: "silence",
	everyMs: 60_000,
	async run(_desk, perform) {
		const { ids } = await perform(silent, sweeper, { limit: silenceAtOnce });
		let settled = 0;
		for (const id of ids) {
			const isSettled = await perform(settleSilence, sweeper, { id }).then(
				() => true,
				(error: unknown) => {
					if (error instanceof Refusal) return false;
					throw error;
				},
			);
			if (isSettled) settled += 1;
		}
		return settled === silenceAtOnce;
	},
};

export const sweeps: readonly Sweep[] = [silence];
