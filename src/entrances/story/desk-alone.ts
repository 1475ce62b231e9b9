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

const inMs = (instant: string) => `ceil(extract(epoch from ${instant}) * 1000)::float8`;
/** By the indexes that the sweepers use. One statement without a transaction: a story asks this before every step. */
const dueText = `select
	${inMs(`least((select min(next_at) from clock where next_at is not null),
		(select min(moves_at) from clock_hand_over where moves_at is not null))`)} as clocks,
	${inMs("(select min(silence_check_at) from ticket where silence_check_at is not null)")} as silence,
	${inMs("(select min(due_at) from outbox where state = 'QUEUED')")} as mail`;

/** When there is something to do (UTC ms); infinity = nothing. */
async function nextDue(stage: Stage): Promise<Due> {
	const { rows } = await stage.desk.database.pool.query<Record<keyof Due, number | null>>(dueText);
	const [row] = rows;
	const never = Number.POSITIVE_INFINITY;
	return { clocks: row?.clocks ?? never, silence: row?.silence ?? never, mail: row?.mail ?? never };
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
