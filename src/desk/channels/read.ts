import type { TicketId } from "../../kernel/id.ts";
import { notFound } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/db/tx.ts";
import type { Context } from "../../platform/operation.ts";
import type { ThreadClue } from "../../platform/mail/threading.ts";
import { type LoadedTicket, reporterOf, ticketInScope } from "../tickets/read.ts";
import { mayKeepQuarantine } from "./policy.ts";
import { writesAtSecondLevel } from "./read/second-level.ts";
import { type FoundClue, type Thread, threads } from "./rules/thread.ts";

/** An arrival that is in quarantine now, unknown to whom quarantine is not open; `update` locks it for a change. */
export async function quarantined({ tx, actor }: Context, id: string, purpose: "read" | "update") {
	if (mayKeepQuarantine(actor).length > 0) throw notFound("arrival");
	const query = tx.selectFrom("inbox").selectAll().where("id", "=", id).where("state", "=", "QUARANTINED");
	const row = await (purpose === "update" ? query.forUpdate() : query).executeTakeFirst();
	if (row === undefined) throw notFound("arrival");
	return row;
}

/** The clues of a mail that lead to a ticket, with the conversations of it in which the sender takes part. */
export async function foundClues(context: Context, clues: readonly ThreadClue[], sender: string): Promise<FoundClue[]> {
	const found: FoundClue[] = [];
	const seen = new Set<string>();
	for (const clue of clues) {
		const at = await placeOf(context.tx, clue);
		if (at === null || seen.has(`${at.ticketId}:${at.thread}`)) continue;
		seen.add(`${at.ticketId}:${at.thread}`);
		const ticket = await ticketInScope({ ...context, actor: mailDoor }, at.ticketId as TicketId);
		const { isRestricted } = ticket.exposure;
		found.push({ by: clue.by, ...at, isRestricted, takesPartIn: await takesPartIn(context, ticket, sender) });
	}
	return found;
}

/** Finds a ticket whoever may see it; what it finds decides only where the mail goes. */
const mailDoor = { kind: "system", name: "mail" } as const;

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
 * A user takes part in his own conversation, second level in its side thread, as things stand when the mail comes: that
 * somebody was mailed in it once gives no right to it. Who is both is taken for the user, whose words do nothing by themselves.
 */
async function takesPartIn(context: Context, ticket: LoadedTicket, sender: string): Promise<Thread[]> {
	const { email } = await reporterOf(context.tx, ticket.row.id);
	return [
		...(email?.toLowerCase() === sender ? (["u"] as const) : []),
		...((await writesAtSecondLevel(context, ticket, sender)) ? (["s"] as const) : []),
	];
}
