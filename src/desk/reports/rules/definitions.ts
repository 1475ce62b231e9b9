import type { Language } from "../../../kernel/values.ts";
import type { Measure } from "./measure.ts";

export type Definition = { readonly name: string; readonly text: string };

/** What each number means, in the words that stand beside it on the screen and in the table. */
export const definitions: Readonly<Record<Language, Readonly<Record<Measure, Definition>>>> = {
	sl: {
		RECEIVED: {
			name: "Prejeti zahtevki",
			text: "Zahtevki, ki so v mesecu prispeli po kateri koli poti. Neželena sporočila niso všteta.",
		},
		SOLVED_FIRST_LEVEL: {
			name: "Rešeni na 1. nivoju",
			text: "Zahtevki, za katere je svetovalec v mesecu vpisal rešitev in ki dotlej niso bili posredovani na 2. nivo.",
		},
		FORWARDED: {
			name: "Posredovani na 2. nivo",
			text: "Zahtevki, ki so bili v mesecu vsaj enkrat posredovani na 2. nivo. Večkratna posredovanja istega zahtevka štejejo enkrat.",
		},
		RESPONSE_MET: {
			name: "Odziv v odzivnem času",
			text: "Zahtevki, katerih prejem je 2. nivo v mesecu potrdil, preden je potekel odzivni čas iz dogovora.",
		},
		RESPONSE_BREACHED: {
			name: "Prekoračen odzivni čas",
			text: "Zahtevki, pri katerih je odzivni čas iz dogovora v mesecu potekel, preden je 2. nivo potrdil prejem.",
		},
		RESOLUTION_MET: {
			name: "Rešitev v času rešitve",
			text: "Zahtevki, ki jih je 2. nivo v mesecu rešil, preden je potekel čas rešitve iz dogovora. Čas čakanja na uporabnika se ne šteje.",
		},
		RESOLUTION_BREACHED: {
			name: "Prekoračen čas rešitve",
			text: "Zahtevki, pri katerih je čas rešitve iz dogovora v mesecu potekel, preden jih je 2. nivo rešil. Čas čakanja na uporabnika se ne šteje.",
		},
		REOPENED: {
			name: "Ponovno odprti",
			text: "Odgovorjeni ali zaprti zahtevki, ki so bili v mesecu vsaj enkrat ponovno odprti.",
		},
	},
	en: {
		RECEIVED: {
			name: "Tickets received",
			text: "Tickets that came in during the month by any channel. Unsolicited messages are left out.",
		},
		SOLVED_FIRST_LEVEL: {
			name: "Solved at first level",
			text: "Tickets for which an adviser entered a solution during the month and which had not been handed over before it.",
		},
		FORWARDED: {
			name: "Handed over to second level",
			text: "Tickets handed over to second level at least once during the month. Several hand-overs of one ticket count once.",
		},
		RESPONSE_MET: {
			name: "Response in time",
			text: "Tickets that second level acknowledged during the month before the agreed response time ran out.",
		},
		RESPONSE_BREACHED: {
			name: "Response time breached",
			text: "Tickets whose agreed response time ran out during the month before second level acknowledged them.",
		},
		RESOLUTION_MET: {
			name: "Resolution in time",
			text: "Tickets that second level solved during the month before the agreed resolution time ran out. Waiting for the user does not count.",
		},
		RESOLUTION_BREACHED: {
			name: "Resolution time breached",
			text: "Tickets whose agreed resolution time ran out during the month before second level solved them. Waiting for the user does not count.",
		},
		REOPENED: {
			name: "Reopened",
			text: "Answered or closed tickets that were reopened at least once during the month.",
		},
	},
};
