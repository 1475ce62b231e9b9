import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FoundClue, type Route, routeOf } from "./thread.ts";

const clue = (more: Partial<FoundClue>): FoundClue => ({
	by: "MESSAGE",
	ticketId: "a",
	thread: "u",
	isRestricted: false,
	takesPartIn: ["u"],
	...more,
});

const to = (ticketId: string, thread: "u" | "s", by: FoundClue["by"] = "MESSAGE"): Route => ({
	to: "TICKET",
	ticketId,
	thread,
	by,
});
const points = (by: FoundClue["by"], thread: "u" | "s" | null): Route => ({
	to: "NEW",
	suggestion: { ticketId: "a", by, thread, isRestricted: false },
});

const rows: Record<string, [clues: FoundClue[], route: Route]> = {
	"no clue": [[], { to: "NEW", suggestion: null }],
	"a reply of the user": [[clue({})], to("a", "u")],
	"a reply of second level": [[clue({ thread: "s", takesPartIn: ["s"] })], to("a", "s")],
	"a stranger with our Message-ID": [[clue({ takesPartIn: [] })], points("MESSAGE", "u")],
	"a stranger with the number": [[clue({ by: "SUBJECT", thread: null, takesPartIn: [] })], points("SUBJECT", null)],
	"the user with the number": [[clue({ by: "SUBJECT", thread: null })], to("a", "u", "SUBJECT")],
	"the user with a token of second level": [[clue({ thread: "s" })], points("MESSAGE", "s")],
	"who is the user and of second level too, with the number": [
		[clue({ by: "SUBJECT", thread: null, takesPartIn: ["u", "s"] })],
		to("a", "u", "SUBJECT"),
	],
	"a participant of the second clue": [
		[clue({ takesPartIn: [] }), clue({ by: "ADDRESS", ticketId: "b" })],
		to("b", "u", "ADDRESS"),
	],
};

describe("where a mail belongs", () => {
	for (const [name, [clues, route]] of Object.entries(rows)) test(name, () => assert.deepEqual(routeOf(clues), route));
});
