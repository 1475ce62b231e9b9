import { message, type MessageValues } from "../../kernel/message.ts";
import { type MailText, mailText } from "./notices.ts";
import type { Owed } from "./rules/clock-letters.ts";

// Agreements are concluded in Slovenian (requirements §3.7), so that second level, custodians and advisers are written to in it.
const inSlovenian = (subject: string, body: string, values: MessageValues): MailText => {
	const pair = { subject, body };
	return mailText("sl", { sl: pair, en: pair }, values);
};

const howToReply = `Kako odgovorite po elektronski pošti

Odgovorite na to sporočilo. S prvim odgovorom potrdite, da ste zahtevek prevzeli v reševanje. V prvo vrstico odgovora lahko napišete:

#REŠENO
  in pod to besedo rešitev; uporabniku odgovori svetovalec
#VRAČAM in razlog: napačen sklop, napačna storitev, premalo podatkov, reši 1. nivo ali ni naša pristojnost
  in pod to vrstico pojasnilo
#VPRAŠANJE
  in pod to besedo vprašanje za uporabnika; zastavi ga svetovalec

Odgovor brez teh besed se zapiše v pogovor z enotnim kontaktnim centrom.`;

export type HandOverValues = {
	readonly tag: string;
	readonly number: number;
	readonly service: string;
	readonly category: string;
	/** Code of the label (`P1`, `CRITICAL` …) or `NONE`. */
	readonly priority: string;
	readonly respondBy: string | null;
	readonly resolveBy: string | null;
	readonly summary: string;
	/** What the user wrote, with personal numbers and names covered; null on a restricted ticket. */
	readonly request: string | null;
	readonly link: string;
	/** The next target of the path learns that it is not the first, and what ran out before; null for the first. */
	readonly nextTarget: Deadlines | null;
};

/** Deadlines that ran out and deadlines that soon will. */
export type Deadlines = { readonly warned: readonly Owed[]; readonly breached: readonly Owed[] };

const labels =
	"{priority, select, CRITICAL {kritičen} MAJOR {resen} MINOR {manjši} P1 {prioriteta 1} P2 {prioriteta 2} P3 {prioriteta 3} other {ni določena}}";

/** What a target of the escalation path needs to work without an account, and how to answer. */
export function handOverMail(values: HandOverValues): MailText {
	const { respondBy, resolveBy, request, nextTarget, number, ...rest } = values;
	const opening = nextTarget
		? "Zahtevek št. {number} posredujemo vam kot naslednjemu na eskalacijski poti.{deadlines}"
		: "Posredujemo vam zahtevek št. {number}.";
	const lines = [
		`Pozdravljeni!\n\n${opening}\n\nStoritev: {service}\nKategorija: {category}\nPrioriteta: ${labels}`,
		...(respondBy === null ? [] : ["Odziv do: {respondBy}"]),
		...(resolveBy === null ? [] : ["Rešitev do: {resolveBy}"]),
		"\n{summary}",
		...(request === null ? [] : ["\nBesedilo uporabnika (osebni podatki so prikriti):\n\n{request}"]),
		"\n{howToReply}\n\nZahtevek v delovnem prostoru: {link}",
	];
	return inSlovenian("{tag} Posredovan zahtevek: {service}, {category}", lines.join("\n"), {
		...rest,
		number: String(number),
		respondBy,
		resolveBy,
		request,
		howToReply,
		deadlines: nextTarget && paragraphOf(number, nextTarget),
	});
}

/** Instead of the words of a restricted ticket. */
export const contentElsewhere = "Vsebina je na voljo samo v delovnem prostoru.";

type Named = { readonly tag: string; readonly number: number; readonly link: string };
const named = ({ tag, number, link }: Named) => ({ tag, number: String(number), link });

export const sideThreadMail = (ticket: Named, body: string): MailText =>
	inSlovenian(
		"{tag} Sporočilo enotnega kontaktnega centra",
		"{body}\n\nOdgovorite lahko na to sporočilo. Zahtevek v delovnem prostoru: {link}",
		{
			...named(ticket),
			body,
		},
	);

