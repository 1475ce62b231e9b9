import type { Obstacle } from "../kernel/refusal.ts";
import type { Language } from "../kernel/values.ts";
import { speech } from "../web/text/speech.ts";
import en from "../web/text/en/catalogue.ts";
import sl from "../web/text/sl/catalogue.ts";

/** What doors without the browser's texts speak. */
export const speeches = { sl: speech("sl", sl), en: speech("en", en) };

/** The sentence for a refusal or an obstacle, for doors that speak to people without the browser's texts. */
export const refusalSentence = (language: Language, refusal: Pick<Obstacle, "code" | "details">): string =>
	speeches[language].reason(refusal);
