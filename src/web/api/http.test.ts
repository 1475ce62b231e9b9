import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { act, question } from "../../kernel/contract.ts";
import { refusalOf, requestOf } from "./http.ts";

const read = question({
	name: "things.list",
	summary: "",
	input: z.strictObject({ id: z.string(), state: z.array(z.string()).optional(), after: z.string().optional() }),
	output: z.unknown(),
	doors: { http: "GET /things/{id}/parts" },
});
const change = act({
	name: "things.close",
	summary: "",
	input: z.strictObject({ id: z.string(), version: z.number() }),
	output: z.unknown(),
	doors: { http: "POST /things/{id}/closure" },
});

describe("the request of an operation", () => {
	test("path from the input, the rest in the query, lists repeated, empty left out", () => {
		assert.deepEqual(requestOf(read, { id: "a/b", state: ["x", "y"], after: undefined }), {
			method: "GET",
			path: "/api/v1/things/a%2Fb/parts?state=x&state=y",
			body: undefined,
		});
	});
	test("an act carries the rest as JSON", () => {
		assert.deepEqual(requestOf(change, { id: "7", version: 2 }), {
			method: "POST",
			path: "/api/v1/things/7/closure",
			body: '{"version":2}',
		});
	});
});

describe("a refusal read from the wire", () => {
	const rows: [name: string, status: number, body: unknown, kind: string, code: string][] = [
		["a stale change", 409, { code: "stale", details: { version: 3 } }, "conflict", "stale"],
		["no session", 401, { code: "anything" }, "forbidden", "signed-out"],
		["a page of a proxy", 502, undefined, "unavailable", "server-fault"],
		["an unknown object", 404, { code: "not-found" }, "not-found", "not-found"],
	];
	for (const [name, status, body, kind, code] of rows) {
		test(name, () => {
			const refusal = refusalOf(status, body);
			assert.deepEqual([refusal.kind, refusal.code], [kind, code]);
		});
	}
});
