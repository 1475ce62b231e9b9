import type { FastifyInstance } from "fastify";
import { type Obstacle, Refusal } from "../../kernel/refusal.ts";
import type { Operation } from "../../platform/operation.ts";
import type { Who } from "./who.ts";

/** Operations that are about no object: whether they are open depends on the offices held alone. */
const withoutObject = (operations: readonly Operation[]): readonly Operation[] =>
	operations.filter(
		({ contract, load, may }) =>
			contract.doors.http && load === undefined && (contract.kind === "question" || may.length <= 1),
	);

/**
 * `can` of the whole desk: what stands against each question that opens a place and each act that adds something, from the
 * very policies that these ask. The menu shows what is open, buttons say what is not; no area has to know another's rights for it.
 */
export function canRoutes(api: FastifyInstance, who: Who, operations: readonly Operation[]): void {
	const asked = withoutObject(operations);
	api.get("/me/can", { schema: { hide: true } }, async (request, reply) => {
		const actor = await who.asks(request);
		if (actor.kind !== "person") throw new Refusal("forbidden", "sign-in-needed");
		const can: Record<string, readonly Obstacle[]> = {};
		for (const { contract, may } of asked) can[contract.name] = may(actor, undefined, {});
		return reply.header("cache-control", "no-store").send({ can });
	});
}
