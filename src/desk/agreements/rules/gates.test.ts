import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PersonId } from "../../../kernel/id.ts";
import type { SetTraining } from "../../training/rules/gate-two.ts";
import { gatesOf, signedAt, supportStart } from "./gates.ts";
import type { DraftTerms } from "./terms.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const both: DraftTerms = { partI: { support: { technical: "full", content: "partial" } } };
const technicalOnly: DraftTerms = { partI: { support: { technical: "full", content: "none" } } };

const trained = (sessions: string[], since: string[], attestedOn: string | null): SetTraining => ({
	sessions: sessions.map(day),
	qualified: since.map((text, index) => ({ personId: `p${index}` as PersonId, since: day(text) })),
	attestedOn: attestedOn === null ? null : day(attestedOn),
	attestedBy: null,
});
const none = trained([], [], null);
const technical = trained(["2026-02-24"], ["2026-02-24", "2026-02-24"], "2026-03-02");
const signatures = [
	{ party: "PROVIDER" as const, date: day("2026-02-12") },
	{ party: "CLIENT" as const, date: day("2026-02-16") },
];

describe("gates", () => {
	const rows: [
		name: string,
		terms: DraftTerms,
		signed: typeof signatures,
		content: SetTraining,
		start: string | null,
	][] = [
		[
			"both open: the later day",
			both,
			signatures,
			trained(["2026-02-26"], ["2026-02-26", "2026-02-26"], "2026-03-01"),
			"2026-03-02",
		],
		["one signature", both, signatures.slice(0, 1), technical, null],
		["a set without training", both, signatures, none, null],
		["a set that is not supported needs none", technicalOnly, signatures, none, "2026-03-02"],
		["too few qualified", both, signatures, trained(["2026-02-26"], ["2026-02-26"], "2026-03-01"), null],
		["not attested", both, signatures, trained(["2026-02-26"], ["2026-02-26", "2026-02-26"], null), null],
		["no session held", both, signatures, trained([], ["2026-02-26", "2026-02-26"], "2026-03-01"), null],
		[
			"qualified after the attestation: the day the last needed one was",
			both,
			signatures,
			trained(["2026-02-26"], ["2026-03-09", "2026-02-26", "2026-03-20"], "2026-03-01"),
			"2026-03-09",
		],
		[
			"signed last: the day of the later signature",
			both,
			[signatures[0]!, { party: "CLIENT", date: day("2026-05-04") }],
			technical,
			"2026-05-04",
		],
	];
	for (const [name, terms, signed, content, start] of rows) {
		test(name, () => {
			const gates = gatesOf(terms, signed, { TECHNICAL: technical, CONTENT: content });
			assert.equal(supportStart(gates)?.toString() ?? null, start);
			assert.equal(
				start === null,
				gates.some((gate) => gate.obstacles.length > 0),
			);
		});
	}

	test("gate 1 opens on the later signature, whatever gate 2 says (A-21)", () => {
		const gates = gatesOf(both, signatures, { TECHNICAL: none, CONTENT: none });
		assert.equal(signedAt(gates)?.toString(), "2026-02-16");
		assert.equal(supportStart(gates), null);
	});

	test("the agreement's own minimum counts", () => {
		const terms: DraftTerms = {
			...technicalOnly,
			partII: { startGates: { advisersQualified: { technical: { minimum: 3 } } } },
		};
		const gate = gatesOf(terms, signatures, { TECHNICAL: technical, CONTENT: none })[2];
		assert.deepEqual(gate?.obstacles, [
			{ code: "too-few-qualified", details: { set: "TECHNICAL", qualified: 2, minimum: 3 } },
		]);
	});
});
