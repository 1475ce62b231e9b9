import type { Obstacle } from "../../../kernel/refusal.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import type { GateTwo, SetTraining } from "../../training/rules/gate-two.ts";
import { parties, type Party } from "./states.ts";
import { setKeyOf } from "./terms-values.ts";
import type { DraftTerms } from "./terms.ts";

/** One condition of the start of support; `on` is the day it was met. */
export type Gate = {
	readonly gate: 1 | 2;
	readonly party: Party | null;
	readonly set: SupportSet | null;
	readonly on: Temporal.PlainDate | null;
	readonly qualified: number | null;
	readonly minimum: number | null;
	readonly obstacles: readonly Obstacle[];
};

/** Qualified advisers a set needs when the agreement says nothing else. */
const defaultMinimum = 2;

const sets: readonly SupportSet[] = ["TECHNICAL", "CONTENT"];

/** The sets first level supports at all: only they need advisers (STA-02, A-11). */
export const supportedSets = (terms: DraftTerms): SupportSet[] =>
	sets.filter((set) => {
		const extent = terms.partI?.support?.[setKeyOf(set)];
		return extent === "partial" || extent === "full";
	});

export const minimumOf = (terms: DraftTerms, set: SupportSet): number =>
	terms.partII?.startGates?.advisersQualified?.[setKeyOf(set)]?.minimum ?? defaultMinimum;

/** Both gates row by row: a signature of each party, then qualified advisers of each supported set (STA-01, STA-02). */
export const gatesOf = (
	terms: DraftTerms,
	signatures: readonly { readonly party: Party; readonly date: Temporal.PlainDate }[],
	training: GateTwo,
): Gate[] => [
	...parties.map((party) => signatureGate(party, signatures.find((one) => one.party === party)?.date ?? null)),
	...supportedSets(terms).map((set) => qualificationGate(set, minimumOf(terms, set), training[set])),
];

/** The day support starts: the latest day of any gate; null while one is still shut. */
export const supportStart = (gates: readonly Gate[]): Temporal.PlainDate | null => {
	const days = gates.map((gate) => gate.on);
	return days.every((day) => day !== null) ? latest(days) : null;
};

/** The later of the dates of a party's signature, the day gate 1 opened; null until both signed. */
export const signedAt = (gates: readonly Gate[]): Temporal.PlainDate | null =>
	supportStart(gates.filter((gate) => gate.gate === 1));

function signatureGate(party: Party, on: Temporal.PlainDate | null): Gate {
	const obstacles = on === null ? [{ code: "not-signed", details: { party } }] : [];
	return { gate: 1, party, set: null, on, qualified: null, minimum: null, obstacles };
}

function qualificationGate(set: SupportSet, minimum: number, training: SetTraining): Gate {
	const qualified = training.qualified.length;
	const enoughSince = training.qualified.map(({ since }) => since).toSorted(Temporal.PlainDate.compare)[minimum - 1];
	const obstacles: Obstacle[] = [];
	if (training.sessions.length === 0) obstacles.push({ code: "no-session-held", details: { set } });
	if (qualified < minimum) obstacles.push({ code: "too-few-qualified", details: { set, qualified, minimum } });
	if (training.attestedOn === null) obstacles.push({ code: "not-attested", details: { set } });
	const on =
		obstacles.length === 0 && enoughSince && training.attestedOn ? latest([enoughSince, training.attestedOn]) : null;
	return { gate: 2, party: null, set, on, qualified, minimum, obstacles };
}

const latest = (days: readonly Temporal.PlainDate[]): Temporal.PlainDate | null =>
	days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
