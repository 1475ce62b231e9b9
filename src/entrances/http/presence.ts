import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Doing } from "../../desk/tickets/contract.ts";
import present from "../../desk/tickets/operations/present.ts";
import { circleOf } from "../../desk/tickets/read.ts";
import { TicketId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Database } from "../../platform/db/database.ts";
import { beat } from "../../platform/presence.ts";
import type { Perform } from "../perform.ts";
import type { Who } from "./who.ts";

const Beating = z.strictObject({ id: TicketId, doing: Doing });

/**
 * The beat of an open ticket: says that its reader is there, answers who else is. No act, for nothing is recorded; whether the
 * ticket is in scope is the question's to say (`docs/decisions/0012-presence-is-not-a-record.md`).
 */
export function presenceRoutes(api: FastifyInstance, who: Who, perform: Perform, database: Database): void {
	api.post("/tickets/:id/presence", { schema: { hide: true } }, async (request, reply) => {
		const actor = await who.asks(request);
		if (actor.kind !== "person") throw new Refusal("forbidden", "sign-in-needed");
		const beating = Beating.safeParse({ ...(request.body as object), ...(request.params as object) });
		if (!beating.success) throw new Refusal("invalid", "invalid-input");
		const { id, doing } = beating.data;
		const others = await perform(present, actor, { id });
		const { personId } = actor;
		await database.write((tx) => beat(tx, { place: id, personId, circle: circleOf(actor), doing }));
		return reply.header("cache-control", "no-store").send(others);
	});
}
