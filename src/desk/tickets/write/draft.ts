import { sql } from "kysely";
import type { PersonId, TicketId } from "../../../kernel/id.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import type { DB } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import { type DraftRow, ownerOf } from "../read/drafts.ts";
import type { Audience } from "../rules/codes.ts";

type Words = Partial<Pick<DraftRow, "send_kind" | "expected_on" | "send_at">> & { readonly body: string };

const refOf = (row: { version: number; saved_at: Temporal.Instant }) => ({
	version: row.version,
	savedAt: row.saved_at.toString(),
});

/**
 * Writes the actor's own words over the version that the device last saw. Refuses `draft-changed` when another device wrote
 * meanwhile, or when they are being sent.
 */
export async function writeDraft(
	context: Context,
	of: { readonly id: TicketId; readonly audience: Audience; readonly seen: number },
	words: Words,
) {
	const kept = { ...words, version: of.seen + 1, saved_at: context.now, held_back: null };
	const row = await context.tx
		.insertInto("ticket_draft")
		.values({ ticket_id: of.id, person_id: ownerOf(context), audience: of.audience, ...kept })
		.onConflict((conflict) =>
			conflict
				.columns(["ticket_id", "person_id", "audience"])
				.doUpdateSet(kept)
				.where("ticket_draft.version", "=", of.seen)
				.where("ticket_draft.send_at", "is", null),
		)
		.returning(["version", "saved_at"])
		.executeTakeFirst();
	if (!row) throw new Refusal("conflict", "draft-changed");
	return refOf(row);
}

type Changes = { readonly [Column in "body" | "held_back"]?: DB["ticket_draft"][Column] & string };

/** Takes a reply out of the outbox; null when none waits there. The row's lock decides between sending and undoing. */
export async function takeFromOutbox(context: Context, id: TicketId, personId: PersonId, changes: Changes = {}) {
	const row = await context.tx
		.updateTable("ticket_draft")
		.set({ ...changes, send_at: null, version: sql`version + 1` })
		.where("ticket_id", "=", id)
		.where("person_id", "=", personId)
		.where("audience", "=", "USER")
		.where("send_at", "is not", null)
		.returning(["version", "saved_at"])
		.executeTakeFirst();
	return row ? refOf(row) : null;
}
