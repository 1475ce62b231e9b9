import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../../kernel/slovenian-stem.ts";
import { searchQuery, searchTokens } from "./search-tokens.ts";

/** Two forms that a search should bring together. Grow this list with every miss that somebody reports. */
const meeting = `
prijava prijavo
prijava prijavi
prijaviti prijavil
termin terminov
termina terminu
terminov terminih
odpoved odpovedi
odpovem odpoved
napaka napake
napak napako
potrdilo potrdila
potrdilu potrdila
potrditev potrditve
potrditvena potrditveno
geslo gesla
gesel gesla
okno okna
oken okna
vloga vloge
vlogo vlog
pooblastilo pooblastila
pooblastilom pooblastilo
soglasje soglasja
soglasjem soglasju
prireditev prireditve
prireditvi prireditev
občina občine
občini občino
veselica veselice
podpis podpisa
podpisati podpisal
podpisna podpisne
komponenta komponente
brskalnik brskalnika
brskalniku brskalnikom
posodobitev posodobitve
zahtevek zahtevka
zahtevki zahtevkov
svetovalec svetovalca
svetovalci svetovalcev
osebna osebne
izkaznica izkaznice
taksa takse
obrazec obrazca
obrazci obrazcev
sporočilo sporočila
sporočil sporočilo
storitev storitve
storitvami storitev
uporabnik uporabnika
uporabniki uporabnikov
dan dnevi
otrok otroci
ljudje ljudem
plačilo plačila
varnostni varnostnega
naročilo naročila
appointment appointments
booking bookings
certificate certificates
signing sign
`;

/** Forms of different words that must stay apart. */
const apart = `
termin terme
potni potrdilo
vloga vlak
občina občutek
prijava prijatelj
podpis podpora
storitev stroj
okence okolje
geslo gozd
soglasje soglasnik
zahtevek zahod
napaka napis
obrazec obrisan
plačilo ples
`;

const pairs = (text: string) =>
	text
		.trim()
		.split("\n")
		.map((line) => line.split(" ") as [string, string]);

const meet = (one: string, other: string) => {
	const found = new Set(searchTokens(other));
	return searchTokens(one).some((token) => found.has(token));
};

describe("search tokens", () => {
	for (const [one, other] of pairs(meeting)) test(`${one} finds ${other}`, () => assert.ok(meet(one, other)));
	for (const [one, other] of pairs(apart)) test(`${one} does not find ${other}`, () => assert.ok(!meet(one, other)));

	test("diacritics do not matter", () => assert.equal(fold("Čšž Ćđ Müller"), "csz cd muller"));
	test("each token once, stop words out", () => {
		assert.deepEqual(searchTokens("in v na da"), []);
		assert.equal(new Set(searchTokens("termin termin termin")).size, searchTokens("termin termin termin").length);
	});
});

describe("search query", () => {
	test("nothing to search by", () => assert.equal(searchQuery(" in – ?! "), null));
	test("only the last word is also a beginning", () => {
		const query = searchQuery("napaka termi") ?? "";
		assert.ok(query.includes("'termi':*"));
		assert.ok(!query.includes("'napaka':*"));
	});
	test("whatever is typed, only letters and digits reach the query", () =>
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (typed) => {
				assert.match(searchQuery(typed) ?? "", /^(?:(?: & )?\((?:(?: \| )?'[\p{L}\p{N}]+'(?::\*)?)+\))*$/u);
			}),
		));
});
