import snowball from "snowball-stemmers";
import { fold, slovenianStem } from "../../kernel/slovenian-stem.ts";

const snowballSlovene = snowball.newStemmer("slovene");
const snowballEnglish = snowball.newStemmer("english");

/** More would not fit a `tsvector` (1 MB) and helps no search. */
const TOKENS_MOST = 5000;
const WORD_LENGTH_MOST = 60;

/**
 * What a text is found by: every word, its stem by two Slovenian stemmers and an English one, without diacritics, each
 * once. For `array_to_tsvector`, so that both databases keep and find the same; no dictionary of the server takes part.
 */
export function searchTokens(text: string): string[] {
	const tokens = new Set<string>();
	for (const word of wordsOf(text)) {
		for (const form of formsOf(word)) tokens.add(form);
		if (tokens.size >= TOKENS_MOST) break;
	}
	return [...tokens];
}

/**
 * What a person typed, as the text of a `tsquery` (to be cast, not parsed): every word must occur in one of its forms,
 * the last one, perhaps still being typed, also as the beginning of a word of three letters or more. Null when nothing
 * is left to search by.
 */
export function searchQuery(typed: string): string | null {
	const words = wordsOf(typed).slice(0, 20);
	if (words.length === 0) return null;
	return words
		.map((word, index) => {
			const forms = formsOf(word).map((form) => `'${form}'`);
			const isBeingTyped = index === words.length - 1 && word.length >= 3;
			return `(${[...forms, ...(isBeingTyped ? [`'${word}':*`] : [])].join(" | ")})`;
		})
		.join(" & ");
}

/** Folded words in order, letters and digits only, stop words left out. */
const wordsOf = (text: string): string[] =>
	(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= WORD_LENGTH_MOST && !stopWords.has(word));

const remembered = new Map<string, readonly string[]>();

/**
 * The forms of one folded word. Words repeat, so the last few thousand are remembered; forgetting all at once is cheapest.
 * Numbers have one form, and no end of them.
 */
function formsOf(word: string): readonly string[] {
	if (/\d/.test(word)) return [word];
	const known = remembered.get(word);
	if (known) return known;
	const forms = [...new Set([word, slovenianStem(word), snowballSlovene.stem(word), snowballEnglish.stem(word)])];
	if (remembered.size >= 20_000) remembered.clear();
	remembered.set(word, forms);
	return forms;
}

/** Words that nearly every mail has. Those that may be a whole question ("kje", "kdaj") stay. */
const stopWords: ReadonlySet<string> = new Set(
	(
		"a ali ampak bi bil bila bili bilo biti bo bom bomo bos bosta boste bodo da do ga gre ih in iz ja jaz je jih jim jo k " +
		"kaj kako ker ki ko kot le ma me mi moj moja moje mu na nad naj nam nas ne ni nisem o ob od on ona oni pa po pod pri " +
		"prosim pozdrav pozdravljeni pred s se sem si smo so sta ste sva ta te tem ti to tudi v vam vas vse z za ze zelo lep " +
		"the an and are as at be by for from has have i is it its of on or that this to was were will with you your my we our"
	).split(" "),
);
