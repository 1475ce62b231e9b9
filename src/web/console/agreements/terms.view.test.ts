import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { nameIn, reachableNow } from "./terms.view.ts";

const week = {
	mon: ["08:00-16:00"],
	tue: ["08:00-16:00"],
	wed: ["08:00-16:00"],
	thu: ["08:00-16:00"],
	fri: ["08:00-14:30"],
};
const terms = {
	partI: {
		client: { technicalCustodian: { id: "cvetka.domisljan", name: "Cvetka Domišljan" } },
		availability: { technical: week, content: week, exceptions: [] },
	},
} as DraftTerms;

describe("second level seen from the agreement", () => {
	const rows: [now: string, isOpen: boolean, changesAt: string][] = [
		["2026-03-12T14:05+01:00", true, "2026-03-12T15:00:00Z"],
		["2026-03-12T16:00+01:00", false, "2026-03-13T07:00:00Z"],
		["2026-03-13T15:00+01:00", false, "2026-03-16T07:00:00Z"],
	];
	for (const [now, isOpen, changesAt] of rows) {
		test(now, () => {
			assert.deepEqual(reachableNow(terms, "TECHNICAL", Temporal.Instant.from(now)), { isOpen, changesAt });
		});
	}
	test("hours not filled in", () => {
		assert.equal(reachableNow({}, "CONTENT", Temporal.Instant.from("2026-03-12T14:05+01:00")), null);
	});
});

describe("people named by key", () => {
	test("known", () => assert.equal(nameIn(terms)("cvetka.domisljan"), "Cvetka Domišljan"));
	test("not explained", () => assert.equal(nameIn(terms)("gaja.preizkus"), "gaja.preizkus"));
	test("absent", () => assert.equal(nameIn(terms)(null), "–"));
});
