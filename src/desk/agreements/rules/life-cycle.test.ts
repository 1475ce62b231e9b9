import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Doing, type Move, obstaclesTo, type Situation, stateAfter } from "./life-cycle.ts";
import { agreementStates } from "./states.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const provider = { party: "PROVIDER" as const, personId: "lea" };
const client = { party: "CLIENT" as const, personId: "ana" };

const inMarch = (deputyFor: string | null) => ({ deputyFor, from: day("2026-03-01"), until: day("2026-04-01") });

const calm: Situation = {
	state: "draft",
	missing: [],
	vacantOffices: [],
	catalogueEdition: "2026-01",
	acknowledgedEdition: "2026-01",
	approvals: [],
	signatures: [],
	contentHash: "abc",
	frozenOn: day("2026-02-10"),
	gates: [],
	otherActive: null,
};
const shut = { gate: 2, party: null, set: "CONTENT", on: null, qualified: 1, minimum: 2 } as const;

const rows: [name: string, move: Move, situation: Partial<Situation>, doing: Doing, codes: string[], to?: string][] = [
	["a complete draft is submitted", "submit", {}, {}, [], "inReview"],
	[
		"part II may wait at submission",
		"submit",
		{ missing: [{ code: "missing", at: "partII.basis" }] },
		{},
		[],
		"inReview",
	],
	["part I may not", "submit", { missing: [{ code: "missing", at: "partI.service.name" }] }, {}, ["missing"]],
	["a text in review goes back", "return", { state: "inReview" }, {}, [], "draft"],
	["the first approval leaves it in review", "approve", { state: "inReview" }, provider, [], "inReview"],
	["the second makes it ready", "approve", { state: "inReview", approvals: [provider] }, client, [], "readyToSign"],
	["a side approves once", "approve", { state: "inReview", approvals: [provider] }, provider, ["already-approved"]],
	[
		"nobody approves for both sides (§2.2, rule 5)",
		"approve",
		{ state: "inReview", approvals: [provider] },
		{ party: "CLIENT", personId: "lea" },
		["same-person-for-both-sides"],
	],
	[
		"all reasons against an approval at once",
		"approve",
		{
			state: "inReview",
			missing: [{ code: "missing", at: "partII.basis" }],
			vacantOffices: ["ekc_tech_lead"],
			catalogueEdition: "2026-02",
		},
		provider,
		["missing", "catalogue-edition-differs", "office-vacant"],
	],
	[
		"without a catalogue in force",
		"approve",
		{ state: "inReview", catalogueEdition: null },
		provider,
		["no-catalogue-in-force"],
	],
	["the first signature", "sign", { state: "readyToSign" }, { ...provider, contentHash: "abc" }, [], "partlySigned"],
	[
		"the second",
		"sign",
		{ state: "partlySigned", signatures: [provider] },
		{ ...client, contentHash: "abc" },
		[],
		"signed",
	],
	["on another text", "sign", { state: "readyToSign" }, { ...provider, contentHash: "abd" }, ["text-changed"]],
	[
		"dated tomorrow",
		"sign",
		{ state: "readyToSign" },
		{ ...provider, date: day("2026-02-13"), today: day("2026-02-12") },
		["date-in-future"],
	],
	[
		"dated before the substitution began (§2.2, rule 4)",
		"sign",
		{ state: "readyToSign" },
		{ ...provider, office: inMarch("ana"), date: day("2026-02-28"), today: day("2026-03-10") },
		["not-deputy-then"],
	],
	[
		"dated on its first day",
		"sign",
		{ state: "readyToSign" },
		{ ...provider, office: inMarch("ana"), date: day("2026-03-01"), today: day("2026-03-10") },
		[],
		"partlySigned",
	],
	[
		"dated before the holder took office (SIG-03)",
		"sign",
		{ state: "readyToSign" },
		{ ...provider, office: inMarch(null), date: day("2026-02-28"), today: day("2026-03-10") },
		["office-not-held-then"],
	],
	[
		"dated before the text was frozen",
		"sign",
		{ state: "readyToSign" },
		{ ...provider, date: day("2026-02-09"), today: day("2026-02-12") },
		["before-text-frozen"],
	],
	[
		"dated on the day the text was frozen",
		"sign",
		{ state: "readyToSign" },
		{ ...provider, date: day("2026-02-10"), today: day("2026-02-12") },
		[],
		"partlySigned",
	],
	[
		"by one person for both parties (§2.2, rule 5)",
		"sign",
		{ state: "partlySigned", signatures: [provider] },
		{ party: "CLIENT", personId: "lea", contentHash: "abc" },
		["same-person-for-both-sides"],
	],
	["after it was withdrawn", "sign", { state: "withdrawn" }, provider, ["wrong-state"]],
	["once both have signed", "sign", { state: "signed", signatures: [provider, client] }, provider, ["wrong-state"]],
	["a frozen text is not returned", "return", { state: "readyToSign" }, {}, ["wrong-state"]],
	["a frozen text is not changed", "change", { state: "readyToSign" }, {}, ["wrong-state"]],
	["a frozen text is not approved again", "approve", { state: "readyToSign" }, provider, ["wrong-state"]],
	["a draft is not approved", "approve", {}, provider, ["wrong-state"]],
	["nothing is submitted twice", "submit", { state: "inReview" }, {}, ["wrong-state"]],
	[
		"activation waits for everything at once",
		"activate",
		{
			state: "signed",
			gates: [{ ...shut, obstacles: [{ code: "not-attested" }] }],
			vacantOffices: ["ekc_head"],
			otherActive: "x",
		},
		{},
		["not-attested", "office-vacant", "another-version-active"],
	],
	["twice by one side", "sign", { state: "partlySigned", signatures: [provider] }, provider, ["already-signed"]],
	["before both approved", "sign", { state: "inReview" }, provider, ["wrong-state"]],
	["activation with open gates", "activate", { state: "signed" }, {}, [], "active"],
	[
		"activation before the advisers are trained",
		"activate",
		{ state: "signed", gates: [{ ...shut, obstacles: [{ code: "too-few-qualified" }, { code: "not-attested" }] }] },
		{},
		["too-few-qualified", "not-attested"],
	],
	[
		"activation beside another active version",
		"activate",
		{ state: "signed", otherActive: "x" },
		{},
		["another-version-active"],
	],
	[
		"activation without a lead (A-17)",
		"activate",
		{ state: "signed", vacantOffices: ["ekc_content_lead"] },
		{},
		["office-vacant"],
	],
	["publication before support started (STA-03)", "publishContacts", { state: "signed" }, {}, ["wrong-state"]],
	["publication of an active one", "publishContacts", { state: "active" }, {}, [], "active"],
	["a successor takes over", "supersede", { state: "active" }, {}, [], "superseded"],
];

describe("life cycle of an agreement (SM-1)", () => {
	for (const [name, move, change, doing, codes, to] of rows) {
		test(`${move}: ${name}`, () => {
			const situation = { ...calm, ...change };
			assert.deepEqual(
				obstaclesTo(move, situation, doing).map((obstacle) => obstacle.code),
				codes,
			);
			if (to) assert.equal(stateAfter(move, situation), to);
		});
	}

	test("only what is not signed by both can be withdrawn", () => {
		const withdrawable = agreementStates.filter((state) => obstaclesTo("withdraw", { ...calm, state }).length === 0);
		assert.deepEqual(withdrawable, ["draft", "inReview", "readyToSign", "partlySigned"]);
	});

	test("only a draft can be changed", () => {
		const changeable = agreementStates.filter((state) => obstaclesTo("change", { ...calm, state }).length === 0);
		assert.deepEqual(changeable, ["draft"]);
	});
});
