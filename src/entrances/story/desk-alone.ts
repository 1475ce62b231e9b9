import { sql } from "kysely";
import { sweep } from "../../desk/clocks/contract.ts";
import { settleSilence, silent } from "../../desk/tickets/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { narrator, type Stage } from "./stage.ts";

/**
 * What the desk does by itself up to a time (UTC ms), each thing at the moment it is due: warnings, breaches, the next
 * target's turn, reminders, closing for silence, and the mails that follow. The worker does the same beside a running desk.
 */
export async function deskAlone(stage: Stage, until: number): Promise<void> {
	for (;;) {
		const due = await nextDue(stage);
		const next = Math.min(due.clocks, due.silence, due.mail);
		if (next > until) return;
		stage.moveTo(Math.max(next, stage.now()));
		if (due.clocks <= stage.now()) await sweepClocks(stage);
		if (due.silence <= stage.now()) await settleSilent(stage);
		if (due.mail <= stage.now()) await stage.sendMail();
	}
}

type Due = { readonly clocks: number; readonly silence: number; readonly mail: number };

/** When there is something to do, by the indexes that the sweepers use; infinity = nothing. */
async function nextDue(stage: Stage): Promise<Due> {
	const { rows } = await stage.desk.database.read((tx) =>
		sql<Record<keyof Due, Temporal.Instant | null>>`select
			least((select min(next_at) from clock where next_at is not null),
				(select min(moves_at) from clock_hand_over where moves_at is not null)) as clocks,
			(select min(silence_check_at) from ticket where silence_check_at is not null) as silence,
			(select min(due_at) from outbox where state = 'QUEUED') as mail`.execute(tx),
	);
	const [row] = rows;
	const at = (instant: Temporal.Instant | null | undefined) => instant?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
	return { clocks: at(row?.clocks), silence: at(row?.silence), mail: at(row?.mail) };
}

async function sweepClocks(stage: Stage): Promise<void> {
	for (;;) {
		try {
			const { isMore } = await stage.perform(sweep, narrator, {});
			if (!isMore) return;
		} catch (error) {
			if (error instanceof Refusal && error.code === "nothing-due") return;
			throw error;
		}
	}
}

async function settleSilent(stage: Stage): Promise<void> {
	const { ids } = await stage.perform(silent, narrator, {});
	for (const id of ids) await stage.perform(settleSilence, narrator, { id });
}
