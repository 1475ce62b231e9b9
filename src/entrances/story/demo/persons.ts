import type { Channel, UserGroup } from "../../../desk/tickets/rules/codes.ts";
import type { ScriptedReporter } from "../script.ts";
import type { Chance } from "./chance.ts";

const women = [
	"Ana",
	"Barbara",
	"Darja",
	"Eva",
	"Irena",
	"Jana",
	"Karmen",
	"Lidija",
	"Marjeta",
	"Nataša",
	"Petra",
	"Vesna",
];
const men = [
	"Andrej",
	"Bojan",
	"Dušan",
	"Gorazd",
	"Igor",
	"Janez",
	"Luka",
	"Marko",
	"Peter",
	"Robert",
	"Simon",
	"Tomaž",
];
/** Surnames that nobody has, so that no real person is meant. */
const surnames = [
	"Izmislek",
	"Vzorčar",
	"Zgledek",
	"Primernjak",
	"Poskusič",
	"Dozdevnik",
	"Namišljenec",
	"Bajkovec",
	"Pravljičnik",
	"Umišljar",
	"Preizkušek",
	"Navideznik",
	"Prikaznik",
	"Podmenič",
	"Nibilec",
	"Sanjarič",
];
const companies = ["Zgledno pohištvo", "Vzorčna gradnja", "Izmišljeni prevozi", "Primer storitve", "Navidezni sistemi"];
const societies = ["Prostovoljno gasilsko društvo Zgled", "Kulturno društvo Vzorec", "Športno društvo Izmislek"];

const plain: Readonly<Record<string, string>> = { č: "c", š: "s", ž: "z" };
const asAddress = (words: string): string =>
	words
		.toLowerCase()
		.replaceAll(/[čšž]/g, (letter) => plain[letter] ?? letter)
		.replaceAll(/[^a-z]+/g, ".")
		.replaceAll(/^\.|\.$/g, "");

/** Somebody who asks; mail and forms come with an address, calls with a number. */
export function someone(
	chance: Chance,
	channel: Channel,
	groups: readonly UserGroup[],
	isWoman: boolean,
): ScriptedReporter {
	const group = chance.often(0.78) ? (groups[0] ?? "citizen") : chance.pick(groups);
	const name = nameOf(chance, group, isWoman);
	const number = String(chance.between(0, 999)).padStart(3, "0");
	return {
		name,
		email: channel === "PHONE" ? null : `${asAddress(name)}@example.si`,
		phone: channel === "PHONE" || chance.often(0.15) ? `040 000 ${number}` : null,
		group,
	};
}

function nameOf(chance: Chance, group: UserGroup, isWoman: boolean): string {
	if (group === "company") return `${chance.pick(companies)}, d. o. o.`;
	if (group === "other" && chance.often(0.7)) return chance.pick(societies);
	return `${chance.pick(isWoman ? women : men)} ${chance.pick(surnames)}`;
}
