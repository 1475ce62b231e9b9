import type { ExampleRequest } from "./examples.ts";
import type { Moved } from "./moved.ts";
import { requestWords } from "./request-words.ts";
import type { AnyStep, LegalStep, ScriptedTicket, Step } from "./script.ts";

/** When the last of the requests is over; the demo moves this to within its last week. */
export const storyEnds = "2026-12-04T13:20";

const [maja, tilen, nina, matic, zala] = [
	"maja.izmisljar",
	"tilen.zgledar",
	"nina.domislek",
	"matic.primernik",
	"zala.navidezna",
] as const;
const [technicalLead, contentLead] = ["klemen.poskusni", "lara.vzorcna"] as const;
const [anze, cvetka, eva, blaz] = ["anze.izmisljeni", "cvetka.domisljan", "eva.poskusnik", "blaz.vzorec"] as const;

type Played = { readonly takenBy: string; readonly steps: (request: ExampleRequest, at: At) => readonly AnyStep[] };
type At = (text: string) => number;
type Words = keyof typeof requestWords;

/** What the file says of the request, as the adviser says it at triage; taking it as one's own is the same step. */
const triage = (at: number, by: string, { facts }: ExampleRequest, take = true): Step => ({
	at,
	by,
	act: "triage",
	words: {
		type: facts.type,
		service: facts.service,
		category: facts.category,
		effect: facts.effect ?? null,
		otherBodies: facts.otherBodies,
		userDeadline: facts.userDeadline ?? null,
		personalDataBreachSuspected: facts.priorityFlags.includes("personal_data_breach_suspected"),
		take,
		...(facts.soleChannel === undefined ? {} : { soleChannel: facts.soleChannel }),
		...(facts.requiresOtherBodies === undefined ? {} : { requiresOtherBodies: facts.requiresOtherBodies }),
	},
});
const handOver = (by: string, { id, escalatedAt }: ExampleRequest, at: At): Step => ({
	at: at(escalatedAt ?? ""),
	by,
	act: "handOver",
	words: { summary: said(id, "handOver") },
});
const solve = (at: number, by: string, { id }: ExampleRequest): Step => ({
	at,
	by,
	act: "solve",
	words: { solution: said(id, "solution"), reply: said(id, "answer") },
});
const solveAtSecondLevel = (at: number, by: string, { id }: ExampleRequest): Step => ({
	at,
	by,
	act: "solveAtSecondLevel",
	words: { solution: said(id, "solution") },
});
const answer = (at: number, by: string, { id, incoming }: ExampleRequest): Step => ({
	at,
	by,
	act: "answer",
	words: { body: said(id, "answer"), byPhone: incoming.channel === "PHONE" },
});
const acknowledge = (at: number, by: string): Step => ({ at, by, act: "acknowledge", words: {} });
const start = (at: number, by: string): Step => ({ at, by, act: "start", words: {} });
const close = (at: number, by: string): Step => ({ at, by, act: "close", words: {} });

const reported = (at: number, kind: LegalStep["kind"], reason: string): LegalStep => ({
	at,
	by: technicalLead,
	act: "settleLegal",
	kind,
	outcome: "REPORTED",
	reason,
});

function said(id: string, what: "handOver" | "solution" | "answer"): string {
	const words: Partial<Record<typeof what, string>> = requestWords[id as Words] ?? {};
	const text = words[what];
	if (text === undefined) throw new Error(`nobody has said the ${what} of ${id}`);
	return text;
}

