import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { advisersOf } from "./advisers.view.ts";

const held = (personName: string, role: string, validFrom = "2026-01-01", validUntil: string | null = null) =>
	({ personId: `id-${personName}`, personName, role, validFrom, validUntil }) as unknown as Parameters<
		typeof advisersOf
	>[0][number];

const holdings = [
	held("Ana", "ekc_adviser"),
	held("Ana", "ekc_content_lead"),
	held("Bor", "ekc_tech_lead"),
	held("Cene", "service_owner"),
	held("Draga", "ekc_adviser", "2026-04-01"),
	held("Edo", "ekc_adviser", "2026-01-01", "2026-03-12"),
];

const rows: [name: string, isRestricted: boolean, expected: string[]][] = [
	["those who hold an office of first level today, each once", false, ["Ana", "Bor"]],
	["a restricted ticket goes to the technical lead", true, ["Bor"]],
];

describe("to whom a ticket may be given", () => {
	for (const [name, isRestricted, expected] of rows) {
		test(name, () =>
			assert.deepEqual(
				advisersOf(holdings, "2026-03-12", isRestricted).map(({ label }) => label),
				expected,
			),
		);
	}
});
