import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cannedObstacles, type CannedValues, filledReply, variableNames } from "./canned-reply.ts";

const known: CannedValues = {
	user: "Uporabnica Be",
	number: "318",
	service: "eOkence",
	competentBody: "Upravna enota Ljubljana",
	adviser: "Maja Izmišljar",
	replyBy: "27. marca 2026",
};
const unknown: CannedValues = { ...known, user: null, service: "", competentBody: null, replyBy: null };

describe("a canned reply filled in", () => {
	const rows: [name: string, text: string, values: CannedValues, filled: string][] = [
		["what is known", "{{uporabnik|Spoštovani}}, zahtevek {{številka}}", known, "Uporabnica Be, zahtevek 318"],
		["fallbacks where it is not", "{{uporabnik|Spoštovani}}, do {{rok|roka}}", unknown, "Spoštovani, do roka"],
		["an empty value is not known", "za {{storitev | storitev}}", unknown, "za storitev"],
		["names in English, in any case, with blanks", "{{ User |Dear all}} {{NUMBER}}", known, "Uporabnica Be 318"],
		[
			"more than once",
			"{{organ|organ}} in {{organ|organ}}",
			known,
			"Upravna enota Ljubljana in Upravna enota Ljubljana",
		],
		["a value is never read as a variable", "{{uporabnik|x}}", { ...known, user: "{{rok|y}}" }, "{{rok|y}}"],
		["nothing to fill in", "Lep pozdrav!", known, "Lep pozdrav!"],
	];
	for (const [name, text, values, filled] of rows) {
		test(name, () => assert.equal(filledReply(text, values), filled));
	}
});

describe("what stands against keeping a canned reply", () => {
	const rows: [name: string, text: string, codes: string[]][] = [
		["nothing", "{{uporabnik|Spoštovani}}, {{številka}}, {{svetovalec}}", []],
		["a variable nobody knows", "{{emšo|x}}", ["unknown-variable"]],
		["no name at all", "{{}} {{|x}}", ["unknown-variable", "unknown-variable"]],
		["no fallback for what may be missing", "{{storitev}} {{rok| }}", Array(2).fill("variable-without-fallback")],
		["braces left open", "{{uporabnik|Spoštovani}", ["braces-open"]],
		["braces left closing", "uporabnik}}", ["braces-open"]],
		["all at once", "{{x}} {{organ}} {{", ["unknown-variable", "variable-without-fallback", "braces-open"]],
	];
	for (const [name, text, codes] of rows) {
		test(name, () =>
			assert.deepEqual(
				cannedObstacles(text, "sl").map(({ code }) => code),
				codes,
			),
		);
	}
	test("every name that is offered is known", () => {
		for (const language of ["sl", "en"] as const) {
			const text = variableNames(language)
				.map((name) => `{{${name}|x}}`)
				.join(" ");
			assert.deepEqual(cannedObstacles(text, language), []);
		}
	});
});
