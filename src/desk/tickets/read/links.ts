import { sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import type { Tx } from "../../../platform/db/tx.ts";
import type { LinkView } from "../contract.ts";
import { isAtFirstLevel, ticketScope } from "../policy.ts";
import type { LinkKind } from "../rules/codes.ts";
import { subjectFor } from "../rules/subject.ts";
import { inScope, ticketColumns } from "./scope.ts";

/** Whether there is a link, from one ticket or to another, of a kind. */
export async function linkExists(
	tx: Tx,
	wanted: { readonly from?: string; readonly to?: string; readonly kind?: LinkKind },
): Promise<boolean> {
	let query = tx.selectFrom("ticket_link").select("to_id");
	if (wanted.from !== undefined) query = query.where("ticket_id", "=", wanted.from);
	if (wanted.to !== undefined) query = query.where("to_id", "=", wanted.to);
	if (wanted.kind !== undefined) query = query.where("kind", "=", wanted.kind);
	return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Links of a ticket in both directions, to tickets that the actor may see. */
export async function linksOf(
	tx: Tx,
	actor: Actor,
	ticketId: string,
): Promise<{ readonly isParent: boolean; readonly view: z.input<typeof LinkView> }[]> {
	const rows = await tx
		.selectFrom("ticket_link as link")
		.innerJoin("ticket", (join) =>
			join.on(sql<boolean>`ticket.id = case when link.ticket_id = ${ticketId} then link.to_id else link.ticket_id end`),
		)
		.leftJoin("ticket_reporter", "ticket_reporter.ticket_id", "ticket.id")
		.select([
			"ticket.id",
			"ticket.number",
			"ticket.subject",
			"ticket.state",
			"ticket.restricted",
			"ticket_reporter.name",
		])
		.select(["link.kind", "link.ticket_id as from_id"])
		.where((eb) => eb.or([eb("link.ticket_id", "=", ticketId), eb("link.to_id", "=", ticketId)]))
		.where(inScope(ticketScope(actor), ticketColumns))
		.orderBy("ticket.number")
		.execute();
	return rows.map((row) => ({
		isParent: row.kind === "CHILD" && row.from_id === ticketId,
		view: {
			id: row.id,
			number: row.number,
			subject: subjectFor(row.subject, {
				isFirst: isAtFirstLevel(actor, { isRestricted: row.restricted }),
				reporterName: row.name,
			}),
			state: row.state as z.input<typeof LinkView>["state"],
			kind: row.kind as LinkKind,
		},
	}));
}
