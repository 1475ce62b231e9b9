import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { fieldName } from "./field-names.ts";
import { bare } from "./form-fields.ts";
import { AgreementTerms } from "./terms.ts";

describe("names of the fields of the form", () => {
	test("every field of the form has a clause and both names", () => {
		const unnamed = [...new Set(fieldsOf(AgreementTerms))].filter((path) => {
			const name = fieldName(path.replaceAll("*", "0"));
			return !name || !/^I{1,2}(\.\d{1,2})?$/.test(name.clause) || name.sl === "" || name.en === "";
		});
		assert.deepEqual(unnamed, []);
	});

	const rows: [path: string, clause: string, sl: string][] = [
		["partI.client.address.town", "I.6", "Kraj"],
		["partI.client.serviceOwner.email", "I.6", "E-naslov – lastnik (vodja) storitve"],
		["partI.availability.content", "I.10", "Razpoložljivost 2. nivoja podpore – vsebinski sklop"],
		["partI.availability.content.mon", "I.10", "Razpoložljivost 2. nivoja podpore – vsebinski sklop – ponedeljek"],
		["partI.escalationPaths.technical.1.after", "I.9", "Kdaj je na vrsti – tehnični sklop – 2."],
		["partI.priorityScheme.solo.MINOR.response", "I.11", "Odzivni čas – tabela A, samostojno – Manjši"],
		["partII.leadTimeTable.MINOR.leadTime", "II.2", "Čas obveščanja pred nastopom spremembe – manjši vpliv"],
		["agreement.catalogue.contactsForPublication.phones", "II.5", "Telefonske številke EKC za objavo"],
	];
	for (const [path, clause, sl] of rows) {
		test(path, () => {
			const name = fieldName(path);
			assert.equal(name?.clause, clause);
			assert.equal(name?.sl, sl);
		});
	}

	test("a path that is no field has no name", () => assert.equal(fieldName("partI.client.shoeSize"), null));
});

/** Every field of a form as a dotted path, `*` for the number in a list; the options of a union one after another. */
function fieldsOf(schema: z.core.$ZodType, at = ""): string[] {
	const form = bare(schema);
	const under = (key: string) => (at === "" ? key : `${at}.${key}`);
	if (form instanceof z.ZodObject) {
		return Object.entries(form.shape as Record<string, z.ZodType>).flatMap(([key, field]) =>
			fieldsOf(field, under(key)),
		);
	}
	if (form instanceof z.ZodArray) {
		const inside = fieldsOf(form.element, under("*"));
		return inside.length === 1 && inside[0] === under("*") ? [at] : [at, ...inside];
	}
	if (form instanceof z.ZodUnion) return [at, ...form.options.flatMap((option) => fieldsOf(option, at))];
	return [at];
}
