import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import en from "./en/catalogue.ts";
import sl from "./sl/catalogue.ts";
import { speech } from "./speech.ts";

const slovenian = Object.entries(sl) as [string, Record<string, string>][];
const english = en as unknown as Record<string, Record<string, string>>;

/** Names of the values a sentence needs, `{n, plural, …}` included. */
const namesIn = (pattern: string, locale: string): string[] => {
	const names = new Set<string>();
	const walk = (elements: ReturnType<IntlMessageFormat["getAst"]>): void => {
		for (const element of elements) {
			if (element.type >= 1 && element.type <= 6 && "value" in element) names.add(String(element.value));
			if ("options" in element) for (const option of Object.values(element.options)) walk(option.value);
		}
	};
	walk(new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).getAst());
	return [...names].toSorted();
};

for (const [area, texts] of slovenian) {
	describe(`texts of ${area}`, () => {
		for (const [key, pattern] of Object.entries(texts)) {
			test(`${key} is a message in both languages and needs the same values`, () => {
				assert.deepEqual(namesIn(english[area]?.[key] ?? "", "en"), namesIn(pattern, "sl"));
			});
		}
	});
}

describe("a Slovenian plural", () => {
	for (const [area, texts] of slovenian) {
		for (const [key, pattern] of Object.entries(texts)) {
			if (!pattern.includes(", plural,")) continue;
			test(`${area}.${key} has all its forms`, () => {
				for (const form of ["one {", "other {"]) assert.ok(pattern.includes(form), form);
				assert.equal(pattern.includes("two {"), pattern.includes("few {"));
			});
		}
	}
});

describe("reasons", () => {
	const say = speech("sl", sl);
	test("an unknown code gets the general sentence", () => {
		assert.equal(say.reason({ code: "never-heard-of" }), say.t("refusals.other"));
	});
	test("a detail that is missing leaves a sentence all the same", () => {
		assert.ok(say.reason({ code: "too-few-qualified" }).length > 20);
	});
	test("days among the details are written out", () => {
		const reason = say.reason({ code: "before-support-start", details: { supportStart: "2026-03-02" } });
		assert.ok(reason.replaceAll("\u00A0", " ").includes("2. 3. 2026"));
	});
	test("a field is named where the code alone does not say which", () => {
		assert.ok(say.reason({ code: "required", at: "caller.email" }).startsWith(`${say.t("fields.email")}: `));
		assert.equal(say.reason({ code: "not-signed", at: "email" }), say.t("refusals.not-signed"));
	});
});
