import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FoundClue, type Route, routeOf } from "./thread.ts";

const clue = (more: Partial<FoundClue>): FoundClue => ({
	by: "MESSAGE",
	ticketId: "a",
	thread: "u",
	takesPartIn: ["u"],
	...more,
});

const rows: Record<string, [clues: FoundClue[], route: Route]> = {
	"no clue": [[], { to: "NEW", suggestion: null }],
	"a reply of the user": [[clue({})], { to: "TICKET", ticketId: "a", thread: "u" }],
	"a reply of second level": [
		[clue({ thread: "s", takesPartIn: ["s"] })],
		{ to: "TICKET", ticketId: "a", thread: "s" },
	],
	"a stranger with our Message-ID": [
		[clue({ takesPartIn: [] })],
		{ to: "NEW", suggestion: { ticketId: "a", by: "MESSAGE" } },
	],
	"a stranger with the number": [
		[clue({ by: "SUBJECT", thread: null, takesPartIn: [] })],
		{ to: "NEW", suggestion: { ticketId: "a", by: "SUBJECT" } },
	],
	"the user with the number": [[clue({ by: "SUBJECT", thread: null })], { to: "TICKET", ticketId: "a", thread: "u" }],
	"the user with a token of second level": [
		[clue({ thread: "s" })],
		{ to: "NEW", suggestion: { ticketId: "a", by: "MESSAGE" } },
	],
	"a participant of the second clue": [
		[clue({ takesPartIn: [] }), clue({ by: "ADDRESS", ticketId: "b" })],
		{ to: "TICKET", ticketId: "b", thread: "u" },
	],
};

describe("where a mail belongs", () => {
	for (const [name, [clues, route]] of Object.entries(rows)) test(name, () => assert.deepEqual(routeOf(clues), route));
});
