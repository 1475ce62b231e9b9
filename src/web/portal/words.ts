import { type MessageValues, message } from "../../kernel/message.ts";
import type { Language } from "../../kernel/values.ts";
import enCatalogue from "../text/en/catalogue.ts";
import en from "../text/en/portal.ts";
import slCatalogue from "../text/sl/catalogue.ts";
import sl from "../text/sl/portal.ts";
import { type Speech, speech } from "../text/speech.ts";

export type PortalText = keyof typeof sl;

/** Texts of the portal and formats of days and times, in one language. */
export type Words = Omit<Speech, "t"> & { t(key: PortalText, values?: MessageValues): string };

const wordsOf = (language: Language): Words => {
	const said = language === "sl" ? speech("sl", slCatalogue) : speech("en", enCatalogue);
	const t: Words["t"] = (key, values) => message(language, (language === "sl" ? sl : en)[key], values);
	return {
		...said,
		t,
		// What only the portal's visitors meet is said here, to them; all else as everywhere.
		reason: (refusal) => {
			const key = `refusal-${refusal.code}`;
			return key in sl ? t(key as PortalText) : said.reason(refusal);
		},
	};
};

export const words: Readonly<Record<Language, Words>> = { sl: wordsOf("sl"), en: wordsOf("en") };
