import type { PersonalDataKind } from "./codes.ts";

/** Where in a text a personal number stands: `[from, until)` in UTF-16 units. */
export type Finding = { readonly kind: PersonalDataKind; readonly from: number; readonly until: number };

/**
 * Personal numbers and addresses in a text, in order, never overlapping (IMP-09).
 *
 * EMŠO: 13 digits with a right check digit, whether or not the date in it exists: a mistyped birthday is still somebody's
 * number (R09). Tax number: 8 digits with a right check digit, `SI` before it or not. Phone numbers as people write them,
 * free and premium ones (080, 090) left out.
 */
export function findPersonalData(text: string): Finding[] {
	if (!/@|\d(?:[^\d]{0,4}\d){6}/.test(text)) return [];
	const findings: Finding[] = [];
	let rest = text;
	for (const { kind, pattern, isOne } of kinds) {
		const found = Array.from(rest.matchAll(pattern))
			.filter((match) => isOne(match[0]))
			.map((match): Finding => ({ kind, from: match.index, until: match.index + match[0].length }));
		// What one kind has found is no part of another: a tax number inside an address is the address.
		rest = covered(rest, found, "\u0000");
		findings.push(...found);
	}
	return findings.sort((one, other) => one.from - other.from);
}

/** The text with the places found written over, character by character. */
function covered(text: string, findings: readonly Finding[], cover: string): string {
	const parts: string[] = [];
	let at = 0;
	for (const { from, until } of findings) {
		parts.push(text.slice(at, from), cover.repeat(until - from));
		at = until;
	}
	return parts.join("") + text.slice(at);
}

/** The text with the kinds asked for covered, character by character, so that offsets into it stay right. */
export function maskPersonalData(
	text: string,
	masked: readonly PersonalDataKind[],
): { readonly text: string; readonly kinds: readonly PersonalDataKind[] } {
	const findings = findPersonalData(text).filter((finding) => masked.includes(finding.kind));
	return { text: covered(text, findings, "•"), kinds: [...new Set(findings.map((finding) => finding.kind))] };
}

/** Advisers need to call back and write back; second level asks through them and so needs neither (§2.2 rule 3). */
export const maskedForFirstLevel: readonly PersonalDataKind[] = ["EMSO", "TAX_NUMBER"];
export const maskedForSecondLevel: readonly PersonalDataKind[] = ["EMSO", "TAX_NUMBER", "PHONE", "EMAIL"];

/** What is covered for a reader in a text of the user's. */
export const maskedFor = (isFirstLevel: boolean): readonly PersonalDataKind[] =>
	isFirstLevel ? maskedForFirstLevel : maskedForSecondLevel;

/** Every quantifier has an upper bound: the time stays linear in the text (assurance: regular expressions). */
const kinds: readonly { kind: PersonalDataKind; pattern: RegExp; isOne: (text: string) => boolean }[] = [
	{ kind: "EMAIL", pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, isOne: always },
	{ kind: "EMSO", pattern: /(?<!\d)\d{13}(?!\d)/g, isOne: isEmso },
	{ kind: "TAX_NUMBER", pattern: /(?<![\p{L}\d])(?:SI ?)?[1-9]\d{7}(?!\d)/gu, isOne: isTaxNumber },
	// Slovenian with the country's code, of another country, Slovenian without; the digits after a whole number are not its own.
	{ kind: "PHONE", pattern: /(?<![\p{L}\d])(?:\+|00)386(?:[ ()/-]{0,3}\d){8}(?!\d)/gu, isOne: always },
	{ kind: "PHONE", pattern: /(?<![\p{L}\d])(?:\+|00)[1-9](?:[ ()/-]{0,3}\d){7,14}(?!\d)/gu, isOne: always },
	{ kind: "PHONE", pattern: /(?<![\p{L}\d])0(?![89]0)[1-9](?:[ ()/-]{0,2}\d){7}(?!\d)/gu, isOne: always },
];

function always(): boolean {
	return true;
}

const digitsOf = (text: string): number[] => Array.from(text.replace(/\D/g, ""), Number);
const weighed = (digits: readonly number[], weights: readonly number[]): number =>
	weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** Modulus 11 over the first twelve digits (Zakon o centralnem registru prebivalstva); a remainder of 1 has no check digit. */
function isEmso(text: string): boolean {
	const digits = digitsOf(text);
	const rest = weighed(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
	return rest !== 1 && digits[12] === (rest === 0 ? 0 : 11 - rest);
}

/** Modulus 11 over the first seven digits; 10 is written 0, 11 is never given. */
function isTaxNumber(text: string): boolean {
	const digits = digitsOf(text);
	const rest = weighed(digits, [8, 7, 6, 5, 4, 3, 2]) % 11;
	return rest !== 0 && digits[7] === (11 - rest) % 10;
}
