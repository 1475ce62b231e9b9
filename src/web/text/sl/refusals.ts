export default {
	other: "Tega zdaj ni mogoče opraviti. Nič ni bilo spremenjeno. Poskusite znova ali obvestite skrbnika aplikacije.",
	offline: "Ni povezave s strežnikom. Nič ni bilo izgubljeno; poskusite znova, ko bo povezava vzpostavljena.",
	"server-fault": "Strežnik zahteve ni mogel obdelati. Nič ni bilo spremenjeno. Poskusite znova čez nekaj minut.",
	"signed-out": "Prijava je potekla. Prijavite se znova; besedilo na zaslonu ostane.",
	"not-found": "Tega zapisa ni ali ga ne smete videti.",
	"not-allowed": "Za to dejanje nimate pravice.",
	stale: "Medtem je zapis spremenil nekdo drug. Osvežite ga in preglejte spremembe.",
	obstacles: "Dejanje še ni mogoče. Razlogi so navedeni spodaj.",
	"invalid-input": "Nekateri podatki niso pravilno izpolnjeni. Preverite označena polja.",
} as const;
