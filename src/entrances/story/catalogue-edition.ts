import type { z } from "zod";
import type { DraftTerms } from "../../desk/agreements/rules/terms.ts";
import { catalogueDefaults, type CatalogueContent } from "../../desk/catalogue/rules/catalogue-content.ts";

type Content = z.input<typeof CatalogueContent>;

/**
 * The edition that both example agreements cite; contacts and addresses are those the agreements print. Invented apart from
 * what the form itself prints: the contact centre's real catalogue is not public (§3.1, F2).
 */
export function catalogueEdition({ agreement }: DraftTerms): Content {
	const cited = agreement?.catalogue;
	if (!cited?.contactsForPublication) throw new Error("the first example agreement cites no catalogue");
	const { phones, webFormUrl, email } = cited.contactsForPublication;
	return {
		title: cited.title ?? "",
		edition: cited.version ?? "",
		contacts: { phones: phones ?? [], webFormUrl: webFormUrl ?? "", email: email ?? "" },
		managementEmails: cited.managementEmails ?? [],
		adviserMailbox: cited.adviserMailbox ?? "",
		securityContact: {
			name: "Dežurni za informacijsko varnost (izmišljen)",
			email: "varnost.ekc@example.si",
			phone: "01 000 09 99",
		},
		roles: roleTexts,
		reportDefinitions,
		firstLevelTargets: { response: null, resolution: null },
		openingHours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, ["07:00-19:00"]])),
		...catalogueDefaults,
		reminderDays: [...catalogueDefaults.reminderDays],
		competentBodies,
	};
}

const roleTexts: Content["roles"] = [
	{
		role: "ekc_adviser",
		text: "Sprejme zahtevek, ga razvrsti, reši na 1. nivoju ali ga posreduje na 2. nivo in odgovori uporabniku.",
	},
	{
		role: "ekc_tech_lead",
		text: "Vodi tehnično podporo, potrjuje usposobljenost za tehnični sklop in obravnava varnostne zahtevke.",
	},
	{
		role: "ekc_content_lead",
		text: "Vodi vsebinsko podporo, potrjuje usposobljenost za vsebinski sklop in obravnava pripombe uporabnikov.",
	},
	{ role: "ekc_head", text: "Odgovarja za delo EKC, podpisuje dogovore in potrjuje izdaje kataloga." },
];

const reportDefinitions: Content["reportDefinitions"] = [
	{
		code: "mesecna-statistika",
		name: "Mesečna statistika",
		content:
			"Prejeti zahtevki po kanalih, kategorijah in skupinah uporabnikov, rešeni na 1. nivoju, posredovani, odzivni časi in časi rešitve, prekoračitve, ponovno odprti.",
	},
	{
		code: "cetrtletni-pregled-dogovora",
		name: "Četrtletni pregled dogovora",
		content: "Mesečne statistike četrtletja s prekoračitvami in predlogi za pregled sodelovanja.",
	},
];

const competentBodies: Content["competentBodies"] = [
	{
		code: "upravna-enota",
		name: "upravna enota, pri kateri je bila vloga oddana",
		subject: "stanje posameznega upravnega postopka (osebna izkaznica, potni list, vozniško dovoljenje)",
		url: "https://upravne-enote.example.si",
	},
	{
		code: "financni-urad",
		name: "finančni urad",
		subject: "davčne napovedi, odločbe in dolgovi",
		url: "https://finance.example.si",
	},
	{
		code: "obcina",
		name: "občina, na območju katere bo prireditev",
		subject: "soglasja in takse občin",
		url: "https://obcine.example.si",
	},
	{
		code: "zavarovalnica",
		name: "zavod za zdravstveno zavarovanje",
		subject: "zdravstveno zavarovanje in naročanje k zdravniku",
		url: "https://zavarovanje.example.si",
	},
];
