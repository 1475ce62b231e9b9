import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { owedUntil } from "./owed-until.ts";

describe("until when something is owed, in a mail", () => {
	const rows: [name: string, kind: string, dueAt: string, text: string][] = [
		["a clock by hours: its moment", "RESPONSE", "2026-03-12T15:05+01:00", "12. 3. 2026 ob 15:05"],
		[
			"the statutory reply: its last day, not the midnight after it",
			"STATUTORY",
			"2026-03-26T00:00+01:00",
			"25. 3. 2026",
		],
		["also over the night of the change of clock", "STATUTORY", "2026-03-30T00:00+02:00", "29. 3. 2026"],
	];
	for (const [name, kind, dueAt, text] of rows) {
		test(name, () => assert.equal(owedUntil(kind, Temporal.Instant.from(dueAt)).replaceAll("\u00a0", " "), text));
	}
});
