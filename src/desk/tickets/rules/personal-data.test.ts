import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { findPersonalData, maskedForFirstLevel, maskedForSecondLevel, maskPersonalData } from "./personal-data.ts";

const rows: [name: string, text: string, expected: string[]][] = [
	["R09: right check digit, impossible date", "moj EMŠO je 3102990500000.", ["EMSO 3102990500000"]],
	["EMŠO with a wrong check digit", "3102990500001", []],
	["fourteen digits", "31029905000001", []],
	["EMŠO at the very end", "EMŠO:0101006500006", ["EMSO 0101006500006"]],
	["tax number", "davčna 15012557", ["TAX_NUMBER 15012557"]],
	["tax number with SI", "SI15012557", ["TAX_NUMBER SI15012557"]],
	["tax number with a wrong check digit", "15012558", []],
	["eight digits inside a word", "X15012557", []],
	["mobile number", "kličite 040 000 002 po 15. uri", ["PHONE 040 000 002"]],
	["number with country code", "+386 1 478 85 90", ["PHONE +386 1 478 85 90"]],
	["number with 00386", "00386/40/000-002", ["PHONE 00386/40/000-002"]],
	["foreign number", "+39 040 123 4567", ["PHONE +39 040 123 4567"]],
	["the contact centre's free number", "080 2002", []],
	["a year after a number", "040 000 002 2026", ["PHONE 040 000 002"]],
	["an hour after a number", "+386 40 000 002 15.00", ["PHONE +386 40 000 002"]],
	["a date", "2. 3. 2026 ob 14.05", []],
	["a date with zeros", "02/03/2026", []],
	["a document number", "000-11/2026/3", []],
	["mail address", "pišite na ana.novak+x@gov.example.si, hvala", ["EMAIL ana.novak+x@gov.example.si"]],
	["a mail address with a tax number in it is one finding", "15012557@example.si", ["EMAIL 15012557@example.si"]],
	["several", "040000002 in 3102990500000", ["PHONE 040000002", "EMSO 3102990500000"]],
	["nothing", "Napaka 500 pri potrditvi", []],
];

describe("personal data in text", () => {
	for (const [name, text, expected] of rows) {
		test(name, () =>
			assert.deepEqual(
				findPersonalData(text).map(({ kind, from, until }) => `${kind} ${text.slice(from, until)}`),
				expected,
			),
		);
	}

	test("first level sees how to call back, second level does not", () => {
		const text = "EMŠO 3102990500000, tel. 040 000 002";
		assert.equal(maskPersonalData(text, maskedForFirstLevel).text, "EMŠO •••••••••••••, tel. 040 000 002");
		assert.deepEqual(maskPersonalData(text, maskedForSecondLevel).kinds, ["EMSO", "PHONE"]);
	});

	test("masking keeps the length and leaves nothing to find", () =>
		fc.assert(
			fc.property(
				fc.string(),
				fc.constantFrom("3102990500000", "040 000 002", "15012557", "a@b.si"),
				(noise, number) => {
					const masked = maskPersonalData(`${noise} ${number} ${noise}`, maskedForSecondLevel);
					assert.equal(masked.text.length, noise.length * 2 + number.length + 2);
					assert.deepEqual(findPersonalData(masked.text), []);
				},
			),
		));
});
