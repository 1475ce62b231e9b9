import { Language } from "../../kernel/values.ts";
import { type Speech, speech } from "./speech.ts";

const key = "dogovor-language";

/** The language last chosen on this device; Slovenian comes first. */
export const rememberedLanguage = (): Language => {
	const found = Language.safeParse(localStorage.getItem(key));
	return found.success ? found.data : "sl";
};

/** Loads one language's texts; the browser never carries the other's. */
export const loadSpeech = async (language: Language): Promise<Speech> => {
	const { default: catalogue } = await (language === "sl" ? import("./sl/catalogue.ts") : import("./en/catalogue.ts"));
	document.documentElement.lang = language;
	localStorage.setItem(key, language);
	return speech(language, catalogue);
};
