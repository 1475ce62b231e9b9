import type { z } from "zod";
import type { ClockKind } from "../../desk/clocks/rules/kinds.ts";
import * as contract from "../../desk/tickets/contract.ts";
import type { Channel, LinkKind, UserGroup } from "../../desk/tickets/rules/codes.ts";
import type { Language } from "../../kernel/values.ts";

/** What can be done to a ticket in a script, by the name it has in the contract. */
export const scriptedActs = {
	take: contract.take,
	assign: contract.assign,
	triage: contract.triage,
	note: contract.note,
	link: contract.link,
	restrict: contract.restrict,
	solve: contract.solve,
	interimReply: contract.interimReply,
	askUser: contract.askUser,
	continueWork: contract.continueWork,
	answer: contract.answer,
	redirect: contract.redirect,
	close: contract.close,
	reopen: contract.reopen,
	markSpam: contract.markSpam,
	addCall: contract.addCall,
	handOver: contract.handOver,
	messageSecondLevel: contract.messageSecondLevel,
	acknowledge: contract.acknowledge,
	start: contract.start,
	askOtherBody: contract.askOtherBody,
	recordOtherBodyAnswer: contract.recordOtherBodyAnswer,
	returnToFirstLevel: contract.returnToFirstLevel,
	solveAtSecondLevel: contract.solveAtSecondLevel,
} as const;
type ActName = keyof typeof scriptedActs;

type Words<Name extends ActName> = Omit<z.input<(typeof scriptedActs)[Name]["input"]>, "id" | "version">;

/** Ids are known only while the story is played: scripts name services by code, people by handle, tickets by key. */
type Symbolic = {
	readonly triage: Omit<Words<"triage">, "serviceId"> & { readonly service: string | null };
	readonly assign: { readonly owner: string };
	readonly link: { readonly to: string; readonly kind: LinkKind };
	readonly recordOtherBodyAnswer: { readonly answer: string };
};
type WordsOf<Name extends ActName> = Name extends keyof Symbolic ? Symbolic[Name] : Words<Name>;

/** One act: when (UTC milliseconds), whose (handle), which, and what is said in it. */
export type Step = {
	[Name in ActName]: { readonly at: number; readonly by: string; readonly act: Name; readonly words: WordsOf<Name> };
}[ActName];

/** The user answers by mail what was asked. */
export type UserReply = { readonly at: number; readonly act: "userReplies"; readonly body: string };

/** A notification by law is sent, or found not to be required. */
export type LegalStep = {
	readonly at: number;
	readonly by: string;
	readonly act: "settleLegal";
	readonly kind: ClockKind;
	readonly outcome: "REPORTED" | "NOT_REQUIRED";
	readonly reason: string;
};

export type AnyStep = Step | UserReply | LegalStep;

export type ScriptedReporter = {
	readonly name: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly group: UserGroup;
};

/** A ticket from its receipt on; `key` names it within the story, `service` is what a form says of it. */
export type ScriptedTicket = {
	readonly key: string;
	readonly channel: Channel;
	readonly receivedAt: number;
	/** Who takes the call; a mail or a form comes in by itself. */
	readonly takenBy: string;
	readonly reporter: ScriptedReporter;
	readonly language: Language;
	readonly subject: string;
	readonly body: string;
	readonly attachments: readonly string[];
	readonly service: string | null;
	readonly steps: readonly AnyStep[];
};