/** Who did what to each request, and when: times of the desk's wall clock, consistent with those of the file. */
const played: Record<string, Played> = {
	R01: {
		takenBy: maja,
		steps: (request, at) => [
			triage(at("2026-03-10T09:25"), maja, request),
			solve(at("2026-03-10T09:40"), maja, request),
			close(at("2026-03-11T08:05"), maja),
		],
	},
	R02: {
		takenBy: nina,
		steps: (request, at) => [
			triage(at("2026-03-11T10:44"), nina, request),
			solve(at("2026-03-11T10:58"), nina, request),
			close(at("2026-03-11T15:10"), nina),
		],
	},
	R03: {
		takenBy: tilen,
		steps: (request, at) => [
			triage(at("2026-03-12T14:02"), tilen, request),
			handOver(tilen, request, at),
			acknowledge(at("2026-03-12T14:30"), anze),
			start(at("2026-03-12T14:40"), anze),
			solveAtSecondLevel(at("2026-03-13T09:20"), anze, request),
			answer(at("2026-03-13T09:35"), tilen, request),
			close(at("2026-03-16T08:20"), tilen),
		],
	},
	R04: {
		takenBy: zala,
		steps: (request, at) => [
			triage(at("2026-04-13T07:50"), zala, request),
			handOver(zala, request, at),
			acknowledge(at("2026-04-13T08:10"), anze),
			start(at("2026-04-13T08:12"), anze),
			{
				at: at("2026-04-13T08:15"),
				by: anze,
				act: "askOtherBody",
				words: { name: "upravljavec storitve spletne prijave", question: requestWords.R04.question },
			},
			{
				at: at("2026-04-13T10:52"),
				by: anze,
				act: "recordOtherBodyAnswer",
				words: { answer: requestWords.R04.otherBodySays },
			},
			solveAtSecondLevel(at("2026-04-13T10:55"), anze, request),
			answer(at("2026-04-13T11:10"), zala, request),
			close(at("2026-04-13T11:12"), zala),
		],
	},
	R05: {
		takenBy: maja,
		steps: (request, at) => [
			triage(at("2026-04-13T08:24"), maja, request, false),
			{ at: at("2026-04-13T08:25"), by: maja, act: "link", words: { to: "R04", kind: "CHILD" } },
			answer(at("2026-04-13T08:28"), maja, request),
		],
	},
	R06: {
		takenBy: nina,
		steps: (request, at) => [
			triage(at("2026-04-24T09:03"), nina, request),
			handOver(nina, request, at),
			acknowledge(at("2026-04-24T10:15"), eva),
			{
				at: at("2026-04-24T10:40"),
				by: eva,
				act: "askOtherBody",
				words: { name: "občina, ki daje soglasje", question: requestWords.R06.question },
			},
			{
				at: at("2026-04-30T13:00"),
				by: eva,
				act: "recordOtherBodyAnswer",
				words: { answer: requestWords.R06.otherBodySays },
			},
			solveAtSecondLevel(at("2026-04-30T13:20"), eva, request),
			answer(at("2026-04-30T14:05"), nina, request),
			close(at("2026-05-04T09:00"), nina),
		],
	},
	R07: {
		takenBy: tilen,
		steps: (request, at) => [
			triage(at("2026-04-30T09:52"), tilen, request),
			handOver(tilen, request, at),
			acknowledge(at("2026-04-30T11:00"), blaz),
			start(at("2026-05-04T09:10"), blaz),
			solveAtSecondLevel(at("2026-05-04T14:30"), blaz, request),
			answer(at("2026-05-04T15:00"), tilen, request),
			close(at("2026-05-05T10:00"), tilen),
		],
	},
	R08: {
		takenBy: maja,
		steps: (request, at) => [
			triage(at("2026-05-13T11:23"), maja, request),
			solve(at("2026-05-13T11:28"), maja, request),
			close(at("2026-05-13T11:30"), maja),
		],
	},
	R09: {
		takenBy: nina,
		// The user is silent; the desk closes it by itself after the catalogue's days.
		steps: (request, at) => [
			triage(at("2026-05-15T07:20"), nina, request, false),
			{
				at: at("2026-05-15T07:27"),
				by: nina,
				act: "redirect",
				words: { competentBody: "upravna enota, pri kateri je bila vloga oddana", reply: said("R09", "answer") },
			},
		],
	},
	R10: {
		takenBy: technicalLead,
		// Advisers do not see a restricted ticket; the technical lead is on call.
		steps: (request, at) => [
			triage(at("2026-10-25T02:15+02:00"), technicalLead, request),
			handOver(technicalLead, request, at),
			acknowledge(at("2026-10-25T03:20"), cvetka),
			start(at("2026-10-25T03:25"), cvetka),
			reported(at("2026-10-25T12:00"), "NIS2_EARLY_WARNING", "Zgodnje opozorilo poslano po pogovoru z dežurnim."),
			solveAtSecondLevel(at("2026-10-26T10:30"), cvetka, request),
			answer(at("2026-10-26T11:00"), technicalLead, request),
			reported(at("2026-10-27T10:00"), "NIS2_NOTIFICATION", "Prijava incidenta z opisom vzroka in ukrepov."),
			reported(
				at("2026-10-27T11:00"),
				"GDPR_AUTHORITY",
				"Uradno obvestilo nadzornemu organu o kršitvi varstva podatkov.",
			),
			close(at("2026-11-02T09:00"), technicalLead),
		],
	},
	R11: {
		takenBy: zala,
		steps: (request, at) => [
			triage(at("2026-11-24T12:13"), matic, request),
			answer(at("2026-11-24T12:16"), matic, request),
			handOver(matic, request, at),
			acknowledge(at("2026-11-24T13:05"), anze),
			solveAtSecondLevel(at("2026-11-24T15:10"), anze, request),
			close(at("2026-11-24T15:30"), matic),
		],
	},
	"R12-0": {
		takenBy: tilen,
		// Nobody at second level takes it up: every clock runs out.
		steps: (request, at) => [triage(at("2026-11-18T08:20"), tilen, request), handOver(tilen, request, at)],
	},
	R12: {
		takenBy: matic,
		steps: (request, at) => [
			triage(at("2026-12-04T09:36"), matic, request),
			{ at: at("2026-12-04T09:38"), by: matic, act: "link", words: { to: "R12-0", kind: "RELATED" } },
			{ at: at("2026-12-04T09:40"), by: matic, act: "assign", words: { owner: contentLead } },
			answer(at("2026-12-04T13:10"), contentLead, request),
			close(at(storyEnds), contentLead),
		],
	},
};

/** The requests of the examples as scripts, at times moved with the story. */
export const playedRequests = (requests: readonly ExampleRequest[], moved: Moved): ScriptedTicket[] =>
	requests.map((request): ScriptedTicket => {
		const script = played[request.id];
		if (!script) throw new Error(`nobody plays ${request.id}`);
		const { channel, receivedAt, from, subject, body, attachments } = request.incoming;
		const at = (text: string) => moved.instant(text);
		return {
			key: request.id,
			channel,
			receivedAt: at(receivedAt),
			takenBy: script.takenBy,
			reporter: { name: from.alias, email: from.email ?? null, phone: from.phone ?? null, group: from.group },
			language: "sl",
			subject,
			body,
			attachments,
			service: channel === "WEB_FORM" ? request.facts.service : null,
			steps: script.steps(withDeadlineMoved(request, moved), at),
		};
	});

const withDeadlineMoved = (request: ExampleRequest, moved: Moved): ExampleRequest =>
	request.facts.userDeadline
		? { ...request, facts: { ...request.facts, userDeadline: moved.date(request.facts.userDeadline) } }
		: request;
