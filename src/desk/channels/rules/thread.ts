/** Letters of the two conversations in mail tokens: the user's, and second level's side thread. */
export const threads = { u: "USER", s: "SECOND_LEVEL" } as const;
export type Thread = keyof typeof threads;

/** A clue at a ticket, found in the database, with what the sender has to do with that ticket. */
export type FoundClue = {
	readonly by: "MESSAGE" | "ADDRESS" | "SUBJECT";
	readonly ticketId: string;
	/** The conversation that the clue names; null when it names only a ticket. */
	readonly thread: Thread | null;
	/** Conversations of that ticket in which the sender takes part. */
	readonly takesPartIn: readonly Thread[];
};

export type Route =
	| { readonly to: "TICKET"; readonly ticketId: string; readonly thread: Thread }
	| { readonly to: "NEW"; readonly suggestion: { readonly ticketId: string; readonly by: FoundClue["by"] } | null };

/**
 * Where a mail belongs: the first clue whose conversation its sender takes part in. A mail proves nothing by itself: a stranger's
 * opens a new ticket, with the ticket he pointed at as a suggestion to the adviser.
 */
export function routeOf(clues: readonly FoundClue[]): Route {
	for (const clue of clues) {
		const thread = clue.takesPartIn.find((part) => clue.thread === null || part === clue.thread);
		if (thread !== undefined) return { to: "TICKET", ticketId: clue.ticketId, thread };
	}
	const [first] = clues;
	return { to: "NEW", suggestion: first === undefined ? null : { ticketId: first.ticketId, by: first.by } };
}

/** What no person wrote is taken in under this name, so that nothing answers it. */
export const automaticDoor = { kind: "system", name: "automatic-mail" } as const;
