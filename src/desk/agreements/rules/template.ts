import type { DraftTerms } from "./terms.ts";

/** Revision v1: the received form with its misspellings corrected. */
export const currentTemplate = { id: "dogovor-o-sodelovanju-ekc", revision: "v1" } as const;

const blocked = "poslovni proces uporabnika je onemogočen";
const impeded = "poslovni proces uporabnika je močno oviran";
const reduced = "zmanjšana produktivnost uporabnika";
const sole = "je hkrati edini način poslovanja uporabnikov z javno upravo";
const notSole = "ni edini način poslovanja uporabnikov z javno upravo";

/** The printed definitions of the matrix (PRI-13–20). */
export const matrixDescriptions = {
	solo: { CRITICAL: `${blocked} in ${sole}`, MAJOR: `${impeded} in ${sole}`, MINOR: `${reduced} in ${sole}` },
	withOthers: {
		CRITICAL: `${blocked} in ${notSole}`,
		MAJOR: `${impeded} in ${notSole}`,
		MINOR: `${reduced} in ${notSole}`,
	},
};

/** The printed times of tables A and B (PRI-13–20): defaults, editable in each agreement (PRI-23). */
export const matrixTimes = {
	solo: {
		CRITICAL: { response: "PT1H", resolution: "PT4H" },
		MAJOR: { response: "PT2H", resolution: "PT6H" },
		MINOR: { response: "PT5H", resolution: "PT12H" },
	},
	withOthers: {
		CRITICAL: { response: "PT2H", resolution: "PT6H" },
		MAJOR: { response: "PT3H", resolution: "PT8H" },
		MINOR: { response: "PT5H", resolution: "PT18H" },
	},
};

/** The printed definitions of the days scheme (PRI-02–04). */
export const daysDescriptions = {
	P1: `Prioriteta 1 – ${blocked} in ${sole}`,
	P2: `Prioriteta 2 – ${impeded} in ${sole}`,
	P3: `Prioriteta 3 – ${reduced} in ${sole}`,
};

/** Table 1 with its footnote (GUA-13–22), exactly 20 % read strictly. */
const leadTimeTable = {
	MINOR: { leadTime: "P2D", volumePct: { from: 0, to: 20, toInclusive: false }, ekcAction: "none" },
	MEDIUM: { leadTime: "P10D", volumePct: { from: 20, to: 50, toInclusive: true }, ekcAction: "minimal" },
	HIGH: { leadTime: "P1M", volumePct: { from: 50, fromInclusive: false }, ekcAction: "radical" },
	dayCount: "calendar",
	boundary20: "MEDIUM",
} as const;

/**
 * A new draft: what the form prints already filled in, everything the client has to say left empty. The priority scheme
 * is left open, because it has to be decided (PRI-22).
 */
export const templateDraft = (code: string, name: string): DraftTerms => ({
	agreement: { code, title: `Dogovor o sodelovanju EKC - ${name}`, template: { ...currentTemplate } },
	partI: {
		service: {
			name,
			systemName: `Sistem ${name}`,
			languages: ["sl"],
			userGroups: [
				{ code: "citizen", label: "državljani RS" },
				{ code: "company", label: "podjetja" },
				{ code: "sole_trader", label: "podjetniki" },
			],
		},
		support: {
			expectedRequestTypes: ["vprasanje", "pomoc_pri_uporabi", "prijava_napake", "pripomba_pohvala"],
			technicalTasks: ["prevzem spletnega potrdila in nameščanje podpisne komponente"],
		},
		client: { address: { postCode: "1000", town: "Ljubljana" } },
		availability: { timeZone: "Europe/Ljubljana", holidays: "si-work-free-days", exceptions: [] },
		changes: {
			reportTo: ["catalogue.managementEmails", "catalogue.adviserMailbox"],
			announcedBy: ["contentCustodian", "technicalCustodian"],
			usersInformedBy: "technicalCustodian",
		},
		reporting: { recipients: ["contentCustodian", "technicalCustodian"], dedupeSamePerson: true },
	},
	partII: {
		leadTimeTable,
		deviationLevels: [
			{
				level: 1,
				technical: ["ekc_tech_lead", "technical_custodian"],
				content: ["ekc_content_lead", "content_custodian"],
				limitWorkingDays: 10,
			},
			{ level: 2, both: ["ekc_head", "service_owner"], limitWorkingDays: 10 },
			{ level: 3, both: ["ekc_director", "client_director"], limitWorkingDays: null },
		],
		review: {
			onDemand: true,
			suggestedCadence: null,
			agenda: ["merila", "statistika", "baza_znanja", "spremembe_in_izboljsave", "usposabljanja"],
		},
		startGates: { advisersQualified: { technical: { minimum: 2 }, content: { minimum: 2 } } },
		validity: { kind: "indefinite" },
	},
});
