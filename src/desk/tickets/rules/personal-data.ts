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
	for (const { kind, pattern, isOne } of kinds) {
		for (const match of text.matchAll(pattern)) {
			const from = match.index;
			const until = from + match[0].length;
			const isFree = findings.every((other) => until <= other.from || from >= other.until);
			if (isFree && isOne(match[0])) findings.push({ kind, from, until });
		}
	}
	return findings.sort((one, other) => one.from - other.from);
}

/** The text with the kinds asked for covered, character by character, so that offsets into it stay right. */
export function maskPersonalData(
	text: string,
	masked: readonly PersonalDataKind[],
): { readonly text: string; readonly kinds: readonly PersonalDataKind[] } {
	const findings = findPersonalData(text).filter((finding) => masked.includes(finding.kind));
	let shown = "";
	let at = 0;
	for (const { from, until } of findings) {
		shown += text.slice(at, from) + "•".repeat(until - from);
		at = until;
	}
	return { text: shown + text.slice(at), kinds: [...new Set(findings.map((finding) => finding.kind))] };
}

/** Advisers need to call back and write back; second level asks through them and so needs neither (§2.2 rule 3). */
export const maskedForFirstLevel: readonly PersonalDataKind[] = ["EMSO", "TAX_NUMBER"];
export const maskedForSecondLevel: readonly PersonalDataKind[] = ["EMSO", "TAX_NUMBER", "PHONE", "EMAIL"];

/** What is covered for a reader in a text of the user's. */
export const maskedFor = (isFirstLevel: boolean): readonly PersonalDataKind[] =>
	isFirstLevel ? maskedForFirstLevel : maskedForSecondLevel;

/** Every quantifier has an upper bound: the time stays linear in the text (assurance: regular expressions). */
const kinds: readonly { kind: PersonalDataKind; pattern: RegExp; isOne: (text: string) => boolean }[] = [
	{ kind: "EMAIL", pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, isOne: () => true },
	{ kind: "EMSO", pattern: /(?<!\d)\d{13}(?!\d)/g, isOne: isEmso },
	{ kind: "TAX_NUMBER", pattern: /(?<![\p{L}\d])(?:SI ?)?[1-9]\d{7}(?!\d)/gu, isOne: isTaxNumber },
	{ kind: "PHONE", pattern: /(?<![\p{L}\d])(?:\+|0)\d(?:[ ()/-]{0,2}\d){6,13}(?![\d])/gu, isOne: isPhone },
];

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

function isPhone(text: string): boolean {
	const digits = text.replace(/\D/g, "");
	if (text.startsWith("+") || digits.startsWith("00")) {
		const abroad = digits.replace(/^00/, "");
		if (abroad.startsWith("0")) return false;
		return abroad.startsWith("386") ? abroad.length === 11 : abroad.length >= 8 && abroad.length <= 15;
	}
	return digits.length === 9 && !/^0[89]0/.test(digits);
}
