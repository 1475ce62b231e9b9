import type { TicketView } from "../../../desk/tickets/contract.ts";
import type { Obstacle } from "../../../kernel/refusal.ts";

/** Acts of first level that the head of a ticket offers, in the order of the work. */
const inOrder = ["take", "triage", "handOver", "solve", "continue", "close", "reopen"] as const;
const rarer = [
	"assign",
	"redirect",
	"link",
	"askOtherBody",
	"recordOtherBodyAnswer",
	"overridePriority",
	"addCall",
	"correctReporter",
	"restrict",
	"markSpam",
] as const;
export type ConsoleAct = (typeof inOrder)[number] | (typeof rarer)[number];

/** The right that an act is open by: what adds to a ticket is open wherever a note is. */
const rightOf = (act: ConsoleAct) => (act === "addCall" || act === "correctReporter" ? "note" : act);

type Can = Pick<TicketView, "can" | "state" | "owner">;

/** Worth a button though it is not open now: the next steps of a ticket that first level holds. */
const nextSteps: Readonly<Record<string, readonly string[]>> = {
	received: ["triage", "take"],
	triaged: ["take", "triage", "handOver"],
	inProgressL1: ["handOver", "solve", "triage"],
	solved: ["close"],
	answered: ["close", "reopen"],
	closed: ["reopen"],
	waitingUser: ["continue"],
};

const isOpen = (ticket: Can, act: string): boolean =>
	((ticket.can as Readonly<Record<string, readonly unknown[] | undefined>>)[act]?.length ?? 1) === 0;

/** Buttons of the head: the next steps of the state first (also those not open, which say why), then what else is open. */
export const firstActs = (ticket: Can): (typeof inOrder)[number][] => {
	const next = nextSteps[ticket.state] ?? [];
	const wanted = inOrder.filter(
		(act) => next.includes(act) || (isOpen(ticket, act) && !(act === "take" && ticket.owner !== null)),
	);
	return wanted.toSorted((a, b) => rankIn(next, a) - rankIn(next, b)).slice(0, 4);
};

/** The menu: what is open and has no button. */
export const moreActs = (ticket: Can): ConsoleAct[] => {
	const shown: readonly string[] = firstActs(ticket);
	const rest = [...inOrder, ...rarer].filter((act) => !shown.includes(act));
	return rest.filter((act) => isOpen(ticket, rightOf(act)));
};

/** Every act of first level that has no button of its own now, with what stands against it: the palette names them all. */
export const otherActs = (ticket: Can): { readonly name: ConsoleAct; readonly may: readonly Obstacle[] }[] => {
	const shown: readonly string[] = firstActs(ticket);
	return [...inOrder, ...rarer]
		.filter((act) => !shown.includes(act))
		.map((name) => ({ name, may: ticket.can[rightOf(name)] }));
};

/** The single keys of acts (`screens.md` §5). */
export const actKeys: Readonly<Partial<Record<ConsoleAct, string>>> = {
	take: "m",
	triage: "t",
	handOver: "e",
	solve: "s",
	link: "l",
};

const rankIn = (next: readonly string[], act: string): number => (next.includes(act) ? next.indexOf(act) : next.length);
