import { activateAgreement, awaitingStart } from "../../desk/agreements/operations/activate-agreement.ts";
import { actorOfAccount } from "../../desk/identity/read.ts";
import deliverSend from "../../desk/tickets/operations/deliver-send.ts";
import { dueSends } from "../../desk/tickets/operations/draft-questions.ts";
import holdBackSend from "../../desk/tickets/operations/hold-back-send.ts";
import settleSilence from "../../desk/tickets/operations/settle-silence.ts";
import silent from "../../desk/tickets/operations/silent.ts";
import type { PersonId, TicketId } from "../../kernel/id.ts";
import { notAllowed, Refusal } from "../../kernel/refusal.ts";
import { dayOf } from "../../platform/clock.ts";
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
		if (code !== "nothing-due") await unlessRefused(() => perform(holdBackSend, sweeper, { id, personId, code }));
	}
}

export const sweeps: readonly Sweep[] = [silence, activation, replies];
