import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DraftTerms } from "../../../desk/agreements/rules/terms.ts";
import { categoriesOf, definitionsOf, presumedOf, previewOf } from "./triage.view.ts";

const words = (text: string) => ({ CRITICAL: `${text} 1`, MAJOR: `${text} 2`, MINOR: `${text} 3` });
const terms = {
	partI: {
		service: { soleChannel: false },
		classification: {
			technical: [{ code: "T2", label: "delovanje", children: [{ code: "T2.1", label: "ni dosegljiv" }] }],
			content: [{ code: "V1", label: "termin" }],
		},
		priorityScheme: {
			kind: "matrix",
			descriptions: { solo: words("samostojno"), withOthers: words("z drugimi") },
			mixedCells: { soloNotSoleChannel: "solo" },
			triageDefault: { requiresOtherBodies: true },
		},
	},
} as unknown as DraftTerms;

describe("what triage takes from the agreement", () => {
	test("categories, parents first, each with its set", () => {
		assert.deepEqual(
			categoriesOf(terms).map(({ value, set }) => `${value} ${set}`),
			["T2 TECHNICAL", "T2.1 TECHNICAL", "V1 CONTENT"],
		);
	});
	test("presumptions", () => assert.deepEqual(presumedOf(terms), { soleChannel: false, requiresOtherBodies: true }));
	test("definitions follow the table", () => {
		assert.equal(definitionsOf(terms, { soleChannel: false, requiresOtherBodies: false }).BLOCKED, "samostojno 1");
		assert.equal(definitionsOf(terms, { soleChannel: false, requiresOtherBodies: true }).REDUCED, "z drugimi 3");
	});
});

describe("the priority shown before saving", () => {
	const facts = { soleChannel: false, requiresOtherBodies: false };
	test("R03 of the examples", () => {
		assert.equal(previewOf(terms, { ...facts, type: "INCIDENT", effect: "BLOCKED" })?.code, "CRITICAL");
	});
	test("a question has none yet", () => {
		assert.equal(previewOf(terms, { ...facts, type: "QUESTION", effect: "BLOCKED" }), null);
	});
	test("no effect chosen", () => assert.equal(previewOf(terms, { ...facts, type: "INCIDENT", effect: null }), null));
});
