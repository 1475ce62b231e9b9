import type { Contract } from "../../kernel/contract.ts";
import { type Detail, type Obstacle, Refusal, type RefusalKind } from "../../kernel/refusal.ts";
import type { z } from "zod";

/** What of the input travels where: `{name}` of the path from the input, the rest in the query (GET) or the JSON body. */
export type WireRequest = { readonly method: string; readonly path: string; readonly body: string | undefined };

/** The request of an operation's HTTP door, below `/api/v1`. An empty value (null, undefined) is left out of a query. */
export const requestOf = <Input extends z.ZodType>(contract: Contract<Input>, input: z.input<Input>): WireRequest => {
	const { http } = contract.doors;
	if (http === undefined) throw new Error(`${contract.name} has no HTTP door`);
	const [method = "", pattern = ""] = http.split(" ");
	const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
	const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = rest[name];
		delete rest[name];
		return encodeURIComponent(String(value));
	});
	if (method !== "GET") return { method, path: `/api/v1${path}`, body: JSON.stringify(rest) };
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(rest)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined && one !== null && one !== "") query.append(name, String(one));
		}
	}
	return { method, path: `/api/v1${path}${query.size > 0 ? `?${query}` : ""}`, body: undefined };
};

const kinds: Readonly<Record<number, RefusalKind>> = {
	400: "invalid",
	401: "forbidden",
	403: "forbidden",
	404: "not-found",
	409: "conflict",
	422: "invalid",
	425: "too-soon",
	429: "too-soon",
	503: "unavailable",
};

/** A refusal from the server's problem+json (RFC 9457); anything unreadable is `server-fault`, which says nothing false. */
export const refusalOf = (status: number, problem: unknown): Refusal => {
	const body = (typeof problem === "object" && problem !== null ? problem : {}) as {
		code?: unknown;
		obstacles?: unknown;
		details?: unknown;
	};
	const isSignedOut = status === 401;
	const code = isSignedOut ? "signed-out" : typeof body.code === "string" ? body.code : "server-fault";
	return new Refusal(kinds[status] ?? "unavailable", code, {
		obstacles: Array.isArray(body.obstacles) ? (body.obstacles as Obstacle[]) : [],
		details: (typeof body.details === "object" && body.details !== null ? body.details : {}) as Record<string, Detail>,
	});
};
