import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { apiPrefix } from "../src/entrances/http/routes.ts";
import { openTestDesk, operations, type TestDesk } from "./support/desk.ts";
import { openTestWeb } from "./support/web.ts";

const generated = (name: string) => path.resolve(import.meta.dirname, "../generated", name);
const asIs = { serializers: [String] };

// What changes for programs and for who is not signed in is a difference to be read before it is committed:
// `npm test -- doors --test-update-snapshots` writes both files.
describe("the doors of the desk", () => {
	let desk: TestDesk;
	let app: FastifyInstance;
	const routes: { method: string; url: string }[] = [];
	before(async () => {
		desk = await openTestDesk();
		app = await openTestWeb(desk, {
			onRoute({ method, url }) {
				for (const one of [method].flat()) routes.push({ method: one, url });
			},
		});
	});
	after(async () => {
		await app.close();
		await desk.close();
	});

	test("contracts are those committed", (t) => {
		const rows = operations
			.map(({ contract: { name, kind, summary, doors } }) => {
				const cli = doors.cli ? "yes" : "";
				return `| ${name} | ${kind} | ${doors.http ?? ""} | ${cli} | ${doors.open ? "yes" : ""} | ${summary} |`;
			})
			.toSorted();
		const head = [
			"# Operations",
			"",
			"| name | kind | HTTP | CLI | without sign-in | what it does |",
			"|---|---|---|---|---|---|",
		];
		t.assert.fileSnapshot([...head, ...rows, ""].join("\n"), generated("operations.md"), asIs);
	});

	test("names, doors and addresses are each one operation's alone, and questions alone are asked by GET", () => {
		const names = operations.map(({ contract }) => contract.name);
		assert.deepEqual(names.length, new Set(names).size);
		const doors = operations.flatMap(({ contract }) => contract.doors.http ?? []);
		const shapes = doors.map((door) => door.replaceAll(/\{\w+\}/g, "{}"));
		assert.deepEqual(shapes.length, new Set(shapes).size);
		for (const { contract } of operations)
			if (contract.doors.http)
				assert.equal(contract.doors.http.startsWith("GET "), contract.kind === "question", contract.name);
	});

	test("routes that answer without sign-in are those committed", async (t) => {
		const open: string[] = [];
		// HEAD answers as GET does; the screens are files, there once they are built.
		const asked = routes.filter(({ method, url }) => method !== "HEAD" && !/^\/(app|assets)\b/.test(url));
		// Each asks from an address of its own: who asks too often is refused before.
		for (const [at, { method, url }] of asked.entries()) {
			const payload = method === "GET" ? {} : { payload: {} };
			const remoteAddress = `10.0.${Math.floor(at / 250)}.${at % 250}`;
			const request = { method: method as "GET", url: url.replaceAll(/:\w+/g, "0"), remoteAddress, ...payload };
			const answer = await app.inject(request);
			if (answer.statusCode !== 401) open.push(`${method} ${url}`);
		}
		t.assert.fileSnapshot(`${open.toSorted().join("\n")}\n`, generated("unauthenticated.txt"), asIs);
		const contracts = operations
			.filter(({ contract }) => contract.doors.open)
			.map(({ contract }) => contract.doors.http!);
		const ofContracts = contracts.map((door) => door.replace(" ", ` ${apiPrefix}`).replaceAll(/\{(\w+)\}/g, ":$1"));
		const reached = open.filter((route) => route.includes(`${apiPrefix}/`));
		const others = reached.filter((route) => !ofContracts.includes(route) && !route.includes(`${apiPrefix}/docs`));
		assert.deepEqual(others, [`GET ${apiPrefix}/openapi.json`]);
	});
});
