import { ofTicket, settleLegal } from "../../desk/clocks/contract.ts";
import { read, receive, receiveReply, registerCall } from "../../desk/tickets/contract.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { TicketId } from "../../kernel/id.ts";
import { exampleAttachment } from "./examples.ts";
import {
	type AnyStep,
	type LegalStep,
	scriptedActs,
	type ScriptedTicket,
	type Step,
	type UserReply,
} from "./script.ts";
import { narrator, type Stage } from "./stage.ts";
import type { Scene } from "./timeline.ts";

const mailDoor = { kind: "system", name: "mail" } as const;
const formDoor = { kind: "system", name: "form" } as const;

/** A ticket's script as scenes: its receipt, then every act. */
export const scenesOfTicket = (ticket: ScriptedTicket): Scene[] => [
	{ at: ticket.receivedAt, play: (stage) => takeIn(stage, ticket) },
	...ticket.steps.map((step) => ({ at: step.at, play: (stage: Stage) => take(stage, ticket, step) })),
];

function take(stage: Stage, ticket: ScriptedTicket, step: AnyStep): Promise<void> {
	if (step.act === "userReplies") return userReplies(stage, ticket, step);
	return step.act === "settleLegal" ? settles(stage, ticket, step) : act(stage, ticket, step);
}

async function takeIn(stage: Stage, ticket: ScriptedTicket): Promise<void> {
	const { reporter, subject, body, language, service } = ticket;
	const serviceId = service === null ? null : (stage.services.get(service) ?? null);
	const asked = { subject, body, language, serviceId };
	if (ticket.channel === "PHONE") {
		stage.tickets.set(ticket.key, await stage.perform(registerCall, ticket.takenBy, { ...asked, caller: reporter }));
		return;
	}
	const attachments = await kept(stage, ticket.attachments);
	const door = ticket.channel === "EMAIL" ? mailDoor : formDoor;
	const messageId = ticket.channel === "EMAIL" ? `${ticket.key.toLowerCase()}@posta.example.si` : null;
	const arrival = { ...asked, channel: ticket.channel, reporter, attachments, messageId };
	stage.tickets.set(ticket.key, await stage.perform(receive, door, arrival));
}

/** Puts files into the store, as a door does before it performs. */
const kept = (stage: Stage, names: readonly string[]) =>
	stage.desk.database.write((tx) =>
		Promise.all(
			names.map(async (name) => {
				const fileId = await stage.desk.store.put(tx, exampleAttachment(name));
				return { fileId, name, contentType: "image/png" };
			}),
		),
	);

async function userReplies(stage: Stage, ticket: ScriptedTicket, { at, body }: UserReply): Promise<void> {
	const { id } = ticketOf(stage, ticket.key);
	const messageId = `${ticket.key.toLowerCase()}.${at}@posta.example.si`;
	const reply = { id, from: "USER", channel: "EMAIL", body, messageId } as const;
	const { ticket: after } = await stage.perform(receiveReply, mailDoor, reply);
	stage.tickets.set(ticket.key, after);
}

async function settles(stage: Stage, ticket: ScriptedTicket, { by, kind, outcome, reason }: LegalStep): Promise<void> {
	const { clocks } = await stage.perform(ofTicket, by, { ticketId: ticketOf(stage, ticket.key).id });
	const clock = clocks.find((one) => one.kind === kind);
	if (!clock) throw new Error(`${ticket.key} has no clock ${kind}`);
	await stage.perform(settleLegal, by, { id: clock.id, version: clock.version, outcome, reason });
}

/** Performs one act on the ticket as it stands; the desk itself may have moved it since the last one. */
async function act(stage: Stage, ticket: ScriptedTicket, step: Step): Promise<void> {
	const known = ticketOf(stage, ticket.key);
	const words = await wordsOf(stage, known.id, step);
	const perform = (version: number) =>
		// Contract and words belong together by the type of `Step`; TypeScript does not follow a lookup by the name of the act.
		stage.perform(scriptedActs[step.act], step.by, { id: known.id, version, ...words } as never);
	try {
		stage.tickets.set(ticket.key, await perform(known.version));
	} catch (error) {
		if (!(error instanceof Refusal && error.code === "stale")) throw refused(ticket, step, error);
		const { version } = await stage.perform(read, narrator, { id: known.id });
		stage.tickets.set(ticket.key, await perform(version));
	}
}

const refused = (ticket: ScriptedTicket, step: Step, cause: unknown): Error =>
	new Error(`the story stops: ${step.act} by ${step.by} on ${ticket.key}`, { cause });

async function wordsOf(stage: Stage, id: TicketId, step: Step): Promise<object> {
	switch (step.act) {
		case "triage": {
			const { service, ...facts } = step.words;
			return { ...facts, serviceId: service === null ? null : (stage.services.get(service) ?? null) };
		}
		case "assign":
			return { ownerId: stage.people.get(step.words.owner) ?? null };
		case "link":
			return { toId: ticketOf(stage, step.words.to).id, kind: step.words.kind };
		case "recordOtherBodyAnswer": {
			const { otherBodies } = await stage.perform(read, narrator, { id });
			const asked = otherBodies.find((body) => body.askedAt !== null && body.answeredAt === null);
			return { otherBodyId: asked?.id, answer: step.words.answer };
		}
		default:
			return step.words;
	}
}

function ticketOf(stage: Stage, key: string) {
	const ticket = stage.tickets.get(key);
	if (!ticket) throw new Error(`the story has no ticket ${key} yet`);
	return ticket;
}
