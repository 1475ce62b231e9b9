import assert from "node:assert/strict";
import { test } from "node:test";
import { numberInSubject, subjectTag, taggedSubject } from "./ticket-number.ts";

test("a subject carries the tag once", () => {
	const once = taggedSubject(318, "Napaka 500");
	assert.equal(taggedSubject(318, `Re: ${once}`), `Re: ${once}`);
	assert.equal(numberInSubject(`Odg: ${once}`), 318);
});

const rows: [subject: string, number: number | null][] = [
	["Napaka 500", null],
	["[EKC-]", null],
	["[EKC-0]", null],
	["[ekc-12] vprašanje", 12],
	["EKC-12 brez oklepajev", null],
];
for (const [subject, number] of rows) {
	test(`number in »${subject}«`, () => assert.equal(numberInSubject(subject), number));
}

test("a tag names one number", () => assert.notEqual(subjectTag(1), subjectTag(11)));
