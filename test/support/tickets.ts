import type { z } from "zod";
import type { PersonActor } from "../../src/kernel/actor.ts";
import type { TicketId } from "../../src/kernel/id.ts";
import type { Operation } from "../../src/platform/operation.ts";
import type { TicketRef } from "../../src/desk/tickets/contract.ts";
import handOver from "../../src/desk/tickets/operations/hand-over.ts";
import receive from "../../src/desk/tickets/operations/receive.ts";
import triage from "../../src/desk/tickets/operations/triage.ts";
import { system, type TestDesk } from "./desk.ts";
import { type Supported, supportedService } from "./supported-service.ts";

type Ref = z.infer<typeof TicketRef>;

/** The cast of a ticket's story around the service eOkence. */
export type TicketCast = Supported & {
	readonly adviser: PersonActor;
	readonly techLead: PersonActor;
	readonly contentLead: PersonActor;
	readonly head: PersonActor;
	readonly owner: PersonActor;
	readonly technicalCustodian: PersonActor;
	readonly contentCustodian: PersonActor;
	readonly l2: PersonActor;
	readonly l2Content: PersonActor;
};

export async function ticketCast(desk: TestDesk): Promise<TicketCast> {
	const supported = await supportedService(desk, "eokence");
	const { serviceId } = supported;
	const organisation = "Naročnik eokence";
	const client = (role: Parameters<TestDesk["cast"]>[0], handle: string, set: "TECHNICAL" | "CONTENT" | null = null) =>
		desk.cast(role, { handle, organisation, serviceId, set });
	return {
		...supported,
		adviser: await desk.cast("ekc_adviser"),
		techLead: await desk.cast("ekc_tech_lead"),
		contentLead: await desk.cast("ekc_content_lead"),
		head: await desk.cast("ekc_head"),
		owner: await client("service_owner", "ana.vzorcnik"),
		technicalCustodian: await client("technical_custodian", "cvetka.domisljan"),
		contentCustodian: await client("content_custodian", "boris.primerek"),
		l2: await client("l2_agent", "l2.tehnika", "TECHNICAL"),
		l2Content: await client("l2_agent", "l2.vsebina", "CONTENT"),
	};
}

export type Steps = {
	/** The ticket as the last step left it. */
	readonly ref: () => Ref;
	/** One more act with the version of the last. */
	step<Input extends z.ZodType, Output extends z.ZodType, Subject>(
		operation: Operation<Input, Output, Subject>,
		actor: Parameters<TestDesk["perform"]>[1],
		input?: object,
	): Promise<Ref>;
};

/** A ticket whose acts follow one another, each on the version that the former left. */
export async function receivedTicket(desk: TestDesk, more: object = {}): Promise<Steps & { readonly token: string }> {
	const {
		token,
		replyBy: _,
		...received
	} = await desk.perform(receive, system, {
		channel: "EMAIL",
		reporter: { name: "Uporabnica Aa", email: "uporabnica@example.si", phone: "040 000 002" },
		subject: "Napaka 500 pri potrditvi termina",
		body: "Napaka 500. Moj EMŠO je 3102990500000.\nLep pozdrav, Uporabnica Aa, 040 000 002",
		...more,
	});
	let last: Ref = received;
	return {
		token: token!,
		ref: () => last,
		async step(operation, actor, input = {}) {
			last = (await desk.perform(operation, actor, { id: last.id, version: last.version, ...input })) as unknown as Ref;
			return last;
		},
	};
}

export const incident = {
	type: "INCIDENT",
	category: "T2.2",
	effect: "BLOCKED",
	requiresOtherBodies: false,
	take: true,
} as const;

/** R03 up to a state of its way: classified and taken, or handed over. */
export async function ticketUpTo(
	desk: TestDesk,
	cast: TicketCast,
	state: "inProgressL1" | "escalatedL2",
	facts: object = {},
): Promise<Steps & { readonly id: TicketId; readonly token: string }> {
	const ticket = await receivedTicket(desk);
	await ticket.step(triage, cast.adviser, { ...incident, serviceId: cast.serviceId, ...facts });
	if (state === "escalatedL2") await ticket.step(handOver, cast.adviser, { summary: "Napaka 500 v treh brskalnikih." });
	return { ...ticket, id: ticket.ref().id };
}
