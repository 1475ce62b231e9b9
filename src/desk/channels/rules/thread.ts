/** Letters of the two conversations in mail tokens: the user's, and second level's side thread. */
export const threads = { u: "USER", s: "SECOND_LEVEL" } as const;
export type Thread = keyof typeof threads;

/** A clue at a ticket, found in the database, with what the sender has to do with that ticket. */
export type FoundClue = {
	readonly by: "MESSAGE" | "ADDRESS" | "SUBJECT";
	readonly ticketId: string;
	/** The conversation that the clue names; null when it names only a ticket. */
	readonly thread: Thread | null;
	readonly isRestricted: boolean;
	/** Conversations of that ticket in which the sender takes part. */
	readonly takesPartIn: readonly Thread[];
};

/** A ticket that a mail points at without its sender taking part in it. */
export type Pointer = Omit<FoundClue, "takesPartIn">;

export type Route =
	| { readonly to: "TICKET"; readonly ticketId: string; readonly thread: Thread; readonly by: FoundClue["by"] }
	| { readonly to: "NEW"; readonly suggestion: Pointer | null };

/**
 * Where a mail belongs: the first clue whose conversation its sender takes part in. A mail proves nothing by itself: a stranger's
 * opens a new ticket, with the ticket he pointed at as a suggestion to the adviser.
 */
export function routeOf(clues: readonly FoundClue[]): Route {
	for (const { takesPartIn, ticketId, by, thread: named } of clues) {
		const thread = takesPartIn.find((part) => named === null || part === named);
		if (thread !== undefined) return { to: "TICKET", ticketId, thread, by };
	}
	const [first] = clues;
	if (first === undefined) return { to: "NEW", suggestion: null };
	const { takesPartIn: _, ...suggestion } = first;
	return { to: "NEW", suggestion };
}

/** Whether a clue carries our MAC: its sender has had a mail of ours. A number in a subject anybody can write. */
export const isProven = ({ by }: { readonly by: FoundClue["by"] }): boolean => by !== "SUBJECT";

/** What no person wrote is taken in under this name, so that nothing answers it. */
export const automaticDoor = { kind: "system", name: "automatic-mail" } as const;
