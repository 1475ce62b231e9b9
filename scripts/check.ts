import { spawnSync } from "node:child_process";
import path from "node:path";
import { tool } from "./tool.ts";

const root = path.resolve(import.meta.dirname, "..");
const oxfmt = tool("oxfmt");
const oxlint = tool("oxlint");
const tsc = tool("tsc", "typescript");

const steps: readonly (readonly [what: string, ...args: string[]])[] = [
	["format", oxfmt, "--check"],
	["lint and import cycles", oxlint],
	["types: server and tests", tsc, "-p", "tsconfig.json"],
	["types: kernel and rules without Node", tsc, "-p", "tsconfig.pure.json"],
	["types: screens", tsc, "-p", "tsconfig.web.json"],
	["generated files are fresh", "scripts/generate.ts", "--check"],
	["architecture", "--test", "--test-reporter=dot", "test/architecture.test.ts", "test/walls.test.ts"],
];

let failed = 0;
for (const [what, ...args] of steps) {
	const started = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`${status === 0 ? "ok    " : "FAILED"} ${what} (${seconds} s)`);
	if (status === 0) continue;
	failed += 1;
	console.log(`${stdout}${stderr}`.trimEnd().replaceAll(/^/gm, "  "));
}
console.log(failed === 0 ? "All checks passed." : `${failed} of ${steps.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
