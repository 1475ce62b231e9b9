import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exampleForm } from "../../../../test/story/example-forms.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { missingFields } from "./completeness.ts";
import { fieldName } from "./field-names.ts";
import { readForm } from "./form-document.ts";
import { templateDraft } from "./template.ts";
import { AgreementTerms, type DraftTerms } from "./terms.ts";

const eokence = () => readForm(exampleForm("eokence")).draft;
const eprireditev = () => readForm(exampleForm("eprireditev")).draft;

describe("what a draft lacks", () => {
	test("nothing in the two example agreements", () => {
		assert.deepEqual(missingFields(eokence()), []);
		assert.deepEqual(missingFields(eprireditev()), []);
		assert.ok(AgreementTerms.safeParse(eokence()).success);
	});

	const rows: [name: string, spoil: (draft: DraftTerms) => void, expected: string[]][] = [
		["one empty field", (d) => (d.partI!.client!.address!.town = null), ["missing partI.client.address.town"]],
		[
			"a whole group is named field by field",
			(d) => (d.partI!.client!.address = null),
			[
				"missing partI.client.address.street",
				"missing partI.client.address.postCode",
				"missing partI.client.address.town",
			],
		],
		["an empty list", (d) => (d.partI!.service!.userGroups = []), ["missing partI.service.userGroups"]],
		["no decision on priorities (A-08)", (d) => (d.partI!.priorityScheme = null), ["missing partI.priorityScheme"]],
		[
			"a time of the chosen scheme (PRI-23)",
			(d) => (scheme(d, "matrix").solo!.CRITICAL!.response = null),
			["missing partI.priorityScheme.solo.CRITICAL.response"],
		],
		[
			"limits of partial support (A-11)",
			(d) => (d.partI!.support!.contentLimits = null),
			["missing partI.support.contentLimits"],
		],
		[
			"support of neither set",
			(d) => Object.assign(d.partI!.support!, { technical: "none", content: "none" }),
			["nothing-supported partI.support.technical"],
		],
		[
			"availability without a single hour",
			(d) => (d.partI!.availability!.content = {}),
			["missing partI.availability.content"],
		],
		[
			"windows that overlap",
			(d) => (d.partI!.availability!.content!.mon = ["08:00-12:00", "11:00-15:00"]),
			["invalid-field partI.availability.content.mon"],
		],
		[
			"the moment of a later target",
			(d) => (d.partI!.escalationPaths!.technical![1]!.after = null),
			["missing partI.escalationPaths.technical.1.after"],
		],
		[
			"an address of the first target (DOC-12)",
			(d) => Object.assign(d.partI!.escalationPaths!.technical![0]!, { email: null, phone: null }),
			["missing partI.escalationPaths.technical.0.email"],
		],
		[
			"the number of a referenced umbrella agreement (A-12)",
			(d) => Object.assign(d, { agreement: { ...d.agreement, umbrella: { mode: "referenced" } } }),
			["missing agreement.umbrella.documentNumber", "umbrella-and-part-two-differ partII.basis"],
		],
		[
			"the document by which someone else pays (A-23)",
			(d) => (d.partII!.financing!.payer = "CLIENT"),
			["missing partII.financing.override.documentNumber"],
		],
		[
			"part II of another ministry (UMB-01)",
			(d) => {
				d.partI!.client!.ownerMinistry = "DRUGO";
				d.partII!.financing = { payer: "CLIENT", basis: "dogovor", override: { documentNumber: "1", note: "delež" } };
			},
			["part-two-of-another-ministry agreement.umbrella.mode"],
		],
		[
			"a placeholder of the form (DOC-04)",
			(d) => (d.partI!.service!.shortDescription = "Sistem XXXXXXXX"),
			["placeholder-left partI.service.shortDescription"],
		],
		[
			"a deputy nobody describes (DOC-08)",
			(d) => (d.partI!.client!.deputies!.contentCustodian = "nihce"),
			["person-not-described partI.client.deputies.contentCustodian"],
		],
		[
			"a category code used twice",
			(d) => (d.partI!.classification!.content![0]!.code = "T1"),
			["category-repeated partI.classification.content.0.code"],
		],
		[
			"an editor of a supported set",
			(d) => (d.partI!.knowledgeBase!.content = null),
			["missing partI.knowledgeBase.content.location", "missing partI.knowledgeBase.content.editors"],
		],
	];
	for (const [name, spoil, expected] of rows) {
		test(name, () => {
			const draft = eokence();
			spoil(draft);
			assert.deepEqual(
				missingFields(draft).map((obstacle) => `${obstacle.code} ${obstacle.at}`),
				expected,
			);
		});
	}

	test("a set that is not supported needs neither editor nor training, but its path and its hours (ESC-03)", () => {
		const draft = eokence();
		Object.assign(draft.partI!.support!, { content: "none", contentTopics: [] });
		Object.assign(draft.partI!, { knowledgeBase: { technical: draft.partI!.knowledgeBase!.technical } });
		draft.partI!.training!.content = null;
		assert.deepEqual(missingFields(draft), []);
		draft.partI!.escalationPaths!.content = null;
		assert.deepEqual(missingFields(draft), [{ code: "missing", at: "partI.escalationPaths.content" }]);
	});

	const named = ({ at = "" }: Obstacle) => {
		const name = fieldName(at);
		assert.ok(name && /^I{1,2}(\.\d{1,2})?$/.test(name.clause) && name.sl !== "" && name.en !== "", at);
		return `${name.clause} ${name.sl}`;
	};

	for (const example of ["eokence", "eprireditev"] as const) {
		test(`${example}: whatever is cut out is a draft, and each obstacle stands at a field with a name`, () => {
			const whole = exampleForm(example);
			for (const path of pathsOf(whole)) {
				const form = structuredClone(whole);
				cutOut(form, path);
				if (tags.includes(path.at(-1) ?? "") || path[0] === "schema") continue;
				missingFields(readForm(form).draft).forEach(named);
			}
		});

		test(`${example}: each required field that is cut out is named by exactly one obstacle, at its own place`, () => {
			const whole = readForm(exampleForm(example)).draft;
			for (const path of pathsOf(whole).filter((one) => typeof valueOf(whole, one) !== "object")) {
				const draft = structuredClone(whole);
				cutOut(draft, path);
				const lacks = missingFields(draft);
				const place = path.join(".");
				assert.ok(lacks.length <= 1, `${place}: ${JSON.stringify(lacks)}`);
				const isRequired = !AgreementTerms.safeParse(draft).success;
				assert.ok(lacks.length === 1 || !isRequired, place);
				lacks.forEach(named);
				// A part of a list or of a choice is missing as the whole of it.
				assert.ok(
					lacks.every(({ at = "" }) => place === at || place.startsWith(`${at}.`) || !isRequired),
					place,
				);
			}
		});
	}

	test("an empty draft: every missing field by a name of its own, under its heading", () => {
		const lacks = missingFields({});
		assert.ok(lacks.every(({ code }) => code === "missing"));
		const names = lacks.map(named);
		assert.equal(new Set(names).size, names.length);
		for (const heading of ["I.1", "I.6", "I.9", "I.10", "I.11", "I.12", "I.16", "II.2", "II.6", "II.7"]) {
			assert.ok(
				names.some((name) => name.startsWith(`${heading} `)),
				heading,
			);
		}
	});

	test("a new draft from the template lacks only what the client has to say", () => {
		const lacks = missingFields(templateDraft("NOVA", "Nova"));
		assert.ok(lacks.every((obstacle) => obstacle.code === "missing"));
		const parts = new Set(lacks.map((obstacle) => obstacle.at?.split(".").slice(0, 2).join(".")));
		assert.ok(!parts.has("partII.leadTimeTable") && !parts.has("partII.deviationLevels"));
	});
});

/** Without these a group of fields has no shape to be a draft of. */
const tags = ["kind", "level"];

function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inside]) => [[...at, key], ...pathsOf(inside, [...at, key])]);
}

const valueOf = (value: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], value);

function cutOut(form: unknown, path: readonly string[]): void {
	const holder = path.slice(0, -1).reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], form);
	const last = path.at(-1) ?? "";
	if (Array.isArray(holder)) holder.splice(Number(last), 1);
	else delete (holder as Record<string, unknown>)[last];
}

function scheme(draft: DraftTerms, kind: "matrix") {
	const found = draft.partI?.priorityScheme;
	assert.ok(found?.kind === kind);
	return found;
}
