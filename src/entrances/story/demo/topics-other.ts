import type { Topic } from "./topic.ts";

const service = "EPRIREDITEV";

/** What people ask about ePrireditev, by category of its classification. */
export const eprireditevTopics: readonly Topic[] = [
	{
		weight: 7,
		type: "QUESTION",
		service,
		category: "V1.1",
		effect: "REDUCED",
		asks: [
			{
				subject: "rok za prijavo",
				mail: "Pozdravljeni,\nkoliko dni prej moramo prijaviti {prireditev}? Predvideno je okoli 200 obiskovalcev.",
				call: "Zanima jih, koliko dni prej morajo prijaviti {prireditev} z okoli 200 obiskovalci.",
			},
			{
				subject: "priloge k prijavi",
				mail: "Katere priloge potrebujemo za prijavo {prireditve}? Ali je skica prostora obvezna?",
				call: "Sprašuje, katere priloge so potrebne za prijavo {prireditve} in ali je skica prostora obvezna.",
			},
			{
				subject: "redarska služba",
				mail: "Ali moramo za {prireditev} v prijavi navesti redarsko službo ali zadoščajo gasilci?",
				call: "Zanima [ga|jo], ali mora za {prireditev} navesti redarsko službo.",
			},
			{
				subject: "sprememba ure prireditve",
				mail: "Prijavo smo že oddali, zdaj pa bi {prireditev} začeli dve uri prej. Ali oddamo novo prijavo?",
				call: "Prijavo so oddali in želijo spremeniti uro začetka; sprašujejo, ali oddajo novo.",
			},
		],
		answer:
			"Spoštovani,\n\nroki in obvezne priloge so našteti v prvem koraku prijave v ePrireditvi in so odvisni od števila obiskovalcev in kraja. Skica prostora je priloga vsake prijave. Že oddano prijavo lahko do izdaje potrdila dopolnite z ukazom »Dopolni prijavo«.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Pojasnjeni roki, priloge in dopolnitev prijave v ePrireditvi.",
	},
	{
		weight: 4,
		type: "QUESTION",
		service,
		category: "V1.3",
		effect: "REDUCED",
		asks: [
			{
				subject: "upravna taksa",
				mail: "Kolikšna je taksa za prijavo {prireditve} in kam jo nakažemo? Društvo smo humanitarno.",
				call: "Humanitarno društvo sprašuje, kolikšna je taksa za prijavo {prireditve}.",
			},
			{
				subject: "plačilo takse",
				mail: "Takso smo plačali {dan}, v prijavi pa še vedno piše »neplačano«. Ali moramo poslati dokazilo?",
				call: "Takso so plačali {dan}, prijava pa še kaže »neplačano«.",
			},
		],
		answer:
			"Spoštovani,\n\nvišina takse se izpiše v koraku »Plačilo«; tam označite tudi razlog za oprostitev. Plačilo se v prijavi pokaže naslednji delovni dan, dokazila ni treba pošiljati.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Pojasnjena taksa in oprostitve; plačilo se pokaže naslednji delovni dan.",
	},
	{
		weight: 4,
		type: "INCIDENT",
		service,
		category: "V1.2",
		effect: "IMPEDED",
		asks: [
			{
				subject: "soglasje ni vidno",
				mail: "Občina pravi, da je soglasje za {prireditev} oddala {dan}, v sistemu pa ga ni. Rok se nam izteka.",
				call: "Občina naj bi soglasje za {prireditev} oddala {dan}, v sistemu ga ni.",
			},
			{
				subject: "napačna občina v soglasju",
				mail: "Pri prijavi {prireditve} je sistem za soglasje izbral napačno občino. Kako jo zamenjam?",
				call: "Pri prijavi {prireditve} je za soglasje izbrana napačna občina.",
			},
			{
				subject: "čaka na soglasje policije",
				mail: "Prijava {prireditve} že deset dni čaka na soglasje policije. Ali lahko preverite, kje se je ustavilo?",
				call: "Prijava {prireditve} že deset dni čaka na soglasje policije.",
			},
		],
		answer:
			"Spoštovani,\n\nsoglasje je zdaj v sistemu in vaša prijava gre naprej. Ker ste jo oddali pravočasno, zaradi soglasja ni prepozna.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Soglasje je v sistemu; prijava gre naprej.",
		secondLevel: {
			share: 0.85,
			handOver:
				"Soglasodajalec zatrjuje, da je soglasje oddal, v prijavi pa ga ni. Prosimo za preveritev poti soglasja.",
			solution: "Soglasje je bilo oddano v napačno prijavo; prevezano je in prijava je popolna.",
			question:
				"Spoštovani,\n\nprosimo, sporočite nam številko prijave in datum, ko je soglasodajalec soglasje oddal.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
			reply: "Številka prijave je 2026-0417, soglasje je bilo po besedah občine oddano {dan}.",
			otherBody: {
				name: "občina, ki daje soglasje",
				question: "Prosimo, preverite, ali je soglasje v sistemu tudi potrjeno in ne le shranjeno.",
				answer: "Soglasje je bilo le shranjeno; danes je potrjeno.",
			},
		},
	},
	{
		weight: 6,
		type: "USAGE_HELP",
		service,
		category: "T1.1",
		effect: "IMPEDED",
		asks: [
			{
				subject: "prijava v sistem",
				mail: "Kot [predsednik|predsednica] društva se ne morem prijaviti v ePrireditev, sistem pozna le moj osebni račun. Kako dodam društvo?",
				call: "[Predsednik|Predsednica] društva se ne more prijaviti v imenu društva.",
			},
			{
				subject: "novo potrdilo",
				mail: "Po zamenjavi digitalnega potrdila v ePrireditvi ne vidim več starih prijav.",
				call: "Po zamenjavi digitalnega potrdila ne vidi starih prijav.",
			},
		],
		answer:
			"Spoštovani,\n\nv ePrireditvi v desnem kotu izberite »Zastopanje« in dodajte društvo oziroma novo potrdilo. Stare prijave se pokažejo po ponovni prijavi.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Vodenje po nastavitvi »Zastopanje«; prijave so spet vidne.",
		secondLevel: {
			share: 0.15,
			handOver: "Po zamenjavi digitalnega potrdila uporabnik ne vidi prijav društva, čeprav je zastopanje urejeno.",
			solution: "Staro potrdilo je bilo vezano na zaprt račun; prijave so prenesene na novega.",
		},
	},
	{
		weight: 5,
		type: "INCIDENT",
		service,
		category: "T1.2",
		effect: "BLOCKED",
		asks: [
			{
				subject: "podpis prijave ne uspe",
				mail: "Pri podpisu prijave {prireditve} se okno odpre in takoj zapre. Rok za oddajo je {dan}.",
				call: "Okno za podpis prijave se odpre in takoj zapre. Rok za oddajo je {dan}.",
			},
			{
				subject: "podpisna komponenta",
				mail: "Namestili smo podpisno komponento, sistem pa še vedno javi, da je ni. Delamo {naprava}.",
				call: "Sistem javi, da podpisne komponente ni, čeprav je nameščena.",
			},
		],
		answer:
			"Spoštovani,\n\nza podpis potrebujete zadnjo različico podpisne komponente s strani eprireditev.example.si/podpis. Pred namestitvijo odstranite staro in znova zaženite brskalnik. Podpis nato uspe.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Odstranjena stara komponenta, nameščena nova; podpis je med pogovorom uspel.",
		secondLevel: {
			share: 0.45,
			handOver:
				"Okno za podpis se odpre in takoj zapre, tudi z najnovejšo različico komponente. Operacijski sistem in brskalnik sta posodobljena.",
			solution: "Strežnik za podpis je zavračal potrdila novega izdajatelja; seznam izdajateljev je dopolnjen.",
			question:
				"Spoštovani,\n\nprosimo, sporočite nam različico podpisne komponente (vidna je v meniju »O programu«).\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
			reply: "Različica je 3.2.1, nameščena ta teden.",
		},
	},
	{
		weight: 3,
		type: "INCIDENT",
		service,
		category: "T2",
		effect: "REDUCED",
		asks: [
			{
				subject: "počasno nalaganje prilog",
				mail: "Nalaganje prilog k prijavi {prireditve} traja več kot deset minut, potem pa se prekine.",
				call: "Nalaganje prilog traja več kot deset minut in se prekine.",
			},
			{
				subject: "izpis prijave prazen",
				mail: "Izpis oddane prijave v obliki PDF je prazen, {naprava} in drugje.",
				call: "Izpis oddane prijave je prazen.",
			},
		],
		answer:
			"Spoštovani,\n\nnapaka je odpravljena, nalaganje in izpis delujeta. Prosimo, poskusite znova; oddane prijave so ohranjene.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Priloge so naložene v manjših datotekah; izpis deluje po osvežitvi strani.",
		secondLevel: {
			share: 0.6,
			handOver:
				"Nalaganje prilog in izpis prijave sta zelo počasna ali se prekineta. O tem poročajo uporabniki z različnih omrežij.",
			solution: "Povečana je zmogljivost shrambe prilog; izpis je popravljen.",
		},
	},
];

