import type { Context } from "../../../platform/operation.ts";
import type { CatalogueDays } from "../read/catalogue-days.ts";
import { nextSilenceCheck, reopenableUntil } from "../rules/silence.ts";

/** Columns of a ticket whose user owes no word. */
export const noSilence = { silent_since: null, reminded: 0, silence_check_at: null } as const;

/** Columns of a ticket whose user was asked now: reminded on the catalogue's days, closed after the last. */
export const silenceAfterQuestion = (context: Context, days: CatalogueDays) => ({
	silent_since: context.now,
	reminded: 0,
	silence_check_at: nextSilenceCheck(context.now, 0, days),
});

/** Columns of a ticket whose user was answered now: nobody is reminded of an answer, silence closes it. */
export const silenceAfterAnswer = (context: Context, days: CatalogueDays) => ({
	silent_since: context.now,
	reminded: 0,
	silence_check_at: nextSilenceCheck(context.now, 0, { ...days, reminderDays: [] }),
	reopenable_until: reopenableUntil(context.now, days.reopenDays),
});

/** A pause that ended in the same instant goes on instead of beginning twice. */
export const beginPause = (context: Context, ticketId: string) =>
	context.tx
		.insertInto("ticket_pause")
		.values({ ticket_id: ticketId, since: context.now })
		.onConflict((conflict) => conflict.columns(["ticket_id", "since"]).doUpdateSet({ until: null }))
		.execute();

export const endPause = (context: Context, ticketId: string) =>
	context.tx
		.updateTable("ticket_pause")
		.set({ until: context.now })
		.where("ticket_id", "=", ticketId)
		.where("until", "is", null)
		.execute();
