import assert from "node:assert/strict";
import { test } from "node:test";
import { type Letter, lettersOf, type Owed, purposeOf, type Said } from "./clock-letters.ts";

const owed = (kind: string): Owed => ({ kind, dueAt: "jutri" });
const [response, resolution, statutory] = [owed("RESPONSE"), owed("RESOLUTION"), owed("STATUTORY")];
const said = (more: Partial<Said>): Said => ({ warned: [], breached: [], isCalled: false, ...more });
const people = { target: "ekipa@x.si", custodian: "skrbnik@x.si", adviser: "svetovalka@x.si" };

const shown = (letter: Letter) => [
	`${purposeOf(letter)} → ${letter.to.split("@")[0]}`,
	[...letter.breached, ...letter.warned].map(({ kind }) => kind).join(" "),
];

const rows: readonly [string, Said, Partial<typeof people>, readonly (readonly string[])[]][] = [
	["nothing said", said({}), {}, []],
	["a warning of second level's", said({ warned: [response] }), {}, [["WARNING → ekipa", "RESPONSE"]]],
	["a warning of ours", said({ warned: [statutory] }), {}, [["WARNING → svetovalka", "STATUTORY"]]],
	[
		"two ran out at once",
		said({ breached: [resolution, response] }),
		{},
		[
			["BREACH → ekipa", "RESOLUTION RESPONSE"],
			["BREACH → skrbnik", "RESOLUTION RESPONSE"],
			["BREACH → svetovalka", "RESOLUTION RESPONSE"],
		],
	],
	[
		"one ran out, another soon will: one mail of the higher level",
		said({ breached: [response], warned: [resolution] }),
		{},
		[
			["BREACH → ekipa", "RESPONSE RESOLUTION"],
			["BREACH → skrbnik", "RESPONSE"],
			["BREACH → svetovalka", "RESPONSE"],
		],
	],
	[
		"the next target is called as well",
		said({ breached: [response], isCalled: true }),
		{},
		[
			["NEXT_TARGET → ekipa", "RESPONSE"],
			["ESCALATION → skrbnik", "RESPONSE"],
			["BREACH → svetovalka", "RESPONSE"],
		],
	],
	[
		"called by hand: nothing ran out",
		said({ isCalled: true }),
		{},
		[
			["NEXT_TARGET → ekipa", ""],
			["ESCALATION → skrbnik", ""],
		],
	],
	[
		"one person in two roles has one mail with all of it",
		said({ breached: [response, statutory], isCalled: true }),
		{ custodian: "Ekipa@x.si", adviser: "ekipa@x.si" },
		[["NEXT_TARGET → ekipa", "RESPONSE STATUTORY"]],
	],
];

for (const [name, what, who, expected] of rows) {
	test(name, () => assert.deepEqual(lettersOf(what, { ...people, ...who }).map(shown), expected));
}
