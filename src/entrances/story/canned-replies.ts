import type { SupportSet } from "../../kernel/values.ts";

type CannedReply = {
	/** Handle of the lead who wrote it. */
	readonly by: string;
	readonly name: string;
	readonly service: string | null;
	readonly set: SupportSet | null;
	readonly sl: string;
	readonly en: string | null;
};

const signed = "\n\nLep pozdrav\n{{svetovalec}}, Enotni kontaktni center državne uprave";
const signedEnglish = "\n\nKind regards\n{{adviser}}, Single contact centre of the state administration";

/** What advisers of the story answer most often. */
export const cannedReplies: readonly CannedReply[] = [
	{
		by: "lara.vzorcna",
		name: "Vprašanje smo prejeli",
		service: null,
		set: null,
		sl: `{{uporabnik|Spoštovani}},\n\nvaše vprašanje smo prejeli in ga vodimo pod številko {{številka}}. Odgovorili vam bomo najpozneje do {{rok|izteka zakonskega roka}}.${signed}`,
		en: `{{user|Dear Sir or Madam}},\n\nwe have received your question; its number is {{number}}. We will answer by {{deadline|the end of the statutory period}} at the latest.${signedEnglish}`,
	},
	{
		by: "lara.vzorcna",
		name: "Pristojen je drug organ",
		service: null,
		set: null,
		sl: `{{uporabnik|Spoštovani}},\n\nza zadevo, o kateri sprašujete, naš center ni pristojen. Obrnite se na pristojni organ ({{organ|njegove podatke najdete na GOV.SI}}); tam vam bodo lahko odgovorili.${signed}`,
		en: `{{user|Dear Sir or Madam}},\n\nthe matter you ask about is not within our competence. Please turn to the competent body ({{body|you will find its details on GOV.SI}}).${signedEnglish}`,
	},
	{
		by: "lara.vzorcna",
		name: "Še čakamo na odgovor",
		service: null,
		set: null,
		sl: `{{uporabnik|Spoštovani}},\n\nvaše vprašanje v zvezi s storitvijo {{storitev|državne uprave}} še preverjamo pri njenem skrbniku. Takoj ko dobimo odgovor, vam ga sporočimo.${signed}`,
		en: null,
	},
	{
		by: "klemen.poskusni",
		name: "Podatki o napaki",
		service: null,
		set: "TECHNICAL",
		sl: `{{uporabnik|Spoštovani}},\n\nda bomo vzrok napake lahko našli, nam prosimo sporočite:\n– kdaj se je napaka pojavila,\n– kateri brskalnik in napravo uporabljate,\n– kaj natančno se je izpisalo na zaslonu.\n\nOdgovorite kar na to sporočilo. Osebnih podatkov, kot je EMŠO, ne pošiljajte.${signed}`,
		en: `{{user|Dear Sir or Madam}},\n\nto find the cause we need to know:\n– when the error occurred,\n– which browser and device you use,\n– what exactly the screen said.\n\nJust reply to this message. Please send no personal numbers.${signedEnglish}`,
	},
	{
		by: "klemen.poskusni",
		name: "Napaka je odpravljena",
		service: null,
		set: "TECHNICAL",
		sl: `{{uporabnik|Spoštovani}},\n\nnapaka, ki ste jo prijavili (št. {{številka}}), je odpravljena. Poskusite znova; če se ponovi, nam odgovorite na to sporočilo.${signed}`,
		en: `{{user|Dear Sir or Madam}},\n\nthe error you reported (no. {{number}}) has been resolved. Please try again; if it returns, reply to this message.${signedEnglish}`,
	},
	{
		by: "klemen.poskusni",
		name: "Prijava z e-identiteto",
		service: "EOKENCE",
		set: "TECHNICAL",
		sl: `{{uporabnik|Spoštovani}},\n\nza prijavo v storitev {{storitev|eOkence}} zaprite vsa okna brskalnika, ga znova odprite in se prijavite s svojim sredstvom e-identifikacije. Če prijava tudi tedaj ne uspe, nam pošljite besedilo obvestila z zaslona.${signed}`,
		en: null,
	},
	{
		by: "lara.vzorcna",
		name: "Odpoved ali prestavitev termina",
		service: "EOKENCE",
		set: "CONTENT",
		sl: `{{uporabnik|Spoštovani}},\n\ntermin odpoveste ali prestavite s povezavo v potrditvi, ki ste jo prejeli ob naročilu. Če potrditve nimate več, nam sporočite dan in uro termina ter upravno enoto.${signed}`,
		en: `{{user|Dear Sir or Madam}},\n\nyou can cancel or move your appointment by the link in its confirmation. If you no longer have it, tell us the day, the time and the administrative unit.${signedEnglish}`,
	},
	{
		by: "lara.vzorcna",
		name: "Priloge k prijavi prireditve",
		service: "EPRIREDITEV",
		set: "CONTENT",
		sl: `{{uporabnik|Spoštovani}},\n\nobvezne priloge so naštete v prvem koraku prijave v storitvi {{storitev|ePrireditev}} in so odvisne od števila obiskovalcev in kraja. Že oddano prijavo lahko dopolnite z ukazom »Dopolni prijavo«.${signed}`,
		en: null,
	},
];
