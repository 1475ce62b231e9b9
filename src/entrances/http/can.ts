import type { FastifyInstance } from "fastify";
import { type Obstacle, Refusal } from "../../kernel/refusal.ts";
import type { Operation } from "../../platform/operation.ts";
import type { Who } from "./who.ts";

/** Questions that are about no object: whether one may ask them depends on the offices held alone. */
const withoutObject = (operations: readonly Operation[]): readonly Operation[] =>
	operations.filter(({ contract, load }) => contract.kind === "question" && contract.doors.http && load === undefined);

/**
 * `can` of the whole desk: what stands against each question that opens a place, from the very policies that the questions
 * ask. The menu shows what is open; no area has to know another's rights for it.
 */
export function canRoutes(api: FastifyInstance, who: Who, operations: readonly Operation[]): void {
	const questions = withoutObject(operations);
	api.get("/me/can", { schema: { hide: true } }, async (request, reply) => {
		const actor = await who.asks(request);
		if (actor.kind !== "person") throw new Refusal("forbidden", "sign-in-needed");
		const can: Record<string, readonly Obstacle[]> = {};
		for (const { contract, may } of questions) can[contract.name] = may(actor, undefined, {});
		return reply.header("cache-control", "no-store").send({ can });
	});
}
