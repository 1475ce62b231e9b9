export default {
	title: "2. nivo",
	response: "Odziv",
	resolution: "Rešitev",
	owner: "Skrbi EKC",
	all: "Vsi odprti",
	atUs: "Pri nas",
	waiting: "Čaka",
	late: "Zamuja",
	empty: "Na 2. nivoju ni odprtih zahtevkov.",
	proposeHint: "Predlog pošlje uporabniku svetovalec EKC.",
	externalHint: "Neobvezno; številka ostane zapisana pri zahtevku.",
} as const;