/** What is not ours to answer: the competent body is named. */
export const elsewhereTopics: readonly Topic[] = [
	{
		weight: 5,
		type: "OUT_OF_SCOPE",
		service: null,
		category: null,
		effect: null,
		competentBody: "upravna enota, pri kateri je bila vloga oddana",
		asks: [
			{
				subject: "Kdaj bo dokument izdelan?",
				mail: "Vlogo za {dokument} sem [oddal|oddala] pred dvema tednoma. V kateri fazi je?",
				call: "Vlogo za {dokument} je [oddal|oddala] pred dvema tednoma in sprašuje, v kateri fazi je.",
			},
			{
				subject: "stanje vloge",
				mail: "Zanima me stanje moje vloge {kje}. Po telefonu se nihče ne oglasi.",
				call: "Sprašuje za stanje svoje vloge {kje}; po telefonu se [mu|ji] nihče ne oglasi.",
			},
		],
		answer:
			"Spoštovani,\n\no stanju posamezne vloge vam lahko odgovori upravna enota, pri kateri ste jo oddali. Telefonske številke in uradne ure so na strani upravne-enote.example.si.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Napotitev na upravno enoto, pri kateri je bila vloga oddana.",
	},
	{
		weight: 3,
		type: "OUT_OF_SCOPE",
		service: null,
		category: null,
		effect: null,
		competentBody: "finančni urad",
		asks: [
			{
				subject: "informativni izračun",
				mail: "[Prejel|Prejela] sem informativni izračun dohodnine in se z njim ne strinjam. Kako oddam ugovor?",
				call: "Ne strinja se z informativnim izračunom dohodnine.",
			},
		],
		answer:
			"Spoštovani,\n\nza dohodnino je pristojen finančni urad; ugovor oddate na strani finance.example.si ali pisno pri svojem uradu.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
		told: "Napotitev na finančni urad.",
	},
];

/** Mail that asks for nothing. */
export const unsolicited = [
	{
		subject: "Ugodni krediti brez poroka",
		body: "Samo danes: kredit do 20.000 EUR brez dokazil. Pišite na naslov spodaj.",
	},
	{
		subject: "Your invoice is ready",
		body: "Dear customer, please find the invoice attached and confirm your account.",
	},
] as const;
