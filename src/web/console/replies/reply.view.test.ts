import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CannedReplyView } from "../../../desk/tickets/contract.ts";
import { fieldsOf, wordsOf } from "./reply.view.ts";

describe("the fields of a canned reply", () => {
	test("left empty mean all services, both sets, no English", () => {
		const words = wordsOf({ ...fieldsOf(null), name: "izpad", sl: "Spoštovani,", en: " \n" });
		assert.deepEqual(words, { name: "izpad", serviceId: null, set: null, sl: "Spoštovani,", en: null });
	});
	test("of one that is kept say what it says", () => {
		const id = "00000000-0000-7000-8000-000000000001";
		const reply = {
			id,
			version: 3,
			name: "izpad",
			service: { id, name: "eOkence" },
			set: "CONTENT",
			sl: "a",
			en: "b",
			isOffered: true,
		} as unknown as CannedReplyView;
		assert.deepEqual(wordsOf(fieldsOf(reply)), { name: "izpad", serviceId: id, set: "CONTENT", sl: "a", en: "b" });
	});
});
