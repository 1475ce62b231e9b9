import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { commands } from "../scripts/way-in/commands.mjs";
import { installPackages } from "../scripts/way-in/packages.mjs";
import { isRecent, refuseUnlessItRuns } from "../scripts/way-in/runtime.mjs";

const root = path.resolve(import.meta.dirname, "..");
let folder: string;
before(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), "way-in-"));
});
after(() => fs.rmSync(folder, { recursive: true }));

const write = (name: string, text: string, mode = 0o644): string => {
	const file = path.join(folder, name);
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, text, { mode });
	return file;
};

describe("the commands", () => {
	test("are those of package.json, and each has its script", () => {
		const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
			scripts: Record<string, string>;
		};
		assert.deepEqual(Object.keys(scripts).toSorted(), [...commands.keys()].toSorted());
		for (const { script } of commands.values()) assert.ok(fs.existsSync(path.join(root, script)), script);
	});
	test("are told to whoever asks for another", () => {
		const { status, stderr } = spawnSync(process.execPath, ["scripts/way-in.mjs", "sart"], {
			cwd: root,
			encoding: "utf8",
		});
		assert.equal(status, 2);
		for (const name of commands.keys()) assert.match(stderr, new RegExp(`npm run -s ${name}\\b`));
	});
});

describe("Node", () => {
	for (const [version, expected] of [
		["20.20.2", false],
		["25.9.0", false],
		["26.0.0", true],
		["30.1.0", true],
	] as const) {
		test(`${version} ${expected ? "serves" : "is too old"}`, () => assert.equal(isRecent(version), expected));
	}
	test(
		"that lacks a system library names it and the package that has it",
		{ skip: process.platform === "win32" },
		() => {
			const says = "node: error while loading shared libraries: libatomic.so.1: cannot open shared object file";
			const node = write("node", `#!/bin/sh\necho '${says}' >&2\nexit 127\n`, 0o755);
			assert.throws(() => refuseUnlessItRuns(node), /libatomic\.so\.1[^]*apt-get install libatomic1/);
		},
	);
	test("that runs is left in peace", () => refuseUnlessItRuns(process.execPath));
});

describe("packages", () => {
	const nowhere = "/nowhere/node"; // an installation that is tried fails here
	const lock = (packages: object) => JSON.stringify({ packages: { "": { name: "x" }, ...packages } });
	const here = { integrity: "sha512-a" };
	const rows: [what: string, account: object | null, isDone: boolean][] = [
		["as the lockfile says, are not installed again", { "node_modules/a": here }, true],
		["of another build, are", { "node_modules/a": { integrity: "sha512-b" } }, false],
		["that are missing, are", {}, false],
		["whose installation broke off, are", null, false],
	];
	for (const [what, account, isDone] of rows) {
		test(what, async () => {
			const project = path.join(folder, what);
			write(
				`${what}/package-lock.json`,
				lock({ "node_modules/a": here, "node_modules/other-system": { ...here, optional: true } }),
			);
			if (account) write(`${what}/node_modules/.package-lock.json`, lock(account));
			const installed = installPackages(project, nowhere);
			await (isDone ? assert.doesNotReject(installed) : assert.rejects(installed));
		});
	}
});

describe("what is started", () => {
	const start = (script: string) => {
		const file = write("started.mjs", script);
		const runs = `import { run } from ${JSON.stringify(path.join(root, "scripts/way-in/run.mjs"))}; process.exit(await run(process.execPath, [${JSON.stringify(file)}]));`;
		return spawn(process.execPath, ["--input-type=module", "-e", runs], { stdio: ["ignore", "pipe", "inherit"] });
	};
	test("hands its exit code on", async () => {
		assert.deepEqual(await once(start("process.exit(7)"), "exit"), [7, null]);
	});
	test("hears of a signal and may end in its own way", async () => {
		const child = start(
			'process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1000); console.log("up");',
		);
		await once(child.stdout, "data");
		child.kill("SIGTERM");
		assert.deepEqual(await once(child, "exit"), [3, null]);
	});
	test("that a signal ends gives 128 and the signal's number", async () => {
		const child = start('setInterval(() => {}, 1000); console.log("up");');
		await once(child.stdout, "data");
		child.kill("SIGTERM");
		assert.deepEqual(await once(child, "exit"), [128 + os.constants.signals.SIGTERM, null]);
	});
});
