import { fold, slovenianStem } from "../../../kernel/slovenian-stem.ts";

export const groups = ["acts", "tickets", "places", "display"] as const;
export type Group = (typeof groups)[number];

/** One line of the palette. `why` lists what stands against it: such a line is shown, and does nothing. */
export type Command = {
	readonly group: Group;
	readonly text: string;
	readonly why: readonly string[];
	/** The single key that does the same. */
	readonly key?: string | undefined;
	readonly run: () => void;
};

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shorter stems begin too many words. */
const stemLeast = 4;

/** Whether every word typed begins a word of the text, or is a form of one: `posredovati` finds »Posreduj na 2. nivo«. */
export const isMatch = (text: string, typed: string): boolean => {
	const words = wordsOf(text);
	return wordsOf(typed).every((given) => {
		const stem = slovenianStem(given);
		return words.some(
			(word) =>
				word.startsWith(given) || slovenianStem(word) === stem || (stem.length >= stemLeast && word.startsWith(stem)),
		);
	});
};

/** A number alone, as people name a ticket; null for anything else. */
export const numberIn = (typed: string): number | null => {
	const digits = /^#?(\d{1,9})$/.exec(typed.trim())?.[1];
	return digits === undefined ? null : Number(digits);
};

/**
 * Acts of what is on screen. A name that two buttons share does not say which of two things is meant, so neither is offered;
 * what is not open stands after what is.
 */
export const actsHere = (offered: readonly Command[]): Command[] => {
	const times = Map.groupBy(offered, ({ text }) => text);
	const single = offered.filter(({ text }) => times.get(text)?.length === 1);
	return [...single.filter(({ why }) => why.length === 0), ...single.filter(({ why }) => why.length > 0)];
};

/** What is shown for the words typed, group by group; tickets were found by the desk and are not sifted again. */
export const shownFor = (commands: readonly Command[], typed: string): Command[] => {
	const found = commands.filter(({ group, text }) => group === "tickets" || isMatch(text, typed));
	return groups.flatMap((group) => found.filter((command) => command.group === group));
};
