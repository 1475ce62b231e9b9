import type { CatalogueContent } from "../../src/desk/catalogue/rules/catalogue-content.ts";

const office = ["07:00-19:00"];

/** The catalogue of the example agreements: their edition, addresses and contacts; the numbers of §2.3. */
export const exampleCatalogue: CatalogueContent = {
	title: "Katalog storitev EKC",
	edition: "2026-01 (izmišljena izdaja za zgled)",
	contacts: {
		phones: ["01 478 8590", "080 2002"],
		webFormUrl: "https://ekc.example.si/obrazec",
		email: "ekc@gov.si",
	},
	managementEmails: ["vodstvo.ekc@example.si", "tehnicni.vodja.ekc@example.si", "vsebinski.vodja.ekc@example.si"],
	adviserMailbox: "ekc@example.si",
	securityContact: {
		name: "Dežurna varnostna služba (izmišljena)",
		email: "varnost@example.si",
		phone: "01 000 00 99",
	},
	roles: [{ role: "ekc_adviser", text: "Svetovalec EKC uporabnikom nudi podporo 1. nivoja." }],
	reportDefinitions: [
		{ code: "mesecna-statistika", name: "Mesečna statistika", content: "Prejeto, rešeno, posredovano, roki." },
		{ code: "cetrtletni-pregled-dogovora", name: "Četrtletni pregled dogovora", content: "Merila dogovora." },
	],
	firstLevelTargets: { response: null, resolution: null },
	openingHours: { mon: office, tue: office, wed: office, thu: office, fri: office },
	reminderDays: [3, 7],
	autoCloseDays: 14,
	reopenDays: 14,
	warningShare: 75,
	competentBodies: [
		{
			code: "upravne-enote",
			name: "Upravna enota",
			subject: "stanje posameznega upravnega postopka",
			url: "https://upravneenote.example.si",
		},
	],
};
