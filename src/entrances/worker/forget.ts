import { sql } from "kysely";
import type { Desk } from "../perform.ts";

const idempotencyHours = 72;
const draftDays = 30;

/** Keys by which an act that is sent twice is done once: nobody repeats it after days. */
export const forgetKeys = async ({ database, clock }: Desk): Promise<void> => {
	const before = clock.now().subtract({ hours: idempotencyHours });
	await database.write((tx) => tx.deleteFrom("idempotency").where("at", "<", before).execute());
};

/** Words that nobody sent, a month after their ticket was closed: they are no record, and they hold personal data. */
export const forgetDrafts = async ({ database, clock }: Desk): Promise<void> => {
	const before = clock.now().subtract({ hours: draftDays * 24 });
	await database.write((tx) =>
		sql`delete from ticket_draft using ticket where ticket.id = ticket_draft.ticket_id
			and ticket.state in ('closed', 'spam') and saved_at < ${before}
			and coalesce(ticket.closed_at, saved_at) < ${before}`.execute(tx),
	);
};
