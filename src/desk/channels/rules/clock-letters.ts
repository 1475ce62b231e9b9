/** One deadline of a ticket, as a mail speaks of it. */
export type Owed = { readonly kind: string; readonly dueAt: string };

/** What one act said of one ticket. */
export type Said = {
	readonly warned: readonly Owed[];
	readonly breached: readonly Owed[];
	/** Whether the next target of the escalation path was called. */
	readonly isCalled: boolean;
};

export type People = {
	readonly target: string | null;
	readonly custodian: string | null;
	readonly adviser: string | null;
};

/**
 * What somebody is written to as: `CALLED` gets the ticket itself, `PASSED_ON` hears who has it now, both read there what ran
 * out; `SECOND_LEVEL` and `ADVISER` hear of deadlines alone.
 */
export type Letter = {
	readonly to: string;
	readonly as: "CALLED" | "PASSED_ON" | "SECOND_LEVEL" | "ADVISER";
	readonly warned: readonly Owed[];
	readonly breached: readonly Owed[];
};

const isSecondLevels = ({ kind }: Owed): boolean => kind === "RESPONSE" || kind === "RESOLUTION";

/**
 * One letter to each person about a ticket, however much of it ran out at once (decision 10): second level's deadlines to
 * whoever has the ticket and, once late, to its custodian and the adviser; ours to the adviser alone.
 */
export function lettersOf({ warned, breached, isCalled }: Said, { target, custodian, adviser }: People): Letter[] {
	const late = breached.filter(isSecondLevels);
	const soon = warned.filter(isSecondLevels);
	const letters = new Map<string, Letter>();
	const write = (to: string | null, letter: Omit<Letter, "to">) => {
		const isEmpty = letter.warned.length + letter.breached.length === 0;
		if (to === null || (isEmpty && letter.as !== "CALLED" && letter.as !== "PASSED_ON")) return;
		const before = letters.get(to.toLowerCase()) ?? { ...letter, to, warned: [], breached: [] };
		letters.set(to.toLowerCase(), {
			...before,
			warned: [...new Set([...before.warned, ...letter.warned])],
			breached: [...new Set([...before.breached, ...letter.breached])],
		});
	};
	write(target, { as: isCalled ? "CALLED" : "SECOND_LEVEL", warned: soon, breached: late });
	write(custodian, { as: isCalled ? "PASSED_ON" : "SECOND_LEVEL", warned: [], breached: late });
	write(adviser, { as: "ADVISER", warned: warned.filter((owed) => !isSecondLevels(owed)), breached });
	return [...letters.values()];
}

/** The code of a letter in the outbox: its level, or what it is beside it. */
export const purposeOf = ({ as, breached }: Letter): string =>
	as === "CALLED" ? "NEXT_TARGET" : as === "PASSED_ON" ? "ESCALATION" : breached.length > 0 ? "BREACH" : "WARNING";
