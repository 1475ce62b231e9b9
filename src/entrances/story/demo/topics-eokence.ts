import type { Topic } from "./topic.ts";

const service = "EOKENCE";
const loginBody = {
	name: "upravljavec storitve spletne prijave",
	question:
		"Uporabnik se s sredstvom e-identifikacije ne more prijaviti. Prosimo za preveritev, ali je račun zaklenjen.",
	answer: "Račun je bil zaklenjen po petih napačnih poskusih. Zaklep je odstranjen.",
};

/** What people ask about eOkence, by category of its classification. */
export const eokenceTopics: readonly Topic[] = [
	{
		weight: 13,
		type: "QUESTION",
		service,
		category: "V1.1",
		effect: "REDUCED",
		asks: [
			{
				subject: "naročanje na termin",
				mail: "Pozdravljeni,\n[rad bi se naročil|rada bi se naročila] na okence za {dokument}, pa ne vem, kje izberem upravno enoto. Ali lahko to uredim tudi {kje}, čeprav tam nimam prebivališča?\nHvala",
				call: "Sprašuje, kje pri naročanju izbere upravno enoto in ali lahko {dokument} uredi {kje}, čeprav tam nima prebivališča.",
			},
			{
				subject: "ni prostih terminov",
				mail: "Dober dan,\nza {dokument} mi {kje} že ves teden ne pokaže nobenega prostega termina. Kdaj objavite nove?",
				call: "Za {dokument} {kje} ne najde prostega termina. Zanima [ga|jo], kdaj so objavljeni novi.",
			},
			{
				subject: "termin za dva otroka",
				mail: "Spoštovani,\nza svoja dva otroka bi [rad uredil|rada uredila] osebni izkaznici. Ali moram rezervirati dva termina ali zadošča eden?\nLep pozdrav",
				call: "[Gospod|Gospa] za dva otroka ureja osebni izkaznici in sprašuje, ali potrebuje en termin ali dva.",
			},
			{
				subject: "Ali je naročanje obvezno?",
				mail: "Zanima me, ali se je za {dokument} {kje} treba naročiti ali lahko pridem tudi brez termina, na primer {dan}.",
				call: "Sprašuje, ali lahko {dan} {dokument} uredi {kje} brez termina.",
			},
		],
		answer:
			"Spoštovani,\n\nna strani eokence.example.si najprej izberete opravilo, nato upravno enoto in prosti termin. Izberete lahko katerokoli upravno enoto. Novi termini so objavljeni vsak delovni dan ob 7.00. Naročite se lahko tudi po telefonu pri izbrani upravni enoti.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Pojasnjen postopek naročanja; novi termini so objavljeni vsak delovni dan ob 7.00, upravna enota je poljubna.",
	},
	{
		weight: 14,
		type: "QUESTION",
		service,
		category: "V1.2",
		effect: "REDUCED",
		asks: [
			{
				subject: "prestavitev termina",
				mail: "Pozdravljeni,\ntermin imam {dan} {ura}, a sem takrat v službi. Kako ga prestavim na popoldne?\nHvala za pomoč",
				call: "Termin ima {dan} {ura} in ga želi prestaviti na popoldne.",
			},
			{
				subject: "odpoved termina",
				mail: "Prosim za odpoved termina {dan} {ura}, ker sem {dokument} že [uredil|uredila]. Gumba za odpoved ne najdem.",
				call: "Želi odpovedati termin {dan} {ura}; gumba za odpoved ne najde.",
			},
			{
				subject: "izgubljena potrditvena koda",
				mail: "Dober dan,\nsporočilo s kodo za termin sem po pomoti [izbrisal|izbrisala]. Ali lahko termin vseeno prestavim?",
				call: "Sporočilo s potrditveno kodo je [izbrisal|izbrisala] in sprašuje, kako naj prestavi termin.",
			},
			{
				subject: "napačna upravna enota",
				mail: "Pozdravljeni, po pomoti sem [izbral|izbrala] termin {kje}. Ali ga lahko prenesete na drugo enoto ali moram začeti znova?",
				call: "Po pomoti je [izbral|izbrala] termin {kje}; zanima [ga|jo], ali ga je mogoče prenesti na drugo enoto.",
			},
		],
		answer:
			"Spoštovani,\n\ntermin prestavite ali odpoveste s kodo iz potrditvenega sporočila: na strani eokence.example.si izberite »Imam kodo«. Če sporočila nimate več, vam kodo ponovno pošljemo na isti naslov s povezavo »Pozabljena koda«. Termina med upravnima enotama ni mogoče prenesti; odpovejte ga in izberite novega.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Pojasnjena odpoved in prestavitev s kodo; koda se ponovno pošlje s povezavo »Pozabljena koda«.",
	},
	{
		weight: 9,
		type: "QUESTION",
		service,
		category: "V2.1",
		effect: "REDUCED",
		asks: [
			{
				subject: "Kaj prinesem s seboj?",
				mail: "Pozdravljeni,\n{dan} imam termin za {dokument}. Kaj vse moram prinesti s seboj? Ali fotografijo posnamejo pri okencu?",
				call: "{dan} ima termin za {dokument}. Zanima [ga|jo], kaj prinese in ali fotografirajo pri okencu.",
			},
			{
				subject: "fotografija iz e-fotografa",
				mail: "Fotograf mi je dal samo kodo za fotografijo. Ali je za {dokument} to dovolj ali potrebujem tudi natisnjeno?",
				call: "Fotograf [mu|ji] je dal samo kodo; sprašuje, ali je to za {dokument} dovolj.",
			},
			{
				subject: "plačilo takse pri okencu",
				mail: "Ali lahko takso za izdajo {dokumenta} plačam {kje} s kartico ali moram prinesti gotovino?",
				call: "Sprašuje, ali lahko takso za izdajo {dokumenta} pri okencu plača s kartico.",
			},
		],
		answer:
			"Spoštovani,\n\nza izdajo {dokumenta} prinesite veljaven dokument s fotografijo in fotografijo ali kodo e-fotografije, ki je dovolj tudi sama. Takso lahko pri okencu plačate s kartico ali z gotovino. Seznam za vsako opravilo je na strani eokence.example.si pod »Kaj prinesti«.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Povedano, kaj je treba prinesti; koda e-fotografije zadošča, plačilo je mogoče s kartico.",
	},
	{
		weight: 5,
		type: "QUESTION",
		service,
		category: "V2.2",
		effect: "IMPEDED",
		asks: [
			{
				subject: "pooblastilo za očeta",
				mail: "Pozdravljeni,\noče ima {dan} termin {kje}, a je po operaciji. Ali lahko grem namesto njega jaz in kakšno pooblastilo potrebujem?",
				call: "Oče ima {dan} termin, a je po operaciji. Sprašuje, ali lahko pride namesto njega s pooblastilom.",
			},
			{
				subject: "prevzem dokumenta namesto sestre",
				mail: "Sestra je v tujini, prevzeti pa bi morala {dokument} {kje}. Ali lahko to storim jaz?",
				call: "Sestra je v tujini; zanima [ga|jo], ali lahko namesto nje prevzame {dokument}.",
			},
			{
				subject: "skrbnik in termin",
				mail: "Sem [skrbnik|skrbnica] odrasle osebe. Ali se na okence naročim na svoje ime ali na ime osebe, za katero skrbim?",
				call: "[Skrbnik|Skrbnica] odrasle osebe sprašuje, na čigavo ime naj se naroči.",
			},
		],
		answer:
			"Spoštovani,\n\nnaročite se na ime osebe, za katero urejate zadevo. S seboj prinesite podpisano pooblastilo (obrazec je na strani eokence.example.si) oziroma odločbo o skrbništvu in svoj osebni dokument. Pri nekaterih opravilih mora oseba priti sama; seznam je pri vsakem opravilu.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Pojasnjena pooblastila in obrazec; naroči se na ime osebe, za katero ureja zadevo.",
		secondLevel: {
			share: 0.3,
			handOver:
				"Vprašanje o pooblastilu, na katero baza znanja ne odgovori: pooblaščenec prebiva v tujini, overitve nima. Prosimo za odgovor, ali zadošča pooblastilo z lastnoročnim podpisom.",
			solution:
				"Za to opravilo lastnoročno podpisano pooblastilo zadošča; overitev ni potrebna. Članek v bazi znanja bo dopolnjen.",
			question:
				"Spoštovani,\n\nza odgovor potrebujemo še podatek, ali pooblastilo že imate in v katerem jeziku je. Prosimo, odgovorite na to sporočilo.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
			reply: "Pooblastilo je v slovenščini in podpisano pretekli teden. Hvala za trud.",
		},
	},
	{
		weight: 12,
		type: "USAGE_HELP",
		service,
		category: "T1.1",
		effect: "IMPEDED",
		asks: [
			{
				subject: "prijava ne uspe",
				mail: "Pozdravljeni,\n{naprava} se ne morem prijaviti v eOkence. Po vnosu kode se vrnem na začetno stran. Brskalnik sem že [zamenjal|zamenjala].",
				call: "{naprava} se ne more prijaviti; po vnosu kode [ga|jo] vrne na začetno stran.",
			},
			{
				subject: "račun ni preverjen",
				mail: "Pri prijavi mi piše, da moj račun ni preverjen. Termin imam {dan} in bi ga [rad preveril|rada preverila]. Kaj naj naredim?",
				call: "Pri prijavi [mu|ji] piše, da račun ni preverjen. Termin ima {dan}.",
			},
			{
				subject: "nov telefon",
				mail: "Dober dan,\n[zamenjal|zamenjala] sem telefon in koda za prijavo prihaja na starega. Kako to uredim?",
				call: "[Zamenjal|Zamenjala] je telefon, koda za prijavo pa prihaja na starega.",
			},
			{
				subject: "digitalno potrdilo poteklo",
				mail: "Digitalno potrdilo mi je poteklo {dan}. Ali se lahko v eOkence prijavim še kako drugače?",
				call: "Digitalno potrdilo je poteklo; sprašuje, kako se lahko še prijavi.",
			},
		],
		answer:
			"Spoštovani,\n\nsredstvo za prijavo uredite na strani storitve spletne prijave pod »Moj račun«: tam zamenjate telefonsko številko, preverite račun ali dodate drugo sredstvo. Termin lahko do takrat preverite in prestavite tudi brez prijave, s kodo iz potrditvenega sporočila.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Vodenje po nastavitvah računa za prijavo; termin je mogoče preveriti tudi s kodo, brez prijave.",
		secondLevel: {
			share: 0.22,
			handOver:
				"Prijava po vnosu kode vrne uporabnika na začetno stran. Preizkušena sta dva brskalnika, predpomnilnik je izbrisan, ura na napravi je točna.",
			solution: "Račun je bil pri storitvi spletne prijave zaklenjen. Po odklepu prijava deluje.",
			question:
				"Spoštovani,\n\nprosimo, sporočite nam točen čas zadnjega poskusa prijave in besedilo, ki se izpiše. Brez tega napake ne moremo poiskati.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
			reply:
				"Zadnjič sem [poskusil|poskusila] danes malo po deveti uri. Izpiše se »Prijava ni mogoča, poskusite pozneje«.",
			otherBody: loginBody,
		},
	},
	{
		weight: 7,
		type: "USAGE_HELP",
		service,
		category: "T1.2",
		effect: "IMPEDED",
		asks: [
			{
				subject: "koda ne prispe",
				mail: "Pozdravljeni,\nže tretjič čakam na potrditveno kodo, a e-pošte ni. Naslov sem dvakrat [preveril|preverila]. Termin bi [rad potrdil|rada potrdila] še danes.",
				call: "Potrditvena koda ne prispe; naslov je [preveril|preverila], neželeno pošto tudi.",
			},
			{
				subject: "SMS s kodo zamuja",
				mail: "Sporočilo s kodo pride šele po pol ure, takrat pa koda ne velja več. {naprava} imam dober signal.",
				call: "SMS s kodo pride šele po pol ure, ko koda ne velja več.",
			},
			{
				subject: "potrditev v neželeni pošti?",
				mail: "Dober dan, termin {kje} sem [rezerviral|rezervirala], potrditve pa ni. Ali velja tudi brez kode?",
				call: "Potrditve termina ni [dobil|dobila]; sprašuje, ali termin velja brez kode.",
			},
		],
		answer:
			"Spoštovani,\n\npreverite mapo z neželeno pošto in ali imate poln poštni predal. Na strani lahko zahtevate novo kodo; velja 30 minut in razveljavi prejšnjo. Brez potrditve termin po eni uri zapade, zato ga takrat izberite znova.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Nova koda velja 30 minut; [uporabnik jo je med pogovorom prejel in termin potrdil|uporabnica jo je med pogovorom prejela in termin potrdila].",
		secondLevel: {
			share: 0.3,
			handOver:
				"Potrditvene kode pri več uporabnikih istega ponudnika e-pošte ne prispejo. Neželena pošta je preverjena, naslovi so pravilni.",
			solution:
				"Poštni strežnik ponudnika je zavračal naša sporočila. Po dogovoru s ponudnikom so kode spet dostavljene, zaostale so poslane znova.",
			otherBody: {
				name: "ponudnik e-pošte",
				question:
					"Vaš strežnik zavrača sporočila s potrditvenimi kodami. Prosimo za uvrstitev našega naslova med dovoljene.",
				answer: "Naslov je dodan med dovoljene pošiljatelje.",
			},
		},
	},
	{
		weight: 4,
		type: "INCIDENT",
		service,
		category: "T2.1",
		effect: "BLOCKED",
		asks: [
			{
				subject: "stran se ne odpre",
				mail: "Stran eokence.example.si se {naprava} ne odpre, piše »Povezava je potekla«. Termin imam {dan} in ga moram prestaviti.",
				call: "Stran se ne odpre (»Povezava je potekla«). Termin ima {dan} in ga želi prestaviti.",
			},
			{
				subject: "eOkence ne dela",
				mail: "Od jutra ne pridem na eOkence. Druge strani delujejo. Ali imate težave?",
				call: "Od jutra ne pride na eOkence, druge strani delujejo.",
			},
		],
		answer:
			"Spoštovani,\n\nstran spet deluje. Do napake je prišlo zaradi preobremenitve; termini niso izgubljeni. Prosimo, poskusite znova.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Stran spet deluje; [uporabnik je termin uspešno prestavil|uporabnica je termin uspešno prestavila].",
		secondLevel: {
			share: 0.8,
			handOver: "Stran eOkence se ne odpre (»Povezava je potekla«). Poročajo uporabniki z različnih omrežij.",
			solution: "Eno od vozlišč je bilo preobremenjeno; promet je preusmerjen in zmogljivost povečana.",
			otherBody: {
				name: "upravljavec omrežja državnih organov",
				question: "Ali so na povezavi do strežnikov eOkence izgube prometa?",
				answer: "Izgube so bile zaradi okvare opreme; promet teče po drugi poti.",
			},
		},
	},
	{
		weight: 6,
		type: "INCIDENT",
		service,
		category: "T2.2",
		effect: "BLOCKED",
		requiresOtherBodies: false,
		asks: [
			{
				subject: "termina ni mogoče shraniti",
				mail: "Pozdravljeni,\npri potrditvi termina {kje} se izpiše »Naročila ni bilo mogoče shraniti«. [Poskusil|Poskusila] sem {naprava} in v drugem brskalniku.",
				call: "Pri potrditvi termina {kje} se izpiše »Naročila ni bilo mogoče shraniti«.",
			},
			{
				subject: "dvojna rezervacija",
				mail: "Po kliku na »Potrdi« se je stran ustavila, zdaj pa imam dva termina {dan} {ura}. Kateri velja?",
				call: "Po potrditvi ima dva enaka termina {dan} {ura}.",
			},
			{
				subject: "napaka pri prestavitvi",
				mail: "Termin želim prestaviti, sistem pa javi, da je izbrani čas že zaseden, čeprav ga ponudi kot prostega.",
				call: "Pri prestavitvi sistem javi, da je ponujeni termin zaseden.",
			},
		],
		answer:
			"Spoštovani,\n\nnapaka pri shranjevanju terminov je odpravljena. Prosimo, potrdite termin še enkrat; podvojene termine smo odstranili, velja prvi.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Termin je med pogovorom potrjen v drugem brskalniku; podvojeni je odpovedan.",
		secondLevel: {
			share: 0.65,
			handOver:
				"Pri potrditvi termina se izpiše »Naročila ni bilo mogoče shraniti«. Ponovljivo v dveh brskalnikih, na različnih napravah.",
			solution: "Zaklep v zbirki terminov je odpravljen; shranjevanje deluje, podvojeni termini so izbrisani.",
			question:
				"Spoštovani,\n\nprosimo, pošljite nam čas poskusa in upravno enoto, na katero ste se naročali, da poiščemo zapis napake.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
			reply: "[Poskusil|Poskusila] sem včeraj okoli 17. ure, termin za {dokument} {kje}.",
		},
	},
	{
		weight: 2,
		type: "SECURITY_REPORT",
		service,
		category: "T3.2",
		effect: "REDUCED",
		asks: [
			{
				subject: "sumljivo sporočilo",
				mail: "[Dobil|Dobila] sem e-pošto, da moram za termin {dan} plačati 4,50 EUR. Nisem [kliknil|kliknila]. Ali je to od vas?",
				call: "[Prejel|Prejela] je sporočilo, ki zahteva plačilo za termin. Povezave ni [odprl|odprla].",
			},
		],
		answer:
			"Spoštovani,\n\nsporočilo ni naše; za termin nikoli ne zahtevamo plačila. Povezave ne odpirajte in sporočilo izbrišite. Hvala za opozorilo.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Pojasnjeno, da sporočilo ni naše in da povezave ne odpira.",
	},
	{
		weight: 3,
		type: "PRAISE",
		service,
		category: "V9",
		effect: null,
		asks: [
			{
				subject: "pohvala",
				mail: "Termin za {dokument} sem {kje} [uredil v petih minutah in prišel|uredila v petih minutah in prišla] na vrsto točno {ura}. Pohvala!",
				call: "Pohvali točnost {kje}: na vrsto je [prišel|prišla] natanko {ura}.",
			},
			{
				subject: "predlog: opomnik dva dni prej",
				mail: "Predlagam, da bi opomnik na termin prišel dva dni prej in ne le en dan. Sicer sem [zadovoljen|zadovoljna].",
				call: "Predlaga, da bi opomnik prišel dva dni pred terminom.",
			},
		],
		answer:
			"Spoštovani,\n\nhvala za vaše sporočilo. Posredovali smo ga skrbniku storitve.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Zahvala; pohvala oziroma predlog je zapisan za skrbnika storitve.",
	},
	{
		weight: 3,
		type: "COMPLAINT",
		service,
		category: "V9",
		effect: null,
		asks: [
			{
				subject: "čakanje kljub terminu",
				mail: "Termin sem [imel|imela] {dan} {ura}, na vrsto pa [prišel|prišla] 50 minut pozneje. Čemu potem naročanje?",
				call: "Termin je [imel|imela] {dan} {ura}, [čakal|čakala] pa je 50 minut.",
			},
			{
				subject: "nedostopna stran za slabovidne",
				mail: "Na strani za izbiro termina bralnik zaslona ne prebere koledarja. Prosim, da to uredite.",
				call: "Bralnik zaslona ne prebere koledarja za izbiro termina.",
			},
		],
		answer:
			"Spoštovani,\n\nza slabo izkušnjo se opravičujemo. Vašo pripombo smo posredovali skrbniku storitve. Če z odgovorom niste zadovoljni, se lahko obrnete na nadrejeni organ.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Opravičilo in pojasnilo; pripomba je posredovana skrbniku storitve.",
	},
	{
		weight: 3,
		language: "en",
		type: "QUESTION",
		service,
		category: "V2.1",
		effect: "REDUCED",
		asks: [
			{
				subject: "Documents for a residence card",
				mail: "Good morning,\nI live in Slovenia and have an appointment next week to register my address. Which documents do I bring, and may I bring somebody who translates for me?\nThank you",
				call: "Tujec s prebivališčem v RS v angleščini sprašuje, katere dokumente prinese in ali lahko s seboj pripelje prevajalca.",
			},
			{
				subject: "Booking without a Slovenian phone number",
				mail: "Hello,\nI would like to book an appointment but I only have a foreign phone number. Can the code be sent by e-mail instead?",
				call: "Sprašuje v angleščini, ali lahko potrditveno kodo prejme po e-pošti, ker ima tujo telefonsko številko.",
			},
		],
		answer:
			'Dear Sir or Madam,\n\nplease bring a valid document with a photograph; the list for each errand is at eokence.example.si under "What to bring". You may bring somebody who translates for you. The confirmation code can be sent to an e-mail address as well: choose "E-mail" in the last step.\n\nKind regards\nSingle contact centre of the state administration',
		told: "V angleščini pojasnjeno, kaj je treba prinesti in da se koda pošlje tudi po e-pošti.",
	},
];