export const userAnsweredMail = (ticket: Named, body: string): MailText =>
	inSlovenian(
		"{tag} Uporabnik je odgovoril",
		"Pozdravljeni!\n\nNa vprašanje pri zahtevku št. {number} je uporabnik odgovoril (osebni podatki so prikriti):\n\n{body}\n\nČas reševanja spet teče. Zahtevek v delovnem prostoru: {link}",
		{ ...named(ticket), body },
	);

export const userWroteMail = (ticket: Named, body: string): MailText =>
	inSlovenian(
		"{tag} Novo sporočilo uporabnika",
		"Pozdravljeni!\n\nUporabnik je k zahtevku št. {number} dopisal (osebni podatki so prikriti):\n\n{body}\n\nRoki tečejo naprej. Odgovorite lahko na to sporočilo. Zahtevek v delovnem prostoru: {link}",
		{ ...named(ticket), body },
	);

/** To the custodian: who has the ticket now, and what ran out. */
export const custodianMail = (ticket: Named, target: string, toOrder: number, deadlines: Deadlines): MailText =>
	inSlovenian(
		"{tag} Zahtevek je pri naslednjem naslovniku eskalacijske poti",
		"Pozdravljeni!\n\nZahtevek št. {number} smo posredovali naslednjemu naslovniku na eskalacijski poti ({toOrder}. po vrsti): {target}.{deadlines}\n\nZahtevek v delovnem prostoru: {link}",
		{ ...named(ticket), target, toOrder: String(toOrder), deadlines: paragraphOf(ticket.number, deadlines) },
	);

const owed =
	"{kind, select, RESPONSE {Rok za odziv 2. nivoja} RESOLUTION {Rok za rešitev na 2. nivoju} FIRST_LEVEL_RESPONSE {Rok za odziv 1. nivoja} FIRST_LEVEL_RESOLUTION {Rok za rešitev na 1. nivoju} STATUTORY {Zakonski rok za odgovor uporabniku} other {Zakonski rok za obvestilo pristojnemu organu}}";

const ranOut = `${owed} pri zahtevku št. {number} se je iztekel {dueAt}.`;
const runsOut = `${owed} pri zahtevku št. {number} se izteče {dueAt}.`;

const sentencesOf = (number: number, { warned, breached }: Deadlines): string[] => [
	...breached.map(({ kind, dueAt }) => message("sl", ranOut, { kind, dueAt, number: String(number) })),
	...warned.map(({ kind, dueAt }) => message("sl", runsOut, { kind, dueAt, number: String(number) })),
];

const paragraphOf = (number: number, deadlines: Deadlines): string =>
	["", ...sentencesOf(number, deadlines)].join("\n\n");

const late = "{count, plural, one {Rok je prekoračen} two {Roka sta prekoračena} other {Roki so prekoračeni}}";
const soon = "{count, plural, one {Rok se izteka} two {Roka se iztekata} other {Roki se iztekajo}}";

/** Deadlines of one ticket alone: what ran out and what soon will, a sentence each. */
export const clockMail = (ticket: Named, deadlines: Deadlines): MailText =>
	inSlovenian(
		`{tag} ${deadlines.breached.length > 0 ? late : soon}`,
		"Pozdravljeni!\n\n{deadlines}\n\nZahtevek: {link}",
		{
			...named(ticket),
			count: deadlines.breached.length || deadlines.warned.length,
			deadlines: sentencesOf(ticket.number, deadlines).join("\n\n"),
		},
	);

export const userDeadlineMail = (ticket: Named, userDeadline: string, dueAt: string): MailText =>
	inSlovenian(
		"{tag} Rok uporabnika je pred rokom 2. nivoja",
		"Pozdravljeni!\n\nUporabniku pri zahtevku št. {number} rok poteče {userDeadline}, rešitev na 2. nivoju pa je dogovorjena do {dueAt}. Prioriteta se zaradi tega ne spremeni; prosimo, bodite na zahtevek posebej pozorni.\n\nZahtevek: {link}",
		{ ...named(ticket), userDeadline, dueAt },
	);

