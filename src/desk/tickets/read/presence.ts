import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import type { Context } from "../../../platform/operation.ts";
import { presentNow } from "../../../platform/presence.ts";
import { personNames } from "../../identity/read.ts";
import type { Doing, PresenceView } from "../contract.ts";
import { isAtFirstLevel } from "../policy.ts";
import { visibleTo } from "./scope.ts";

/** The two sides are not told of each other: who reads at the other one is no business of theirs. */
export const circleOf = (actor: Actor): string =>
	isAtFirstLevel(actor, { isRestricted: false }) ? "FIRST_LEVEL" : "SECOND_LEVEL";

/** Who else of the actor's own side is at tickets in the actor's scope, at one of them or at any. */
export async function presentAt(
	{ tx, actor }: Context,
	ticketId: string | undefined,
): Promise<z.input<typeof PresenceView>[]> {
	let query = presentNow(tx, circleOf(actor))
		.innerJoin("ticket", "ticket.id", "presence.place")
		.where(visibleTo(actor))
		.orderBy("presence.person_id");
	if (actor.kind === "person") query = query.where("presence.person_id", "<>", actor.personId);
	if (ticketId !== undefined) query = query.where("ticket.id", "=", ticketId);
	const rows = await query.execute();
	const names = await personNames(
		tx,
		rows.map((row) => row.person_id),
	);
	return rows.map((row) => ({
		ticketId: row.place,
		personId: row.person_id,
		name: names.get(row.person_id) ?? "",
		doing: row.doing as Doing,
	}));
}
