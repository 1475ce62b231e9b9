import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { instantOfLocal, localOf } from "./local.view.ts";

const rows: [name: string, local: string, instant: string][] = [
	["winter", "2026-03-12T14:05", "2026-03-12T13:05:00Z"],
	["summer", "2026-07-01T09:00", "2026-07-01T07:00:00Z"],
	["the doubled hour is its first", "2026-10-25T02:15", "2026-10-25T00:15:00Z"],
];

describe("a field of local time", () => {
	for (const [name, local, instant] of rows) {
		test(name, () => {
			assert.equal(instantOfLocal(local), instant);
			assert.equal(localOf(instant), local);
		});
	}
});
