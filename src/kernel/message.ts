import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "./values.ts";

export type MessageValue = string | number | boolean | null | undefined;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** Parsing costs some 30 µs, formatting 2; catalogues are finite, so that nothing is ever let go. */
const parsed = new Map<string, IntlMessageFormat>();

/**
 * One whole sentence of ICU MessageFormat in the language given, with its plural forms (Slovenian has four: one, two,
 * few, other). Values are text or numbers; `<` and `>` are plain characters. A value that the pattern names and the
 * caller forgets is a fault, not a hole in the sentence.
 */
export const message = (language: Language, pattern: string, values: MessageValues = {}): string => {
	const key = `${language}\u0000${pattern}`;
	let format = parsed.get(key);
	if (format === undefined) {
		format = new IntlMessageFormat(pattern, locales[language], undefined, { ignoreTag: true });
		parsed.set(key, format);
	}
	return String(format.format(values));
};

/** The locale whose plural rules, decimal sign and collation a language of ours uses. */
export const locales: Readonly<Record<Language, string>> = { sl: "sl-SI", en: "en-GB" };
