/**
 * Covers a person's name in a text, whole and by its words as they are written with a capital, character by character; a
 * signature below a mail is what second level needs least (§2.2 rule 3). Words of one or two letters stay.
 */
export function maskName(text: string, name: string | null): string {
	const words = (name ?? "").split(/[\s,.]+/).filter((word) => word.length > 2 && /^\p{Lu}/u.test(word));
	return words.reduce((masked, word) => maskWord(masked, word), text);
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char);

function maskWord(text: string, word: string): string {
	let masked = "";
	let at = 0;
	for (let found = text.indexOf(word); found >= 0; found = text.indexOf(word, found + word.length)) {
		const isWhole = !isLetter(text[found - 1]) && !isLetter(text[found + word.length]);
		masked += text.slice(at, found) + (isWhole ? "•".repeat(word.length) : word);
		at = found + word.length;
	}
	return masked + text.slice(at);
}
