import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { runCli } from "./main.ts";

describe("the command line, on a folder of its own", () => {
	let folder: string;
	before(() => {
		folder = mkdtempSync(path.join(tmpdir(), "dogovor-cli-"));
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	const run = async (...args: string[]) => {
		const out: string[] = [];
		const complaints: string[] = [];
		const code = await runCli(
			args,
			{ DATA_DIR: folder, DEMO: "off" },
			(text) => out.push(text),
			(text) => complaints.push(text),
		);
		return { code, out: out.join("\n"), complaints: complaints.join("\n") };
	};

	test("an act, the question after it, and the chain of what happened", async () => {
		const made = await run("identity.createOrganisation", "--json", "name=Urad", "kind=CLIENT", "validFrom=2026-01-01");
		assert.equal(made.code, 0);
		const listed = await run("identity.organisations", "--json");
		assert.deepEqual(
			JSON.parse(listed.out).rows.map((row: { name: string }) => row.name),
			["Urad"],
		);
		const verified = await run("journal.verify");
		assert.deepEqual([JSON.parse(verified.out).checked, JSON.parse(verified.out).brokenAt], [1, null]);
		const refused = await run("identity.createOrganisation", "--json", "name=Urad");
		assert.equal(refused.code, 65);
		assert.deepEqual(
			JSON.parse(refused.complaints).obstacles.map((obstacle: { at: string }) => obstacle.at),
			["kind", "validFrom"],
		);
	});

	test("clocks rebuilt from facts: nothing differs, nothing is written", async () => {
		const checked = await run("clocks", "rebuild", "--check");
		assert.deepEqual([checked.code, JSON.parse(checked.out)], [0, { tickets: 0, differences: 0 }]);
		const rebuilt = await run("clocks", "rebuild");
		assert.deepEqual([rebuilt.code, JSON.parse(rebuilt.out)], [0, { tickets: 0, rewritten: 0, differences: 0 }]);
		assert.equal((await run("clocks", "forget")).code, 64);
	});

	test("no operation lists them all; an unknown one too, with its exit code", async () => {
		const help = await run();
		assert.equal(help.code, 0);
		assert.match(help.out, /identity\.me/);
		assert.equal((await run("no.such")).code, 64);
	});

	test("settings that are not valid are listed, and nothing is opened", async () => {
		const complaints: string[] = [];
		const code = await runCli(
			["identity.me"],
			{ PORT: "many", SMTP_PORT: "-1" },
			() => {},
			(text) => complaints.push(text),
		);
		assert.equal(code, 78);
		assert.equal(complaints.length, 2);
	});
});