const reasons =
	"{reason, select, WRONG_SET {napačen sklop} WRONG_SERVICE {napačna storitev} MORE_DATA_NEEDED {premalo podatkov} FIRST_LEVEL_CAN_SOLVE {reši lahko 1. nivo} other {ni pristojnost 2. nivoja}}";

/** To the adviser who owns the ticket: what second level did with it. */
export const solvedMail = (ticket: Named, body: string): MailText =>
	inSlovenian(
		"{tag} 2. nivo je rešil zahtevek",
		"Pozdravljeni!\n\n2. nivo je rešil zahtevek št. {number}:\n\n{body}\n\nOdgovorite uporabniku: {link}",
		{ ...named(ticket), body },
	);

export const returnedMail = (ticket: Named, reason: string, body: string): MailText =>
	inSlovenian(
		"{tag} 2. nivo je vrnil zahtevek",
		`Pozdravljeni!\n\n2. nivo je vrnil zahtevek št. {number}. Razlog: ${reasons}.\n\n{body}\n\nZahtevek: {link}`,
		{ ...named(ticket), reason, body },
	);

export const proposedMail = (ticket: Named, kind: string, body: string): MailText =>
	inSlovenian(
		"{tag} {kind, select, PROPOSED_QUESTION {2. nivo predlaga vprašanje uporabniku} other {2. nivo predlaga odgovor uporabniku}}",
		"Pozdravljeni!\n\nPredlog 2. nivoja pri zahtevku št. {number}:\n\n{body}\n\nZahtevek: {link}",
		{ ...named(ticket), kind, body },
	);

/** No word of the matter itself: the mailbox is not the place for it. */
export const securityMail = (ticket: Named, isBreachSuspected: boolean): MailText =>
	inSlovenian(
		"{tag} Varnostna zadeva",
		`Pozdravljeni!\n\nZahtevek št. {number} je označen kot varnostna zadeva.{suspected, select, yes { Obstaja sum kršitve varstva osebnih podatkov.} other {}}\n\nVsebino vidijo le pooblaščene osebe: {link}`,
		{ ...named(ticket), suspected: isBreachSuspected ? "yes" : "no" },
	);

const purposes =
	"{purpose, select, RECEIPT {potrdila o prejemu} ANSWER {odgovora uporabniku} QUESTION {vprašanja uporabniku} INTERIM_REPLY {začasnega obvestila uporabniku} HAND_OVER {posredovanega zahtevka} NEXT_TARGET {posredovanega zahtevka} SIDE_THREAD {sporočila 2. nivoju} other {obvestila}}";

/** Somebody was not told after all: a person has to find another way. */
export const undeliveredMail = (ticket: Named, purpose: string, recipient: string): MailText =>
	inSlovenian(
		"{tag} Sporočila ni bilo mogoče dostaviti",
		`Pozdravljeni!\n\nPri zahtevku št. {number} ni bilo mogoče dostaviti ${purposes} na naslov {recipient}.\n\nNaslovnika obvestite drugače: {link}`,
		{ ...named(ticket), purpose, recipient },
	);

/** What second level asked for by mail could not be done; its words are kept. */
export const declinedMail = (ticket: Named, wish: string, reason: "STATE" | "NO_REPLY"): MailText =>
	inSlovenian(
		"{tag} Zahtevka ni bilo mogoče spremeniti",
		"Pozdravljeni!\n\nZahtevka št. {number} ni bilo mogoče {wish, select, SOLVE {označiti kot rešenega} RETURN {vrniti} other {zadržati zaradi vprašanja uporabniku}}, {reason, select, NO_REPLY {ker vaše sporočilo ni odgovor na sporočilo enotnega kontaktnega centra. Če želite zahtevek spremeniti, odgovorite na sporočilo, s katerim smo vam ga posredovali} other {ker tega njegovo trenutno stanje ne dopušča}}. Vaše besedilo je zapisano v pogovor z enotnim kontaktnim centrom.\n\nZahtevek v delovnem prostoru: {link}",
		{ ...named(ticket), wish, reason },
	);
