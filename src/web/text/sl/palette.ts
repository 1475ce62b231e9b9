export default {
	title: "Ukazi in iskanje",
	label: "Kaj iščete?",
	placeholder: "Dejanje, stran, številka ali besede zahtevka",
	acts: "Dejanja",
	tickets: "Zahtevki",
	places: "Pojdi na",
	display: "Prikaz",
	openNumber: "Odpri zahtevek {number}",
	found: "{n, plural, one {# zadetek} two {# zadetka} few {# zadetki} other {# zadetkov}}",
	nothing: "Nič ne ustreza. Poskusite z drugo besedo ali s številko zahtevka.",
	view: "Vrste: {name}",
} as const;
