import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dayOf } from "./day.view.ts";

const rows: [text: string, day: string | null][] = [
	["12. 3. 2026", "2026-03-12"],
	["12.\u00A03.\u00A02026", "2026-03-12"],
	["12.3.2026", "2026-03-12"],
	["12/3/2026", "2026-03-12"],
	["12 Mar 2026", "2026-03-12"],
	["12. maj 2026", "2026-05-12"],
	["1 August 2026", "2026-08-01"],
	["1. oktobra 2026", "2026-10-01"],
	["2026-03-12", "2026-03-12"],
	["31. 2. 2026", null],
	["12. 3.", null],
	["jutri", null],
	["", null],
];

describe("the day a person wrote", () => {
	for (const [text, day] of rows) test(`»${text}«`, () => assert.equal(dayOf(text), day));
});
