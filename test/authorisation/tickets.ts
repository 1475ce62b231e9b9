import type { Operation } from "../../src/platform/operation.ts";
import acknowledge from "../../src/desk/tickets/operations/acknowledge.ts";
import answer from "../../src/desk/tickets/operations/answer.ts";
import askOtherBody from "../../src/desk/tickets/operations/ask-other-body.ts";
import askUser from "../../src/desk/tickets/operations/ask-user.ts";
import close from "../../src/desk/tickets/operations/close.ts";
import handOver from "../../src/desk/tickets/operations/hand-over.ts";
import receive from "../../src/desk/tickets/operations/receive.ts";
import restrict from "../../src/desk/tickets/operations/restrict.ts";
import solve from "../../src/desk/tickets/operations/solve.ts";
import start from "../../src/desk/tickets/operations/start.ts";
import triage from "../../src/desk/tickets/operations/triage.ts";
import { databaseFileStore } from "../../src/platform/files/file-store.ts";
import { system, type TestDesk } from "../support/desk.ts";

export type SampleTicket = {
	readonly id: string;
	readonly version: number;
	readonly number: number;
	readonly token: string;
	readonly messageId: string;
	readonly attachmentId: string;
	readonly otherBodyId: string;
};

const ways = {
	received: [],
	inProgressL1: ["triage"],
	solved: ["triage", "solve"],
	answered: ["triage", "solve", "answer"],
	closed: ["triage", "solve", "answer", "close"],
	waitingUser: ["triage", "askUser"],
	escalatedL2: ["triage", "handOver"],
	acknowledgedL2: ["triage", "handOver", "acknowledge"],
	inProgressL2: ["triage", "handOver", "acknowledge", "start"],
	waitingOtherBody: ["triage", "handOver", "acknowledge", "start", "askOtherBody"],
} as const;
export type SampleState = keyof typeof ways;
export type Tickets = Readonly<Record<SampleState, SampleTicket>>;
type Step = (typeof ways)[SampleState][number];

/** One ticket in each state, made by the desk's own operations; a word of the side stands in each. */
export async function ticketsOf(
	desk: TestDesk,
	of: { serviceId: string; category: string },
	word: string,
	isRestricted: boolean,
): Promise<Tickets> {
	const triaged = { type: "INCIDENT", effect: "BLOCKED", requiresOtherBodies: false, take: true, ...of };
	const steps: Record<Step, [operation: unknown, input: object]> = {
		triage: [triage, triaged],
		solve: [solve, { solution: word }],
		answer: [answer, { body: word }],
		close: [close, {}],
		askUser: [askUser, { body: word }],
		handOver: [handOver, { summary: word }],
		acknowledge: [acknowledge, {}],
		start: [start, {}],
		askOtherBody: [askOtherBody, { name: word, question: word }],
	};
	const made: [SampleState, SampleTicket][] = [];
	for (const [state, way] of Object.entries(ways) as [SampleState, readonly Step[]][]) {
		const { id, token, number } = await received(desk, of.serviceId, word);
		for (const step of way) await go(desk, id, ...steps[step]);
		if (isRestricted) await go(desk, id, restrict, {});
		made.push([state, { ...(await parts(desk, id)), token: token!, number }]);
	}
	return Object.fromEntries(made) as unknown as Tickets;
}

/** A security incident with suspected breach of personal data: the law's own clocks run on it. */
export async function breachSuspected(desk: TestDesk, serviceId: string): Promise<string> {
	const { id } = await received(desk, serviceId, "varnost");
	await go(desk, id, triage, {
		type: "SECURITY_INCIDENT",
		effect: "BLOCKED",
		category: "T2",
		requiresOtherBodies: false,
		personalDataBreachSuspected: true,
		take: true,
		serviceId,
	});
	return id;
}

async function received(desk: TestDesk, serviceId: string, word: string) {
	const fileId = await desk.database.write((tx) => databaseFileStore.put(tx, Buffer.from(word)));
	return desk.perform(receive, system, {
		channel: "EMAIL",
		reporter: { name: word, email: `${word}@example.si`, phone: "040 000 002" },
		subject: word,
		body: `${word} 040 000 002`,
		serviceId,
		original: fileId,
		attachments: [{ fileId, name: `${word}.txt`, contentType: "text/plain" }],
	});
}

async function go(desk: TestDesk, id: string, operation: unknown, input: object): Promise<void> {
	const { version } = await desk.database.read((tx) =>
		tx.selectFrom("ticket").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
	);
	await desk.perform(operation as Operation, system, { id, version, ...input });
}

const parts = (desk: TestDesk, id: string) =>
	desk.database.read(async (tx) => {
		const { version } = await tx.selectFrom("ticket").select("version").where("id", "=", id).executeTakeFirstOrThrow();
		const file = await tx
			.selectFrom("ticket_attachment")
			.select(["id", "message_id"])
			.where("ticket_id", "=", id)
			.executeTakeFirstOrThrow();
		const body = await tx.selectFrom("ticket_other_body").select("id").where("ticket_id", "=", id).executeTakeFirst();
		return { id, version, messageId: file.message_id, attachmentId: file.id, otherBodyId: body?.id ?? file.id };
	});
