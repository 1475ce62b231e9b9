import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { inputOf, readCommandLine } from "./command-line.ts";

describe("a command line", () => {
	const rows: [name: string, args: string[], expected: Partial<ReturnType<typeof readCommandLine>>][] = [
		["only a name", ["identity.me"], { name: "identity.me", json: false, as: null }],
		[
			"options before and after the name",
			["--json", "identity.me", "--as", "ana"],
			{ name: "identity.me", json: true, as: "ana" },
		],
		["values with equals signs keep them", ["a.b", "text=x=y"], { pairs: [["text", "x=y"]] }],
		["nothing", [], { name: "" }],
	];
	for (const [name, args, expected] of rows) {
		test(name, () => {
			const line = readCommandLine(args);
			for (const [key, value] of Object.entries(expected)) assert.deepEqual(line[key as keyof typeof line], value);
		});
	}

	test("text stays text, other fields are read as JSON, pairs win over the input", () => {
		const schema = z.toJSONSchema(
			z.strictObject({ number: z.string(), limit: z.number(), flag: z.boolean(), note: z.string().nullable() }),
		);
		const line = readCommandLine(["a.b", "--input", '{"limit":1,"flag":false}', "number=318", "limit=5", "note=null"]);
		assert.deepEqual(inputOf(line, schema), { limit: 5, flag: false, number: "318", note: null });
	});
});
