import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { Refusal } from "../kernel/refusal.ts";
import type { Settings } from "../platform/config/settings.ts";
import { testSettings } from "../../test/support/desk.ts";
import { setUpToken } from "./secrets-of-desk.ts";
import { startDesk } from "./start-desk.ts";

describe("a started desk", () => {
	test("answers, refuses a second process on its folder, hands out one set-up token, closes without a leak", async (t) => {
		const folder = mkdtempSync(path.join(tmpdir(), "dogovor-start-"));
		t.after(() => rmSync(folder, { recursive: true, force: true }));
		const settings: Settings = { ...testSettings({ PORT: "0", SMTP_PORT: "0" }), dataDir: folder };
		const running = await startDesk(settings);
		const base = `http://127.0.0.1:${running.ports.http}`;
		assert.equal((await fetch(`${base}/healthz`)).status, 200);
		const ready = (await (await fetch(`${base}/readyz`)).json()) as { fsync: string };
		assert.equal(ready.fsync, "on");
		assert.match(await (await fetch(`${base}/metrics`)).text(), /dogovor_facts_total/);
		assert.equal((await fetch(`${base}/api/v1/me`)).status, 401);
		await assert.rejects(
			startDesk(settings),
			(error: unknown) => error instanceof Refusal && error.code === "data-folder-in-use",
		);

		const first = await setUpToken(running.database);
		const second = await setUpToken(running.database);
		assert.ok(first && second && first !== second);
		const setUp = (token: string) =>
			fetch(`${base}/api/v1/set-up`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({
					token,
					organisationName: "Center",
					name: "Prva",
					email: "prva@example.si",
					password: "dovolj dolgo geslo",
				}),
			});
		assert.equal((await setUp(first)).status, 403);
		assert.equal((await setUp(second)).status, 200);
		assert.equal(await setUpToken(running.database), null);
		await running.close();
		await assert.rejects(fetch(`${base}/healthz`));
	});
});
