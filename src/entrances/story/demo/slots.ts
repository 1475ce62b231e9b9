import type { Chance } from "./chance.ts";

/** Words that vary from ticket to ticket; those of one line belong together, because each case has its own form. */
const documents = [
	{ dokument: "osebno izkaznico", dokumenta: "osebne izkaznice" },
	{ dokument: "potni list", dokumenta: "potnega lista" },
	{ dokument: "vozniško dovoljenje", dokumenta: "vozniškega dovoljenja" },
];
const events = [
	{ prireditev: "gasilsko veselico", prireditve: "gasilske veselice" },
	{ prireditev: "tek po vaseh", prireditve: "teka po vaseh" },
	{ prireditev: "koncert na prostem", prireditve: "koncerta na prostem" },
	{ prireditev: "sejem rabljenih knjig", prireditve: "sejma rabljenih knjig" },
	{ prireditev: "kolesarski maraton", prireditve: "kolesarskega maratona" },
	{ prireditev: "krajevno proslavo", prireditve: "krajevne proslave" },
];
const towns = [
	{ kje: "v Kranju" },
	{ kje: "v Celju" },
	{ kje: "v Mariboru" },
	{ kje: "v Novi Gorici" },
	{ kje: "na Ptuju" },
	{ kje: "v Kopru" },
	{ kje: "v Murski Soboti" },
	{ kje: "v Velenju" },
	{ kje: "na Jesenicah" },
	{ kje: "v Novem mestu" },
];
const days = [
	{ dan: "v ponedeljek" },
	{ dan: "v torek" },
	{ dan: "v sredo" },
	{ dan: "v četrtek" },
	{ dan: "v petek" },
];
const hours = [{ ura: "ob 8.20" }, { ura: "ob 9.40" }, { ura: "ob 10.00" }, { ura: "ob 11.20" }, { ura: "ob 13.40" }];
const devices = [
	{ naprava: "na telefonu" },
	{ naprava: "na prenosniku" },
	{ naprava: "na službenem računalniku" },
	{ naprava: "na tablici" },
];

export type Slots = { readonly words: Readonly<Record<string, string>>; readonly isWoman: boolean };

export const slotsOf = (chance: Chance): Slots => ({
	words: {
		...chance.pick(documents),
		...chance.pick(events),
		...chance.pick(towns),
		...chance.pick(days),
		...chance.pick(hours),
		...chance.pick(devices),
	},
	isWoman: chance.often(0.5),
});

/**
 * The text with its slots (`{dan}`) filled, capitalised where one begins a sentence, and of `[rad|rada]` the form that the
 * person who asks says. An unknown slot is a slip in the text.
 */
export const filled = (text: string, slots: Slots): string =>
	text
		.replaceAll(/\[([^|\]]*)\|([^\]]*)\]/g, (_, man: string, woman: string) => (slots.isWoman ? woman : man))
		.replaceAll(/(^|[.!?] )?\{(\w+)\}/g, (_, before: string | undefined, name: string) => {
			const word = slots.words[name];
			if (word === undefined) throw new Error(`no words for {${name}}`);
			return before === undefined ? word : `${before}${word[0]?.toUpperCase()}${word.slice(1)}`;
		});
