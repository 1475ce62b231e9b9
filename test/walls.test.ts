// A guard that has never been seen to fail guards nothing: each of the three walls refuses one small offence here, and
// lets the same tree pass without it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { tool } from "../scripts/tool.ts";
import * as rules from "./architecture/house-rules.ts";
import { readSourceTree } from "./architecture/source-tree.ts";

const root = path.resolve(import.meta.dirname, "..");
const innocent = {
	"src/kernel/period.ts": "export type Period = { readonly days: number };\n",
	"src/desk/tickets/rules/age.ts":
		'import type { Period } from "../../../kernel/period.ts";\nexport const age = (period: Period): number => period.days;\n',
};
const folders: string[] = [];
after(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

/** A tree of its own with our own settings of compiler and linter. */
function plant(files: Record<string, string>): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "walls-"));
	folders.push(folder);
	for (const settings of [
		"package.json",
		"tsconfig.json",
		"tsconfig.pure.json",
		"tsconfig.pure.d.ts",
		".oxlintrc.jsonc",
	]) {
		fs.copyFileSync(path.join(root, settings), path.join(folder, settings));
	}
	for (const [file, text] of Object.entries({ ...innocent, ...files })) {
		fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		fs.writeFileSync(path.join(folder, file), text);
	}
	return folder;
}

function run(folder: string, ...args: string[]): { passes: boolean; says: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
	return { passes: status === 0, says: `${stdout}${stderr}` };
}

const compile = (files: Record<string, string>) =>
	run(plant(files), tool("tsc", "typescript"), "-p", "tsconfig.pure.json");
const lint = (files: Record<string, string>) => run(plant(files), tool("oxlint"), "--format=unix");
const read = (files: Record<string, string>) => readSourceTree(plant(files));

test("an innocent tree passes all three", () => {
	assert.deepEqual(compile({}), { passes: true, says: "" });
	assert.equal(lint({}).passes, true);
	assert.deepEqual(rules.importsRefused(read({})), []);
});

describe("first wall: kernel and rules compile without Node and without a browser", () => {
	const offences = {
		"a module of Node": 'import fs from "node:fs";\nexport const names = fs.readdirSync(".");\n',
		"the process": "export const port = process.env.PORT;\n",
		"a timer": "export const later = (act: () => void) => setTimeout(act, 1);\n",
		"the network": 'export const page = () => fetch("https://example.si");\n',
		"the console": 'console.log("here");\nexport {};\n',
	};
	for (const [name, text] of Object.entries(offences)) {
		test(name, () => {
			const { passes, says } = compile({ "src/desk/tickets/rules/offence.ts": text });
			assert.equal(passes, false);
			assert.match(says, /rules\/offence\.ts\(1,\d+\): error TS(2304|2307|2552|258\d|2591):/);
		});
	}
});

describe("second wall: lint", () => {
	const offences: Record<string, [file: string, text: string, rule: string]> = {
		"a rule that imports the platform": [
			"src/desk/tickets/rules/offence.ts",
			'import "../../../platform/log.ts";\n',
			"no-restricted-imports",
		],
		"a platform that imports the desk": [
			"src/platform/offence.ts",
			'import "../desk/tickets/rules/age.ts";\n',
			"no-restricted-imports",
		],
		"a screen that imports an operation": [
			"src/web/offence.ts",
			'import "../desk/tickets/operations/solve.ts";\n',
			"no-restricted-imports",
		],
		"the clock read outside its place": [
			"src/desk/tickets/read.ts",
			"export const now = () => Temporal.Now.instant();\n",
			"no-restricted-properties",
		],
		"a circle of modules": [
			"src/kernel/offence.ts",
			'import { two } from "./second.ts";\nexport const one = (): number => two();\n',
			"no-cycle",
		],
	};
	const second = {
		"src/kernel/second.ts": 'import { one } from "./offence.ts";\nexport const two = (): number => one();\n',
	};
	for (const [name, [file, text, rule]] of Object.entries(offences)) {
		test(name, () => {
			const { passes, says } = lint({ [file]: text, ...(rule === "no-cycle" ? second : {}) });
			assert.equal(passes, false);
			assert.match(says, new RegExp(rule));
		});
	}
});

describe("third wall: the architecture test", () => {
	const clocks = {
		"src/desk/clocks/rules/due.ts": "export type Due = string;\n",
		"src/desk/clocks/write.ts": "export const start = 1;\n",
	};
	const imports: Record<string, [file: string, text: string]> = {
		"an area that is not known, by a type alone": [
			"src/desk/tickets/read.ts",
			'import type { Due } from "../clocks/rules/due.ts";\nexport type A = Due;\n',
		],
		"a type named inline": ["src/desk/tickets/read.ts", 'export type A = import("../clocks/rules/due.ts").Due;\n'],
		"another area's write": ["src/desk/queues/write.ts", 'export { start } from "../clocks/write.ts";\n'],
		"the database behind Tx": [
			"src/desk/tickets/write.ts",
			'import pg from "pg";\nexport const pool = new pg.Pool();\n',
		],
		"a policy with tools": ["src/desk/tickets/policy.ts", 'import "../../platform/log.ts";\n'],
		"a kit in the portal": [
			"src/web/portal/page.tsx",
			'import { Button } from "@mantine/core";\nexport const page = Button;\n',
		],
	};
	for (const [name, [file, text]] of Object.entries(imports)) {
		test(name, () => assert.equal(rules.importsRefused(read({ ...clocks, [file]: text })).length, 1));
	}
	test("an area of no agreed name", () =>
		assert.deepEqual(rules.areasUnknown(read({ "src/desk/stuff/read.ts": "" })), ["stuff"]));
	test("a part of no agreed name", () => {
		assert.deepEqual(rules.partsUnknown(read({ "src/desk/tickets/helpers.ts": "" })), ["src/desk/tickets/helpers.ts"]);
	});
	test("areas that know each other", () =>
		assert.equal(rules.areaCircles({ tickets: ["clocks"], clocks: ["tickets"] }).length, 2));
	test("a rule that asks for the date", () => {
		assert.deepEqual(rules.clockReads(read({ "src/desk/tickets/rules/now.ts": "export const now = new Date();\n" })), [
			"src/desk/tickets/rules/now.ts uses Date",
		]);
	});
	test("a file of 401 lines", () => {
		const lines = `export const a = 1;\n${"// why\n".repeat(400)}`;
		assert.equal(rules.filesTooLong(read({ "src/desk/tickets/rules/long.ts": lines })).length, 1);
	});
	test("a function of 81 lines", () => {
		const lines = `export function long() {${"\n".repeat(80)}}\n`;
		assert.equal(rules.functionsTooLong(read({ "src/desk/tickets/rules/long.ts": lines })).length, 1);
	});
	test("an operation without a test", () => {
		const operation = { "src/desk/tickets/operations/solve.ts": "export default 1;\n" };
		assert.equal(rules.operationsWithoutTest(read(operation)).length, 1);
		const tested = { "src/desk/tickets/operations/solve.test.ts": 'import solve from "./solve.ts";\nsolve;\n' };
		assert.equal(rules.operationsWithoutTest(read({ ...operation, ...tested })).length, 0);
	});
});
