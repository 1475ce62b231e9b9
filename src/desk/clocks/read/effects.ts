import type { FactKind, FactPayload } from "../../../kernel/fact.ts";
import type { SupportSet } from "../../../kernel/values.ts";
import {
	interimReplySent,
	priorityOverridden,
	secondLevelRebound,
	ticketAcknowledged,
	ticketAnswered,
	ticketClosed,
	ticketHandedOver,
	ticketLinked,
	ticketMarkedSpam,
	ticketPaused,
	ticketReceived,
	ticketReopened,
	ticketRestricted,
	ticketResumed,
	ticketReturned,
	ticketSolved,
	ticketTriaged,
} from "../../tickets/facts.ts";
import type { MatrixTable, PriorityCode } from "../../tickets/rules/codes.ts";
import { type ClockKind, firstLevelKinds, secondLevelKinds } from "../rules/kinds.ts";

/** What a hand-over binds second level to. */
export type HandOver = {
	readonly agreementId: string;
	readonly set: SupportSet;
	readonly priority: PriorityCode | null;
	readonly table: MatrixTable | null;
	readonly userDeadline: string | null;
	readonly targetOrder: number;
	readonly handOver: number;
	readonly handedOverAt: string;
};

/** What of it another binding replaces; what is absent stays. */
export type Rebinding = Partial<Pick<HandOver, "agreementId" | "priority" | "table">>;

/** What a fact about a ticket does to its clocks. Instants and dates are ISO text, as facts carry them. */
export type ClockEffect =
	| { readonly effect: "oweReply"; readonly receivedAt: string }
	/** The next answer: from now on, or from the first receipt where the ticket was put aside by mistake. */
	| { readonly effect: "oweNextReply"; readonly from: "now" | "receipt" }
	| { readonly effect: "bindSecondLevel"; readonly handOver: HandOver }
	/** Other targets for the hand-over under way, from the same beginning. */
	| { readonly effect: "rebind"; readonly binding: Rebinding; readonly reason: "PRIORITY" | "TERMS" | "OTHER_BODIES" }
	| { readonly effect: "suggestNotifications"; readonly isPersonalData: boolean }
	| { readonly effect: "announceReply"; readonly on: string }
	| { readonly effect: "pause" }
	| { readonly effect: "resume" }
	| { readonly effect: "end"; readonly kinds: readonly ClockKind[]; readonly state: "met" | "cancelled" }
	/** Nobody further is called; `isOver` = second level no longer has the ticket. */
	| { readonly effect: "settlePath"; readonly isOver: boolean };

export type EffectOf = {
	readonly kind: FactKind<string, FactPayload>;
	readonly effects: (payload: never) => readonly ClockEffect[];
};

const when = <Name extends string, Payload extends FactPayload>(
	kind: FactKind<Name, Payload>,
	effects: (payload: Payload) => readonly ClockEffect[],
): EffectOf => ({ kind: kind as unknown as FactKind<string, FactPayload>, effects: effects as EffectOf["effects"] });

const end = (state: "met" | "cancelled", ...kinds: ClockKind[]): ClockEffect => ({ effect: "end", kinds, state });
const endSecondLevel = (state: "met" | "cancelled"): ClockEffect[] => [
	end(state, ...secondLevelKinds),
	{ effect: "settlePath", isOver: true },
];
const nothingOwed: ClockEffect[] = [
	end("cancelled", "STATUTORY", ...firstLevelKinds, ...secondLevelKinds),
	{ effect: "settlePath", isOver: true },
];

/**
 * Which facts about a ticket do what to its clocks (SM-2, `working-time.md` 10–15): the one table that reactions write by
 * and that stored clocks are checked against.
 */
export const clockEffects: readonly EffectOf[] = [
	when(ticketReceived, ({ receivedAt }) => [{ effect: "oweReply", receivedAt }]),
	when(ticketTriaged, () => [end("met", "FIRST_LEVEL_RESPONSE")]),
	when(ticketHandedOver, (handOver) => [end("met", ...firstLevelKinds), { effect: "bindSecondLevel", handOver }]),
	when(ticketAcknowledged, () => [end("met", "RESPONSE"), { effect: "settlePath", isOver: false }]),
	when(priorityOverridden, ({ priority, isAtSecondLevel }) =>
		isAtSecondLevel ? [{ effect: "rebind", binding: { priority }, reason: "PRIORITY" }] : [],
	),
	when(secondLevelRebound, ({ agreementId, priority, table, reason }) => [
		{ effect: "rebind", binding: { agreementId, priority, table }, reason },
	]),
	when(ticketPaused, () => [{ effect: "pause" }]),
	when(ticketResumed, () => [{ effect: "resume" }]),
	when(ticketReturned, () => endSecondLevel("cancelled")),
	when(ticketSolved, ({ level }) => (level === 2 ? endSecondLevel("met") : [end("met", ...firstLevelKinds)])),
	when(ticketLinked, ({ kind }) => (kind === "CHILD" ? [end("met", ...firstLevelKinds)] : [])),
	when(interimReplySent, ({ expectedOn }) => [{ effect: "announceReply", on: expectedOn }]),
	when(ticketAnswered, () => [end("met", "STATUTORY", ...firstLevelKinds)]),
	when(ticketClosed, () => nothingOwed),
	when(ticketMarkedSpam, () => nothingOwed),
	when(ticketReopened, ({ from }) => [{ effect: "oweNextReply", from: from === "spam" ? "receipt" : "now" }]),
	when(ticketRestricted, ({ personalDataBreachSuspected }) => [
		{ effect: "suggestNotifications", isPersonalData: personalDataBreachSuspected },
	]),
];
