import { message, type MessageValues } from "../../kernel/message.ts";
import { proseDate } from "../../kernel/slovenian.ts";
import type { Language } from "../../kernel/values.ts";

export type MailText = { readonly subject: string; readonly text: string };

type Pair = { readonly subject: string; readonly body: string };
type Texts = Readonly<Record<Language, Pair>>;

const signature = {
	sl: "Enotni kontaktni center državne uprave",
	en: "Single contact centre of the state administration",
};

/** One mail in one language: whole sentences with their values, our signature below. */
export const mailText = (language: Language, texts: Texts, values: MessageValues): MailText => ({
	subject: message(language, texts[language].subject, values),
	text: `${message(language, texts[language].body, values)}\n\n${signature[language]}`,
});

/** To an address nobody has proved: a number and a link, and not a word of what came from there. */
const receipt: Texts = {
	sl: {
		subject: "{tag} Prejeli smo vaše sporočilo",
		body: "Pozdravljeni!\n\nVaše sporočilo smo prejeli in ga vodimo pod številko {number}. Odgovorili vam bomo najpozneje do {replyBy}.\n\nPotek obravnave lahko spremljate na povezavi:\n{link}\n\nČe želite kaj dodati, odgovorite na to sporočilo.",
	},
	en: {
		subject: "{tag} We have received your message",
		body: "Hello!\n\nWe have received your message and keep it under number {number}. We will answer by {replyBy} at the latest.\n\nYou can follow its progress at this address:\n{link}\n\nTo add anything, reply to this message.",
	},
};

export const receiptMail = (
	language: Language,
	ticket: { tag: string; number: number; link: string },
	replyBy: Temporal.PlainDate,
): MailText =>
	mailText(language, receipt, { ...ticket, number: String(ticket.number), replyBy: proseDate(language, replyBy) });

const followed: Readonly<Record<Language, string>> = {
	sl: "{body}\n\nOdgovorite lahko na to sporočilo. Celoten potek obravnave je na povezavi:\n{link}",
	en: "{body}\n\nYou can reply to this message. The whole conversation is at this address:\n{link}",
};
const awaited: Readonly<Record<Language, string>> = {
	sl: "{body}\n\nZa nadaljevanje potrebujemo vaš odgovor. Odgovorite na to sporočilo ali na povezavi:\n{link}",
	en: "{body}\n\nWe need your answer to go on. Reply to this message or at this address:\n{link}",
};
const interim: Readonly<Record<Language, string>> = {
	sl: "{body}\n\nOdgovor lahko pričakujete do {expectedOn}. Potek obravnave lahko spremljate na povezavi:\n{link}",
	en: "{body}\n\nYou can expect the answer by {expectedOn}. You can follow its progress at this address:\n{link}",
};
const words = (bodies: Readonly<Record<Language, string>>): Texts => ({
	sl: { subject: "{subject}", body: bodies.sl },
	en: { subject: "{subject}", body: bodies.en },
});

type Words = { readonly subject: string; readonly body: string; readonly link: string };
export const answerMail = (language: Language, said: Words): MailText => mailText(language, words(followed), said);
export const questionMail = (language: Language, said: Words): MailText => mailText(language, words(awaited), said);
export const interimMail = (language: Language, said: Words, expectedOn: Temporal.PlainDate): MailText =>
	mailText(language, words(interim), { ...said, expectedOn: proseDate(language, expectedOn) });

const reminder: Texts = {
	sl: {
		subject: "{tag} Čakamo na vaš odgovor",
		body: "Pozdravljeni!\n\nZa obravnavo zahtevka št. {number} še vedno potrebujemo odgovor na naše vprašanje. Odgovorite na to sporočilo ali na povezavi:\n{link}",
	},
	en: {
		subject: "{tag} We are waiting for your answer",
		body: "Hello!\n\nTo go on with request no. {number} we still need the answer to our question. Reply to this message or at this address:\n{link}",
	},
};
export const reminderMail = (language: Language, ticket: { tag: string; number: number; link: string }): MailText =>
	mailText(language, reminder, { ...ticket, number: String(ticket.number) });

const unanswered: Texts = {
	sl: {
		subject: "{tag} Zahtevek smo zaprli",
		body: "Pozdravljeni!\n\nOdgovora na naše vprašanje nismo prejeli, zato smo zahtevek št. {number} zaprli. Če pomoč še potrebujete, odgovorite na to sporočilo ali na povezavi:\n{link}",
	},
	en: {
		subject: "{tag} We have closed the request",
		body: "Hello!\n\nWe have had no answer to our question, so we have closed request no. {number}. If you still need help, reply to this message or at this address:\n{link}",
	},
};
export const unansweredMail = (language: Language, ticket: { tag: string; number: number; link: string }): MailText =>
	mailText(language, unanswered, { ...ticket, number: String(ticket.number) });
