import type { Language } from "../../../kernel/values.ts";
import type { Effect, TicketType } from "../../../desk/tickets/rules/codes.ts";

/** One way to ask: as the user writes it, and as the adviser notes the call. */
export type Ask = { readonly subject: string; readonly mail: string; readonly call: string };

/** What second level needs and says, where a topic can get there. */
export type SecondLevelWords = {
	/** Share of tickets that first level cannot solve. */
	readonly share: number;
	readonly handOver: string;
	readonly solution: string;
	/** What the user is asked when something is missing. */
	readonly question?: string;
	readonly reply?: string;
	/** Whom else second level asks. */
	readonly otherBody?: { readonly name: string; readonly question: string; readonly answer: string };
};

/** A matter that people turn to the contact centre with; texts have slots (`{dan}`). */
export type Topic = {
	readonly weight: number;
	readonly type: TicketType;
	/** Left out: Slovenian. The adviser's notes are Slovenian always. */
	readonly language?: Language;
	/** Null: nobody here is competent. */
	readonly service: "EOKENCE" | "EPRIREDITEV" | null;
	readonly category: string | null;
	readonly effect: Effect | null;
	/** Left out: as the agreement says at triage. */
	readonly requiresOtherBodies?: boolean;
	readonly asks: readonly Ask[];
	/** What the user is told; a call's note tells it in other words. */
	readonly answer: string;
	readonly told: string;
	readonly secondLevel?: SecondLevelWords;
	/** Who is competent, where it is not us. */
	readonly competentBody?: string;
};
