import settleSilence from "../../desk/tickets/operations/settle-silence.ts";
import silent from "../../desk/tickets/operations/silent.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { clockSweep } from "./clock-sweep.ts";
import { type Sweep, type SweepParts, sweeper } from "./sweep.ts";

const silenceAtOnce = 100;

/** Reminders and closings by silence are due on days: a minute is soon enough. One ticket that cannot be settled stops no other. */
const silence = ({ perform }: SweepParts): Sweep => ({
	name: "silence",
	everyMs: 60_000,
	async run() {
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
});

export const sweepsOf = (parts: SweepParts): readonly Sweep[] => [clockSweep(parts), silence(parts)];
