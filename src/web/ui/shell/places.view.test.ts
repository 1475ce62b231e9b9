import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Places, entriesOf, startOf } from "./places.view.ts";

const nobody: Places = { console: false, client: false, administration: false };
const refused = [{ code: "not-allowed" }];
const asked = ["catalogue.inForce", "training.sessions", "reports.month", "channels.quarantine"] as const;
const can = (...open: (typeof asked)[number][]) =>
	Object.fromEntries(asked.map((name) => [name, open.includes(name) ? [] : refused]));

const rows: [name: string, places: Places, start: string, has: string, lacks: string][] = [
	["an adviser", { ...nobody, console: true }, "/app/queue", "/app/queue", "/app/second-level"],
	["a lead", { ...nobody, console: true }, "/app/queue", "/app/replies", "/app/my-agreements"],
	["a custodian", { ...nobody, client: true }, "/app/second-level", "/app/my-agreements", "/app/replies"],
	["an administrator", { ...nobody, administration: true }, "/app/agreements", "/app/people", "/app/queue"],
];

const shown = (places: Places, open: ReturnType<typeof can>, isDemo = false) =>
	entriesOf(places, open, isDemo).map((entry) => entry.to);

describe("the menu", () => {
	for (const [name, places, start, has, lacks] of rows) {
		test(name, () => {
			const entries = shown(places, can());
			assert.equal(startOf(places), start);
			assert.ok(entries.includes(has));
			assert.ok(!entries.includes(lacks));
		});
	}
	test("what the desk would refuse is not in it", () => {
		const console = { ...nobody, console: true };
		assert.ok(!shown(console, can("catalogue.inForce")).includes("/app/reports"));
		assert.ok(shown(console, can("reports.month")).includes("/app/reports"));
		assert.deepEqual(shown(nobody, {}), ["/app/agreements"]);
	});
	test("mail is for who keeps the quarantine, and for everybody in the demonstration", () => {
		assert.ok(shown(nobody, can(), true).includes("/app/mail"));
		assert.ok(!shown({ ...nobody, console: true }, can()).includes("/app/mail"));
		assert.ok(shown(nobody, can("channels.quarantine")).includes("/app/mail"));
	});
});
