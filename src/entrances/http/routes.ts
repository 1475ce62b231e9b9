import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "../../kernel/actor.ts";
import { notAllowed, Refusal } from "../../kernel/refusal.ts";
import type { Operation } from "../../platform/operation.ts";
import type { Perform } from "../perform.ts";
import type { ContractSchemas, JsonSchema } from "./documentation.ts";

export const apiPrefix = "/api/v1";

export type Door = {
	readonly operation: Operation;
	readonly method: string;
	readonly url: string;
	/** Names taken from the path. */
	readonly inPath: readonly string[];
	/** Names that a query may repeat. */
	readonly lists: ReadonlySet<string>;
	readonly schema: Record<string, unknown>;
};

/** The HTTP door of an operation with its documentation; null when it has none. */
export function doorOf(operation: Operation, schemas: ContractSchemas): Door | null {
	const { contract } = operation;
	if (contract.doors.http === undefined) return null;
	const [method = "", pattern = ""] = contract.doors.http.split(" ");
	const inPath = [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
	const input = schemas.of(contract.input, "input");
	const output = schemas.of(contract.output, "output");
	const part = (isInPart: (name: string) => boolean): JsonSchema => ({
		...input,
		properties: Object.fromEntries(Object.entries(input.properties ?? {}).filter(([name]) => isInPart(name))),
		required: (input.required ?? []).filter(isInPart),
	});
	const rest = part((name) => !inPath.includes(name));
	const [area = ""] = contract.name.split(".");
	return {
		operation,
		method,
		url: pattern.replace(/\{(\w+)\}/g, ":$1"),
		inPath,
		lists: new Set(
			Object.entries(input.properties ?? {}).flatMap(([name, property]) => (property.type === "array" ? [name] : [])),
		),
		schema: {
			operationId: contract.name,
			summary: contract.summary,
			tags: [area],
			...(contract.doors.open ? { security: [] } : {}),
			...(inPath.length > 0 ? { params: part((name) => inPath.includes(name)) } : {}),
			...(method === "GET" ? { querystring: rest } : { body: rest }),
			response: { 200: { description: contract.summary, ...output } },
		},
	};
}

const inputOf = (door: Door, request: FastifyRequest): Record<string, unknown> => {
	const rest = (door.method === "GET" ? request.query : request.body) as Record<string, unknown> | null | undefined;
	const input: Record<string, unknown> = { ...rest };
	if (door.method === "GET") {
		for (const name of door.lists) if (typeof input[name] === "string") input[name] = [input[name]];
	}
	return { ...input, ...(request.params as Record<string, unknown>) };
};

/** One route for each operation that has an HTTP door; none has a path of its own. */
export function operationRoutes(
	app: FastifyInstance,
	operations: readonly Operation[],
	perform: Perform,
	who: (request: FastifyRequest) => Promise<Actor>,
	schemas: ContractSchemas,
): void {
	for (const door of operations.flatMap((operation) => doorOf(operation, schemas) ?? [])) {
		const isOpen = door.operation.contract.doors.open === true;
		app.route({
			method: door.method,
			url: door.url,
			schema: door.schema,
			async handler(request, reply) {
				const key = request.headers["idempotency-key"];
				const actor = await who(request);
				if (actor.kind === "public" && !isOpen) throw new Refusal("forbidden", "sign-in-needed");
				const answer = await perform(door.operation, actor, inputOf(door, request), {
					as: "json",
					idempotencyKey: typeof key === "string" && key !== "" ? key.slice(0, 200) : undefined,
				}).catch((error: unknown) => {
					throw actor.kind === "public" ? askToSignIn(error) : error;
				});
				return reply.header("cache-control", "no-store").type("application/json; charset=utf-8").send(answer);
			},
		});
	}
}

/** At an open door, whoever is not signed in is asked to, instead of being told that they may not. */
const askToSignIn = (error: unknown): unknown =>
	error instanceof Refusal && error.code === notAllowed.code ? new Refusal("forbidden", "sign-in-needed") : error;
