import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { exampleForm } from "../../../../test/story/example-forms.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { formId, readForm, writeForm } from "./form-document.ts";

describe("the form as a file", () => {
	for (const name of ["eokence", "eprireditev"] as const) {
		test(`${name}: what is read and written again is the same document`, () => {
			const { draft, story } = readForm(exampleForm(name));
			assert.ok(story);
			assert.equal(story.status, "active");
			assert.equal(story.id, formId(draft.agreement?.code ?? "", story.version));
			assert.deepEqual(parse(stringify(writeForm(draft, story))), exampleForm(name));
		});
	}

	test("the text has none of the file's story: neither state nor signatures nor dates of gates", () => {
		const { draft } = readForm(exampleForm("eokence"));
		assert.deepEqual(draft.partII?.startGates, {
			advisersQualified: { technical: { minimum: 2 }, content: { minimum: 2 } },
		});
		assert.equal("status" in draft.agreement!, false);
		assert.equal("signatures" in draft, false);
	});

	test("a half-filled form is read, its story is not believed", () => {
		const { draft, story } = readForm({ schema: "ekc-agreement/1", agreement: { code: "NOVA", status: "active" } });
		assert.equal(draft.agreement?.code, "NOVA");
		assert.equal(story, null);
	});

	const refused: [name: string, document: unknown, code: string, at?: string][] = [
		["no form at all", "vrstica", "not-an-agreement-form"],
		["another kind of document", { schema: "ekc-requests/1" }, "not-an-agreement-form"],
		["an unknown field", { schema: "ekc-agreement/1", partI: { color: "red" } }, "invalid-form", "partI"],
		[
			"a value of a wrong shape",
			{ schema: "ekc-agreement/1", partI: { client: { address: { postCode: "Maribor" } } } },
			"invalid-form",
			"partI.client.address.postCode",
		],
	];
	for (const [name, document, code, at] of refused) {
		test(`refused: ${name}`, () => {
			assert.throws(
				() => readForm(document),
				(error) =>
					error instanceof Refusal && error.code === code && (at === undefined || error.obstacles[0]?.at === at),
			);
		});
	}
});
