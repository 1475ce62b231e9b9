import type { DraftTerms } from "../../desk/agreements/rules/terms.ts";
import type { Role } from "../../kernel/actor.ts";
import type { SupportSet } from "../../kernel/values.ts";

export type CastOffice = {
	readonly role: Role;
	/** Code of the service; null for offices of the contact centre. */
	readonly service: string | null;
	readonly set: SupportSet | null;
	/** Handle of the holder who is substituted. */
	readonly deputyFor: string | null;
};

export type CastPerson = {
	readonly handle: string;
	readonly name: string;
	readonly email: string;
	readonly phone: string | null;
	readonly organisation: string;
	readonly offices: readonly CastOffice[];
};

export type CastOrganisation = {
	readonly name: string;
	readonly kind: "PROVIDER" | "CLIENT" | "OTHER_BODY";
	readonly ministry: string | null;
};

export const provider: CastOrganisation = {
	name: "Enotni kontaktni center državne uprave",
	kind: "PROVIDER",
	ministry: "MJU",
};
const contractor: CastOrganisation = { name: "Vzdrževalec, d. o. o. (izmišljen)", kind: "OTHER_BODY", ministry: null };

const office = (role: Role, more: Partial<CastOffice> = {}): CastOffice => ({
	role,
	service: null,
	set: null,
	deputyFor: null,
	...more,
});

const atProvider = (handle: string, name: string, email: string, ...roles: Role[]): CastPerson => ({
	handle,
	name,
	email,
	phone: "01 000 09 00",
	organisation: provider.name,
	offices: roles.map((role) => office(role)),
});

/** Advisers in the order in which they are qualified: the first two for everything, the last one only since spring. */
export const advisers = [
	atProvider("maja.izmisljar", "Maja Izmišljar (izmišljena)", "maja.izmisljar@example.si", "ekc_adviser"),
	atProvider("tilen.zgledar", "Tilen Zgledar (izmišljen)", "tilen.zgledar@example.si", "ekc_adviser"),
	atProvider("nina.domislek", "Nina Domislek (izmišljena)", "nina.domislek@example.si", "ekc_adviser"),
	atProvider("matic.primernik", "Matic Primernik (izmišljen)", "matic.primernik@example.si", "ekc_adviser"),
	atProvider("zala.navidezna", "Zala Navidezna (izmišljena)", "zala.navidezna@example.si", "ekc_adviser"),
];

const providerPeople: readonly CastPerson[] = [
	...advisers,
	atProvider("lea.sraj", "mag. Lea Šraj", "vodstvo.ekc@example.si", "ekc_head"),
	atProvider("klemen.poskusni", "Klemen Poskusni (izmišljen)", "tehnicni.vodja.ekc@example.si", "ekc_tech_lead"),
	atProvider("lara.vzorcna", "Lara Vzorčna (izmišljena)", "vsebinski.vodja.ekc@example.si", "ekc_content_lead"),
	atProvider("neza.primerna", "Neža Primerna (izmišljena)", "neza.primerna@example.si", "ekc_director"),
	atProvider("gregor.nadzorni", "Gregor Nadzorni (izmišljen)", "gregor.nadzorni@example.si", "auditor"),
];

/** Enters everybody else. */
export const administrator = atProvider(
	"sara.sistemska",
	"Sara Sistemska (izmišljena)",
	"sara.sistemska@example.si",
	"platform_admin",
);

const agent = (
	handle: string,
	name: string,
	email: string,
	organisation: string,
	service: string,
	set: SupportSet,
): CastPerson => ({
	handle,
	name,
	email,
	phone: null,
	organisation,
	offices: [office("l2_agent", { service, set })],
});

const directorate = "Ministrstvo za javno upravo – Direktorat za vzorčne e-storitve (izmišljena enota)";
const secondLevel: readonly CastPerson[] = [
	agent(
		"anze.izmisljeni",
		"Anže Izmišljeni (izmišljen)",
		"anze@okence.example.si",
		directorate,
		"EOKENCE",
		"TECHNICAL",
	),
	agent("tjasa.zgledna", "Tjaša Zgledna (izmišljena)", "tjasa@okence.example.si", directorate, "EOKENCE", "TECHNICAL"),
	agent("katja.primerek", "Katja Primerek (izmišljena)", "katja@okence.example.si", directorate, "EOKENCE", "CONTENT"),
	agent(
		"blaz.vzorec",
		"Blaž Vzorec (izmišljen)",
		"blaz@vzdrzevalec.example.si",
		contractor.name,
		"EPRIREDITEV",
		"TECHNICAL",
	),
];

/** Everybody whom the agreements name, and those who do the work. */
export function castOf(agreements: readonly DraftTerms[]): {
	organisations: readonly CastOrganisation[];
	people: readonly CastPerson[];
} {
	const clients = agreements.map(({ partI }): CastOrganisation => ({
		name: partI?.client?.organisation ?? "",
		kind: "CLIENT",
		ministry: partI?.client?.ownerMinistry ?? null,
	}));
	return {
		organisations: [provider, ...clients, contractor],
		people: [administrator, ...providerPeople, ...agreements.flatMap(clientPeople), ...secondLevel],
	};
}

/** People on the client's side, each with the offices that the agreement gives them (SVC-11–14, KNB-03, TRN-02). */
function clientPeople({ agreement, partI }: DraftTerms): CastPerson[] {
	const service = agreement?.code ?? "";
	const client = partI?.client ?? {};
	const { serviceOwner, contentCustodian, technicalCustodian, director, contacts, deputies } = client;
	const named = [serviceOwner, contentCustodian, technicalCustodian, director, ...(contacts ?? [])];
	const { technical: technicalBase, content: contentBase } = partI?.knowledgeBase ?? {};
	const given: [string | null | undefined, CastOffice][] = [
		[serviceOwner?.id, office("service_owner", { service })],
		[contentCustodian?.id, office("content_custodian", { service })],
		[technicalCustodian?.id, office("technical_custodian", { service })],
		[director?.id, office("client_director", { service })],
		[deputies?.contentCustodian, office("content_custodian", { service, deputyFor: contentCustodian?.id ?? null })],
		[
			deputies?.technicalCustodian,
			office("technical_custodian", { service, deputyFor: technicalCustodian?.id ?? null }),
		],
		...(technicalBase?.editors ?? []).map((id): [string, CastOffice] => [
			id,
			office("kb_editor", { service, set: "TECHNICAL" }),
		]),
		...(contentBase?.editors ?? []).map((id): [string, CastOffice] => [
			id,
			office("kb_editor", { service, set: "CONTENT" }),
		]),
		[partI?.training?.technical?.contact, office("training_contact", { service, set: "TECHNICAL" })],
		[partI?.training?.content?.contact, office("training_contact", { service, set: "CONTENT" })],
	];
	const first = new Map(named.flatMap((person) => (person?.id ? [[person.id, person] as const] : [])).toReversed());
	return [...first].map(([handle, person]) => ({
		handle,
		name: person.name ?? handle,
		email: person.email ?? "",
		phone: person.phone ?? null,
		organisation: client.organisation ?? "",
		offices: given.filter(([id]) => id === handle).map(([, granted]) => granted),
	}));
}
