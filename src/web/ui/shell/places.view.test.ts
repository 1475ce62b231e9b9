import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Places, entriesOf, startOf } from "./places.view.ts";

const nobody: Places = { console: false, client: false, administration: false };
const rows: [name: string, places: Places, start: string, has: string, lacks: string][] = [
	["an adviser", { ...nobody, console: true }, "/app/queue", "/app/queue", "/app/second-level"],
	["a lead", { ...nobody, console: true }, "/app/queue", "/app/replies", "/app/my-agreements"],
	["a custodian", { ...nobody, client: true }, "/app/second-level", "/app/my-agreements", "/app/replies"],
	["an administrator", { ...nobody, administration: true }, "/app/agreements", "/app/people", "/app/queue"],
];

describe("the menu", () => {
	for (const [name, places, start, has, lacks] of rows) {
		test(name, () => {
			const entries = entriesOf(places, false).map((entry) => entry.to);
			assert.equal(startOf(places), start);
			assert.ok(entries.includes(has));
			assert.ok(!entries.includes(lacks));
		});
	}
	test("mail is for the contact centre, and for everybody in the demonstration", () => {
		assert.ok(entriesOf(nobody, true).some((entry) => entry.to === "/app/mail"));
		assert.ok(!entriesOf(nobody, false).some((entry) => entry.to === "/app/mail"));
		assert.ok(entriesOf({ ...nobody, console: true }, false).some((entry) => entry.to === "/app/mail"));
	});
});
