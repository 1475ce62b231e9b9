import type { z } from "zod";
import type { PersonId, TicketId } from "../../../kernel/id.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { Context } from "../../../platform/operation.ts";
import type { DraftView } from "../contract.ts";
import type { Audience, SendKind } from "../rules/codes.ts";

/** Whose drafts they are: the actor's; rights let nobody but a person come this far. */
export function ownerOf({ actor }: Pick<Context, "actor">): PersonId {
	if (actor.kind !== "person") throw new Error("a draft belongs to a person");
	return actor.personId;
}

const draftRows = (tx: Tx, id: TicketId, personId: PersonId) =>
	tx.selectFrom("ticket_draft").selectAll().where("ticket_id", "=", id).where("person_id", "=", personId);

export type DraftRow = Awaited<ReturnType<ReturnType<typeof draftRows>["executeTakeFirstOrThrow"]>>;

export const draftsOf = (context: Context, id: TicketId): Promise<DraftRow[]> =>
	draftRows(context.tx, id, ownerOf(context)).orderBy("audience").execute();

/** The actor's reply whose ten seconds are over, locked against an undo at the same moment; null when there is none. */
export const dueSendOf = async (context: Context, id: TicketId): Promise<DraftRow | null> =>
	context.actor.kind === "person"
		? ((await draftRows(context.tx, id, context.actor.personId)
				.where("send_at", "<=", context.now)
				.forUpdate()
				.executeTakeFirst()) ?? null)
		: null;

export const draftView = (row: DraftRow, now: Temporal.Instant): z.input<typeof DraftView> => ({
	audience: row.audience as Audience,
	version: row.version,
	body: row.body,
	savedAt: row.saved_at.toString(),
	kind: row.send_kind as SendKind | null,
	expectedOn: row.expected_on?.toString() ?? null,
	sendsInMs: row.send_at && Math.max(0, row.send_at.epochMilliseconds - now.epochMilliseconds),
	heldBack: row.held_back,
});
