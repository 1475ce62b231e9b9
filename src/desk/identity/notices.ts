import { message } from "../../kernel/message.ts";
import type { Language } from "../../kernel/values.ts";

const texts = {
	sl: {
		subject: "Povabilo k uporabi namizja Dogovor",
		body: "Pozdravljeni!\n\nPripravili smo vam dostop. Geslo si nastavite na povezavi:\n{link}\n\nPovezava velja tri dni in jo je mogoče uporabiti enkrat.",
	},
	en: {
		subject: "Invitation to the Dogovor desk",
		body: "Hello!\n\nYour access is ready. Set your password at this address:\n{link}\n\nThe link is valid for three days and can be used once.",
	},
} satisfies Record<Language, { subject: string; body: string }>;

export const invitationMail = (language: Language, link: string): { subject: string; text: string } => ({
	subject: texts[language].subject,
	text: message(language, texts[language].body, { link }),
});
