import sweepClocks from "../../desk/clocks/operations/sweep.ts";
import { actorOfAccount } from "../../desk/identity/read.ts";
import deliverSend from "../../desk/tickets/operations/deliver-send.ts";
import { dueSends } from "../../desk/tickets/operations/draft-questions.ts";
import holdBackSend from "../../desk/tickets/operations/hold-back-send.ts";
import settleSilence from "../../desk/tickets/operations/settle-silence.ts";
import silent from "../../desk/tickets/operations/silent.ts";
import { batchSize } from "../../desk/clocks/write/sweep.ts";
import type { PersonId, TicketId } from "../../kernel/id.ts";
import { notAllowed, Refusal } from "../../kernel/refusal.ts";
import { dayOf } from "../../platform/clock.ts";
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

const nothingDue = "nothing-due";

/** What `work` gives; false where it refuses because nothing is due. */
async function unlessNothingDue<Done>(work: () => Promise<Done>): Promise<Done | false> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal && error.code === nothingDue) return false;
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

const repliesAtOnce = 100;

/** Replies leave once they can no longer be undone. One that fails stops no other and is tried again at the next tick. */
const replies: Sweep = {
	name: "replies",
	everyMs: 1000,
	async run(desk, perform) {
		const { sends } = await perform(dueSends, sweeper, { limit: repliesAtOnce });
		const faults: unknown[] = [];
		for (const send of sends) await sendReply(desk, perform, send).catch((fault: unknown) => faults.push(fault));
		if (faults.length > 0) throw new AggregateError(faults, "replies could not be sent");
		return sends.length === repliesAtOnce;
	},
};

/** In its author's name; a reply that something stands against becomes the author's draft again. */
async function sendReply(desk: Desk, perform: Perform, { id, personId }: { id: TicketId; personId: PersonId }) {
	const author = await desk.database.read((tx) => actorOfAccount(tx, personId, dayOf(desk.clock.now())));
	try {
		if (!author) throw new Refusal("forbidden", notAllowed.code);
		await perform(deliverSend, author, { id });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const code = error.obstacles[0]?.code ?? error.code;
		if (code !== nothingDue) await unlessNothingDue(() => perform(holdBackSend, sweeper, { id, personId, code }));
	}
}

export const sweeps: readonly Sweep[] = [clocks, silence, replies];
