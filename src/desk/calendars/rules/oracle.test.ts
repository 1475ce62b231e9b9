import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareWithOracle, oracleZones } from "../../../../test/oracle/random-cases.ts";

// The drill runs 100 000; here enough to notice a slip at any change of clock 2024–2030.
describe("equal to the minute-by-minute oracle around every change of clock 2024–2030", () => {
	for (const zone of oracleZones) {
		test(zone, () => {
			const { cases, differences } = compareWithOracle(zone, 48, 20261124);
			assert.deepEqual(differences, []);
			assert.ok(cases >= 48 * 14, `${cases} cases`);
		});
	}
});
