import type { Period } from "../../../kernel/period.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";
import { obstaclesToDate } from "../../identity/rules/substitution.ts";
import { ofPartOne } from "./completeness.ts";
import type { Gate } from "./gates.ts";
import type { AgreementState, Party } from "./states.ts";

/** What the guards of SM-1 ask of one version of an agreement, gathered before any decision. */
export type Situation = {
	readonly state: AgreementState;
	/** All that the text lacks (`missingFields`). */
	readonly missing: readonly Obstacle[];
	/** Offices without a holder today, of those A-17 and the signatures need. */
	readonly vacantOffices: readonly string[];
	/** The edition of the catalogue in force today, and the one the text says its client has read. */
	readonly catalogueEdition: string | null;
	readonly acknowledgedEdition: string | null;
	readonly approvals: readonly { readonly party: Party; readonly personId: string }[];
	readonly signatures: readonly { readonly party: Party; readonly personId: string }[];
	readonly contentHash: string | null;
	/** The day of the second approval, from which the text is the one that is signed. */
	readonly frozenOn: Temporal.PlainDate | null;
	readonly gates: readonly Gate[];
	/** Another active version of the same service that this one does not supersede. */
	readonly otherActive: string | null;
};

/** What the person acting brings along; each guard reads what concerns it. */
export type Doing = {
	readonly party?: Party;
	readonly personId?: string;
	/** The office by which the person speaks for the party. */
	readonly office?: Period & { readonly deputyFor: string | null };
	readonly contentHash?: string;
	readonly date?: Temporal.PlainDate;
	readonly today?: Temporal.PlainDate;
	/** The earliest day the act may be dated: publication not before the start of support. */
	readonly earliest?: Temporal.PlainDate | null;
};

type Guard = (situation: Situation, doing: Doing) => readonly Obstacle[];
type Transition = {
	readonly from: readonly AgreementState[];
	readonly guards: readonly Guard[];
	readonly to: (situation: Situation) => AgreementState;
};

export type Move =
	| "change"
	| "submit"
	| "return"
	| "approve"
	| "sign"
	| "activate"
	| "supersede"
	| "withdraw"
	| "publishContacts";

const partOneComplete: Guard = ({ missing }) => ofPartOne(missing);
const complete: Guard = ({ missing }) => missing;

const catalogueAcknowledged: Guard = ({ catalogueEdition, acknowledgedEdition }) => {
	if (catalogueEdition === null) return [{ code: "no-catalogue-in-force" }];
	if (acknowledgedEdition === null || acknowledgedEdition === catalogueEdition) return [];
	const at = "agreement.catalogue.version";
	return [
		{
			code: "catalogue-edition-differs",
			at,
			details: { inForce: catalogueEdition, acknowledged: acknowledgedEdition },
		},
	];
};

const officesFilled: Guard = ({ vacantOffices }) =>
	vacantOffices.map((role) => ({ code: "office-vacant", details: { role } }));

/** Each side acts once, and nobody for both sides (§2.2, rule 5). */
const once =
	(of: "approvals" | "signatures", code: string): Guard =>
	(situation, { party, personId }) =>
		situation[of].flatMap((given): Obstacle[] => {
			if (given.party === party) return [{ code, details: { party: given.party } }];
			return personId !== undefined && given.personId === personId ? [{ code: "same-person-for-both-sides" }] : [];
		});

const sameText: Guard = ({ contentHash }, doing) =>
	doing.contentHash === undefined || doing.contentHash === contentHash
		? []
		: [{ code: "text-changed", at: "contentHash" }];

const notInFuture: Guard = (_, { date, today }) =>
	date && today && Temporal.PlainDate.compare(date, today) > 0 ? [{ code: "date-in-future", at: "date" }] : [];

/** Whoever signs held the office, or stood in for its holder, on the day written beside the signature (SIG-03, SIG-04). */
const inOffice: Guard = (_, { date, office }) => (date && office ? obstaclesToDate(office, date, "date") : []);

/** What was not agreed yet cannot have been signed. */
const notBeforeText: Guard = ({ frozenOn }, { date }) =>
	date && frozenOn && Temporal.PlainDate.compare(date, frozenOn) < 0
		? [{ code: "before-text-frozen", at: "date", details: { frozenOn: frozenOn.toString() } }]
		: [];

const notTooEarly: Guard = (_, { date, earliest }) =>
	date && earliest && Temporal.PlainDate.compare(date, earliest) < 0
		? [{ code: "before-support-start", at: "publishedOn", details: { supportStart: earliest.toString() } }]
		: [];

const gatesOpen: Guard = ({ gates }) => gates.flatMap((gate) => gate.obstacles);

const onlyOneActive: Guard = ({ otherActive }) =>
	otherActive === null ? [] : [{ code: "another-version-active", details: { agreement: otherActive } }];

const stays = ({ state }: Situation) => state;

/** SM-1, one row per move: from where, under which guards, to where. Cancelling is not here yet. */
const transitions: Readonly<Record<Move, Transition>> = {
	change: { from: ["draft"], guards: [], to: stays },
	submit: { from: ["draft"], guards: [partOneComplete], to: () => "inReview" },
	return: { from: ["inReview"], guards: [], to: () => "draft" },
	approve: {
		from: ["inReview"],
		guards: [complete, catalogueAcknowledged, officesFilled, once("approvals", "already-approved")],
		to: ({ approvals }) => (approvals.length === 0 ? "inReview" : "readyToSign"),
	},
	sign: {
		from: ["readyToSign", "partlySigned"],
		guards: [sameText, notInFuture, notBeforeText, inOffice, once("signatures", "already-signed")],
		to: ({ signatures }) => (signatures.length === 0 ? "partlySigned" : "signed"),
	},
	activate: { from: ["signed"], guards: [gatesOpen, officesFilled, onlyOneActive], to: () => "active" },
	supersede: { from: ["active"], guards: [], to: () => "superseded" },
	withdraw: { from: ["draft", "inReview", "readyToSign", "partlySigned"], guards: [], to: () => "withdrawn" },
	publishContacts: { from: ["active"], guards: [notInFuture, notTooEarly], to: stays },
};

/**
 * All reasons against a move at once; none = it may be made. Away from the states it starts in there is one reason,
 * `wrong-state`, because what the guards would say about another state says nothing (STA-03: publication is locked).
 */
export function obstaclesTo(move: Move, situation: Situation, doing: Doing = {}): Obstacle[] {
	const { from, guards } = transitions[move];
	if (!from.includes(situation.state)) {
		return [{ code: "wrong-state", details: { state: situation.state, needed: [...from] } }];
	}
	return guards.flatMap((guard) => guard(situation, doing));
}

/** The state after a move that nothing stands against. */
export const stateAfter = (move: Move, situation: Situation): AgreementState => transitions[move].to(situation);
