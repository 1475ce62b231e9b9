import type { TicketState } from "./codes.ts";

/** Everything that can be done to a ticket that exists. */
export const ticketActs = [
	"take",
	"assign",
	"triage",
	"overridePriority",
	"interimReply",
	"note",
	"askUser",
	"continue",
	"handOver",
	"messageSecondLevel",
	"acknowledge",
	"start",
	"askOtherBody",
	"recordOtherBodyAnswer",
	"return",
	"solve",
	"solveAtSecondLevel",
	"propose",
	"answer",
	"close",
	"closeForSilence",
	"reopen",
	"redirect",
	"link",
	"markSpam",
	"restrict",
] as const;
export type TicketAct = (typeof ticketActs)[number];

/** What must hold besides the state; each name is a function in `guards.ts`. */
export type Guard =
	| "activeAgreement"
	| "handOverComplete"
	| "replyAddress"
	| "heldByFirstLevel"
	| "heldBySecondLevel"
	| "wasHandedOver"
	| "userAnswered"
	| "childrenDone"
	| "withinReopening"
	| "notPhoneNote"
	| "hasPriority";

/** `resume` = the state that the waiting interrupted. */
type Transition = { readonly to: TicketState | "same" | "resume"; readonly guards?: readonly Guard[] };
type From = { readonly [state in TicketState]?: Transition };

const same: Transition = { to: "same" };
const to = (state: TicketState | "resume", ...guards: Guard[]): Transition => ({ to: state, guards });
const during = (states: readonly TicketState[], transition: Transition): From =>
	Object.fromEntries(states.map((state) => [state, transition]));

const secondLevel = ["escalatedL2", "acknowledgedL2", "inProgressL2"] as const;
const waiting = ["waitingUser", "waitingOtherBody"] as const;
const open = [
	"received",
	"triaged",
	"inProgressL1",
	...secondLevel,
	...waiting,
	"solved",
	"redirected",
	"linked",
	"answered",
] as const;

/**
 * SM-2 (requirements §2.3) as one table: act × state → next state and what must hold. What is not here is refused.
 *
 * Three rows go beyond the printed machine, each because a request of the examples or a slip of the hand needs it:
 * `answer` from `inProgressL1` (R11 is answered before it is handed over), `redirect` and `link` also after `take`, and
 * `reopen` of spam (a message marked by mistake is not lost).
 */
export const lifeCycle: Readonly<Record<TicketAct, From>> = {
	take: { ...during(open, same), triaged: to("inProgressL1", "activeAgreement") },
	assign: during(open, same),
	triage: { received: to("triaged"), triaged: same, inProgressL1: same },
	overridePriority: during(["triaged", "inProgressL1", ...secondLevel, ...waiting], {
		to: "same",
		guards: ["hasPriority"],
	}),
	interimReply: during(open, { to: "same", guards: ["replyAddress"] }),
	note: during([...open, "closed"], same),
	askUser: during(["inProgressL1", "acknowledgedL2", "inProgressL2"], to("waitingUser", "replyAddress")),
	continue: { waitingUser: to("resume") },
	handOver: during(["inProgressL1", "answered"], to("escalatedL2", "handOverComplete")),
	messageSecondLevel: during([...secondLevel, ...waiting, "solved", "answered"], {
		to: "same",
		guards: ["wasHandedOver"],
	}),
	acknowledge: { escalatedL2: to("acknowledgedL2") },
	start: { acknowledgedL2: to("inProgressL2") },
	askOtherBody: during(["inProgressL1", "acknowledgedL2", "inProgressL2"], to("waitingOtherBody")),
	recordOtherBodyAnswer: { waitingOtherBody: to("resume") },
	return: { ...during(secondLevel, to("inProgressL1")), waitingOtherBody: to("inProgressL1", "heldBySecondLevel") },
	solve: { inProgressL1: to("solved"), waitingOtherBody: to("solved", "heldByFirstLevel") },
	solveAtSecondLevel: {
		...during(["acknowledgedL2", "inProgressL2"], to("solved")),
		waitingOtherBody: to("solved", "heldBySecondLevel"),
	},
	propose: during([...secondLevel, "solved"], { to: "same", guards: ["wasHandedOver"] }),
	answer: during(["inProgressL1", "solved", "redirected", "linked"], to("answered")),
	close: { answered: to("closed", "childrenDone"), solved: to("closed", "userAnswered", "childrenDone") },
	closeForSilence: { answered: to("closed", "childrenDone"), waitingUser: to("closed") },
	reopen: { ...during(["answered", "closed"], to("inProgressL1", "withinReopening")), spam: to("received") },
	redirect: during(["triaged", "inProgressL1"], to("redirected")),
	link: during(["triaged", "inProgressL1"], to("linked")),
	markSpam: { received: to("spam", "notPhoneNote") },
	restrict: during([...open, "closed"], same),
};

/** States in which somebody still owes something; `closed` and `spam` are the ends. */
export const isOpen = (state: TicketState): boolean => state !== "closed" && state !== "spam";

/** The transition of an act, or null where SM-2 has none. `resume` is the state that a waiting ticket goes back to. */
export function transitionOf(
	act: TicketAct,
	state: TicketState,
	resume: TicketState | null,
): { readonly to: TicketState; readonly guards: readonly Guard[] } | null {
	const transition = lifeCycle[act][state];
	if (!transition) return null;
	const next = transition.to === "same" ? state : transition.to === "resume" ? resume : transition.to;
	return next === null ? null : { to: next, guards: transition.guards ?? [] };
}

/** What a ticket that starts to wait goes back to: asking another body is work, so an acknowledged one resumes in progress. */
export const resumeAfter = (act: "askUser" | "askOtherBody", state: TicketState): TicketState =>
	act === "askOtherBody" && state === "acknowledgedL2" ? "inProgressL2" : state;
