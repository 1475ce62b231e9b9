import { sql } from "kysely";
import { readCursor } from "../../kernel/page.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { Context } from "../../platform/operation.ts";
import type { ThreadClue } from "../../platform/mail/threading.ts";
import { type FoundClue, type Thread, threads } from "./rules/thread.ts";

/** An arrival that is in quarantine now; `update` locks it for a change. */
export async function quarantined(tx: Tx, id: string, purpose: "read" | "update") {
	const query = tx.selectFrom("inbox").selectAll().where("id", "=", id).where("state", "=", "QUARANTINED");
	const row = await (purpose === "update" ? query.forUpdate() : query).executeTakeFirst();
	if (row === undefined) throw notFound("arrival");
	return row;
}

/** The instant and id that a cursor of ours holds; null at the beginning. */
export function cursorOf(after: string | undefined): { at: Temporal.Instant; id: string } | null {
	if (after === undefined) return null;
	const values = readCursor(after);
	const [at, id] = values ?? [];
	try {
		if (values?.length !== 2 || typeof id !== "string") throw new RangeError();
		return { at: Temporal.Instant.from(String(at)), id };
	} catch {
		throw new Refusal("invalid", "bad-cursor");
	}
}

/** The clues of a mail that lead to a ticket, with the conversations of it in which the sender takes part. */
export async function foundClues(
	{ tx, today }: Pick<Context, "tx" | "today">,
	clues: readonly ThreadClue[],
	sender: string,
): Promise<FoundClue[]> {
	const found: FoundClue[] = [];
	const seen = new Set<string>();
	for (const clue of clues) {
		const at = await placeOf(tx, clue);
		if (at === null || seen.has(`${at.ticketId}:${at.thread}`)) continue;
		seen.add(`${at.ticketId}:${at.thread}`);
		found.push({ by: clue.by, ...at, takesPartIn: await takesPartIn(tx, at.ticketId, sender, today) });
	}
	return found;
}

async function placeOf(tx: Tx, clue: ThreadClue): Promise<{ ticketId: string; thread: Thread | null } | null> {
	if (clue.by === "SUBJECT") {
		const ticket = await tx.selectFrom("ticket").select("id").where("number", "=", clue.number).executeTakeFirst();
		return ticket ? { ticketId: ticket.id, thread: null } : null;
	}
	if (clue.by === "MESSAGE") {
		const mail = await tx
			.selectFrom("outbox")
			.innerJoin("ticket", "ticket.id", "outbox.about_id")
			.select(["ticket.id", "thread"])
			.where("outbox.id", "=", clue.outboxId)
			.executeTakeFirst();
		return mail ? { ticketId: mail.id, thread: threadOf(mail.thread) } : null;
	}
	const ticket = await tx.selectFrom("ticket").select("id").where("id", "=", clue.token.id).executeTakeFirst();
	return ticket ? { ticketId: ticket.id, thread: threadOf(clue.token.thread) } : null;
}

const threadOf = (letter: string | null): Thread | null =>
	letter !== null && letter in threads ? (letter as Thread) : null;

/**
 * A user takes part in his own conversation. In second level's, whoever was mailed in it, and whoever holds an office of second
 * level for the ticket's service today: a group mailbox is answered from people's own addresses.
 */
async function takesPartIn(tx: Tx, ticketId: string, sender: string, today: Temporal.PlainDate): Promise<Thread[]> {
	const { rows } = await sql<{ thread: Thread }>`
		select 'u' as thread from ticket_reporter where ticket_id = ${ticketId} and lower(email) = ${sender}
		union select thread from outbox
			where about_id = ${ticketId} and recipient = ${sender} and thread in ('u', 's')
		union select 's' from ticket
			join role_holding office on office.service_id = ticket.service_id
				and (office.support_set is null or office.support_set = ticket.support_set)
			join person on person.id = office.person_id
			where ticket.id = ${ticketId} and ticket.hand_overs > 0 and lower(person.email) = ${sender}
				and office.role in ('l2_agent', 'technical_custodian', 'content_custodian')
				and office.valid_from <= ${today} and (office.valid_until is null or office.valid_until > ${today})
				and person.stopped_at is null
		order by thread`.execute(tx);
	return rows.map((row) => row.thread);
}
