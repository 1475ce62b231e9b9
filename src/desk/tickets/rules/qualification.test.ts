import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PersonId } from "../../../kernel/id.ts";
import { ownerWarnings, warningsTo } from "./qualification.ts";

const [maja, luka] = ["maja", "luka"] as PersonId[] as [PersonId, PersonId];

describe("who is not qualified for a ticket's set is warned (SM-2)", () => {
	const rows: [name: string, reader: PersonId | null, mayTake: boolean, owner: PersonId | null, codes: string[]][] = [
		["before taking", luka, true, null, ["reader-not-qualified"]],
		["after taking", luka, true, luka, ["reader-not-qualified"]],
		["a colleague's ticket", maja, true, luka, ["owner-not-qualified"]],
		["a colleague who is qualified", luka, true, maja, []],
		["qualified", maja, true, null, []],
		["whoever may not take it", luka, false, null, []],
		["a program", null, true, null, []],
	];
	for (const [name, personId, mayTake, owner, codes] of rows) {
		test(name, () =>
			assert.deepEqual(
				warningsTo({ personId, mayTake }, [maja], owner).map(({ code }) => code),
				codes,
			),
		);
	}
	test("nobody where no qualification is needed", () => {
		assert.deepEqual(warningsTo({ personId: luka, mayTake: true }, null, luka), []);
		assert.deepEqual(ownerWarnings(null, luka), []);
	});
	test("a ticket of nobody", () => assert.deepEqual(ownerWarnings([maja], null), []));
});
