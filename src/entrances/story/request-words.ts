/** What the contact centre, second level and other bodies say about the requests of the examples. All of it is invented. */
export const requestWords = {
	R01: {
		solution:
			"Termin se odpove s kodo iz potrditvenega sporočila. Uporabnica ima dve potrditvi, vsako s svojo kodo; odpove tisto, ki je ne potrebujeta.",
		answer:
			"Spoštovani,\n\nvajin odvečni termin odpovesta brez prijave. Vsak od terminov ima svoje potrditveno sporočilo, v njem pa je potrditvena koda. Na strani eokence.example.si izberita »Imam kodo«, vpišita kodo termina, ki ga ne potrebujeta, in potrdita »Odpovej termin«. Drugi termin ostane nespremenjen.\n\nČe sporočila ne najdeta, preverita še mapo z neželeno pošto ali nas pokličita.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R02: {
		solution:
			"Račun sredstva e-identifikacije še ni preverjen; preverijo ga na upravni enoti. Termin lahko pove tudi upravna enota po telefonu, ko ugotovi istovetnost. Podatkov o terminu nismo povedali.",
		answer:
			"Gospodu smo počasi razložili, da mora biti račun pred prvo uporabo preverjen na upravni enoti in da za to ne potrebuje računalnika. Dobil je telefonsko številko svoje upravne enote, kjer mu termin povejo, ko ugotovijo istovetnost. Povratni klic po 15. uri: zadeva je urejena, gospod ima termin.",
	},
	R03: {
		handOver:
			"Pri potrditvi termina za potni list se izpiše »Napaka 500 – naročila ni bilo mogoče shraniti«. Poskušano v treh brskalnikih in na telefonu, od jutra. Posnetek zaslona je priložen. Uporabnik potuje v soboto.",
		solution:
			"Polna particija na strežniku terminov; prostor je sproščen, shranjevanje deluje. Potrditev termina je preizkušena.",
		answer:
			"Spoštovani,\n\nnapaka pri potrjevanju terminov je odpravljena. Prosimo, da termin potrdite še enkrat; proste termine za potni list imate na voljo tudi danes. Če se napaka ponovi, nas takoj pokličite.\n\nZa nevšečnosti se opravičujemo.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R04: {
		handOver:
			"Prijava v eOkence ne deluje: po kliku na »Prijava« se stran vrti in nato izpiše »Storitev spletne prijave ni na voljo«. Do 7.40 so klicali že trije uporabniki z isto težavo.",
		question:
			"Od 7.35 prijava prek vaše storitve ne uspe (»Storitev spletne prijave ni na voljo«). Prosimo za vzrok in predvideni čas odprave.",
		otherBodySays:
			"Poteklo je strežniško potrdilo na enem od vozlišč. Potrdilo je zamenjano, storitev deluje od 10.50.",
		solution:
			"Vzrok je bil pri upravljavcu storitve spletne prijave (poteklo strežniško potrdilo). Od 10.50 prijava deluje, preverjeno.",
		answer:
			"Gospo smo poklicali: prijava spet deluje od 10.50. Termin je med pogovorom uspešno pregledala. Zahvalila se je za obvestilo.",
	},
	R05: {
		answer:
			"Spoštovani,\n\nspletna prijava v eOkence od 7.35 ne deluje. Napako odpravlja upravljavec storitve spletne prijave; o ponovnem delovanju vas obvestimo.\n\nTermin za svojega delavca lahko do odprave prestavite po telefonu pri upravni enoti, na katero ste naročeni.\n\nZa nevšečnosti se opravičujemo.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R06: {
		handOver:
			"Vloga za prireditev 9. maja je oddana pravočasno. Pri soglasju občine že dva tedna piše »čaka na soglasje«, občina pa pravi, da ga je oddala. Prosimo za preveritev, ali je soglasje prispelo v sistem.",
		question:
			"Prosimo, preverite, ali ste soglasje za prireditev 9. maja v sistemu tudi potrdili; pri nas je vloga še v stanju »čaka na soglasje«.",
		otherBodySays: "Soglasje je bilo shranjeno kot osnutek. Danes smo ga potrdili.",
		solution: "Občina je soglasje pomotoma pustila kot osnutek; zdaj je potrjeno in vloga je popolna. Rok ni ogrožen.",
		answer:
			"Spoštovani,\n\nsoglasje občine je od danes v sistemu in vaša vloga je popolna. Ker ste jo oddali pravočasno, ni prepozna. Potrdilo prejmete v nekaj dneh, stanje pa ves čas vidite v ePrireditvi.\n\nŽelimo vam lepo veselico.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R07: {
		handOver:
			"Po posodobitvi brskalnika se okno za podpis prijave ne odpre. Podpisna komponenta je bila dvakrat na novo nameščena. Uporabniku rok poteče 5. maja, na papirju vloge ne sprejmejo.",
		solution:
			"Nova različica brskalnika blokira staro razširitev. Pripravljena je nova različica podpisne komponente; s predhodno odstranitvijo stare podpis deluje.",
		answer:
			"Spoštovani,\n\nza podpis po posodobitvi brskalnika je pripravljena nova različica podpisne komponente. Najprej odstranite staro razširitev, nato namestite novo s strani eprireditev.example.si/podpis in brskalnik znova zaženite. Okno za podpis se bo odprlo.\n\nRok za oddajo imate do 5. maja do konca dneva. Če se kjerkoli ustavi, nas pokličite in vas vodimo korak za korakom.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R08: {
		solution:
			"Višina takse je pojasnjena iz baze znanja. Obrazca v italijanščini ni; podan je predlog izboljšave skrbnici storitve.",
		answer:
			"Gospe smo povedali splošno informacijo o višini takse in da obrazca v italijanščini v sistemu za zdaj ni. Njen predlog za dvojezični obrazec posredujemo skrbnici storitve.",
	},
	R09: {
		answer:
			"Spoštovani,\n\no stanju posamezne vloge odloča in obvešča upravna enota, pri kateri ste vlogo oddali, zato vam podatka o fazi postopka ne moremo dati. Prosimo, da se obrnete nanjo; telefonske številke in uradne ure vseh upravnih enot so na strani upravne-enote.example.si.\n\nProsimo, da nam po e-pošti ne pošiljate številke EMŠO; za odgovor je ne potrebujemo.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R10: {
		handOver:
			"Uporabnica po prijavi vidi termin druge osebe z imenom, priimkom in telefonsko številko. Sum razkritja osebnih podatkov. Ničesar ni spreminjala.",
		solution:
			"Napaka v predpomnilniku sej ob premiku ure; vpogled v tujo sejo je bil mogoč 40 minut. Predpomnilnik je izklopljen, seje so razveljavljene, seznam prizadetih je predan pooblaščeni osebi.",
		answer:
			"Spoštovani,\n\nhvala za hitro prijavo. Napako smo odpravili v noči na nedeljo in preverili, da vaših podatkov ni videl nihče drug. O dogodku teče postopek po predpisih o varstvu osebnih podatkov; če bo treba, vas pooblaščena oseba še obvesti.\n\nProsimo, da podatkov, ki ste jih videli, ne shranjujete in ne posredujete.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	R11: {
		handOver:
			"Uporabnik je prejel lažno kratko sporočilo, ki v imenu storitve zahteva plačilo 2,99 EUR za potrditev termina. Povezave ni odprl. Posnetek je priložen; povezave ne odpirajte.",
		solution:
			"Lažno sporočilo je prijavljeno pristojni skupini CSIRT, ponudnik domene je obveščen. Predlog: opozorilo na portalu.",
		answer:
			"Spoštovani,\n\nsporočilo, ki ste ga prejeli, ni naše. Termin na upravni enoti je brezplačen in plačila za njegovo potrditev nikoli ne zahtevamo. Povezave ne odpirajte, sporočilo pa izbrišite.\n\nHvala, da ste nas opozorili; prijavo posredujemo naprej.\n\nLep pozdrav\nEnotni kontaktni center državne uprave",
	},
	"R12-0": {
		handOver:
			"Uporabnik sprašuje, ali lahko namesto bolne matere k okencu pride s pooblastilom in kakšno pooblastilo potrebuje za novo osebno izkaznico. Baza znanja na to ne odgovori.",
	},
	R12: {
		answer:
			"Gospoda je poklicala vsebinska vodja EKC in se opravičila za zamudo: vprašanje z dne 18. novembra je obstalo na 2. nivoju. Pojasnila mu je, katera opravila lahko s pooblastilom opravi namesto matere in katera mora mati opraviti sama, ter mu po pošti poslala obrazec pooblastila. Za odgovor odgovarja EKC; skrbnik storitve za vsebino je o prekoračitvi obveščen.",
	},
} as const;
