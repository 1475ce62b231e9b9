import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sl from "../../text/sl/catalogue.ts";
import { speech } from "../../text/speech.ts";
import { periodText } from "./period.view.ts";

const say = speech("sl", sl);
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("a period in words", () => {
	const rows: [from: string, until: string | null, text: string][] = [
		["2026-02-01", null, "od 1. 2. 2026 do preklica"],
		["2026-02-01", "2026-03-01", "od 1. 2. 2026 do vključno 28. 2. 2026"],
		["2026-02-01", "2026-02-01", "preklicano 1. 2. 2026"],
		["2026-02-01", "2026-02-02", "od 1. 2. 2026 do vključno 1. 2. 2026"],
	];
	for (const [from, until, text] of rows) {
		test(text, () => assert.equal(plain(periodText({ from, until }, say)), text));
	}
});
