import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contrast } from "./contrast.ts";
import { contrasts, tokens } from "./tokens.ts";

describe("contrast", () => {
	test("black on white is 21", () => assert.equal(contrast("#000000", "#FFFFFF"), 21));
	test("a colour on itself is 1", () => assert.equal(contrast("#14577A", "#14577A"), 1));
});

for (const [index, scheme] of ["light", "dark"].entries()) {
	describe(`tokens keep their contrast, ${scheme}`, () => {
		for (const { of, on, least } of contrasts) {
			for (const ground of on) {
				test(`${of} on ${ground} at least ${least}`, () => {
					const ratio = contrast(tokens[of][index] ?? "", tokens[ground][index] ?? "");
					assert.ok(ratio >= least, `${ratio.toFixed(2)} : 1`);
				});
			}
		}
	});
}
