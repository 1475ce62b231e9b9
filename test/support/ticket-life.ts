import assert from "node:assert/strict";
import type { ClockView } from "../../src/desk/clocks/contract.ts";
import { clocksOfTicket } from "../../src/desk/clocks/operations/questions.ts";
import sweep from "../../src/desk/clocks/operations/sweep.ts";
import handOver from "../../src/desk/tickets/operations/hand-over.ts";
import receive from "../../src/desk/tickets/operations/receive.ts";
import triage from "../../src/desk/tickets/operations/triage.ts";
import type { ServiceId, TicketId } from "../../src/kernel/id.ts";
import { bindService, eOkence, ePrireditev } from "./bound-service.ts";
import { openTestDesk, system, type TestDesk } from "./desk.ts";

export type TriageFacts = {
	readonly type?: "INCIDENT" | "QUESTION" | "SECURITY_INCIDENT";
	readonly category: string;
	readonly effect: "BLOCKED" | "IMPEDED" | "REDUCED";
	readonly requiresOtherBodies: boolean;
	readonly userDeadline?: string;
	readonly personalDataBreachSuspected?: boolean;
};

/** An incident that nobody can work around: second level owes a response in 1 hour and a solution in 4 (eOkence, table A). */
export const critical: TriageFacts = { category: "T2.1", effect: "BLOCKED", requiresOtherBodies: false };

type AnyOperation = { readonly contract: { readonly name: string } };

/** A desk with the two example services in force, and short words for what happens to a ticket; the desk itself acts. */
export async function openTicketLife() {
	const desk = await openTestDesk();
	const services: Record<"EOKENCE" | "EPRIREDITEV", ServiceId> = {
		EOKENCE: (await bindService(desk, "EOKENCE", eOkence)).serviceId,
		EPRIREDITEV: (await bindService(desk, "EPRIREDITEV", ePrireditev)).serviceId,
	};

	/** One act, on whatever version the ticket has now. */
	async function go(operation: AnyOperation, id: TicketId, more: object = {}): Promise<unknown> {
		const { version } = await desk.database.read((tx) =>
			tx.selectFrom("ticket").select("version").where("id", "=", id).executeTakeFirstOrThrow(),
		);
		return desk.perform(operation as never, system, { id, version, ...more });
	}

	async function received(at: string): Promise<TicketId> {
		desk.clock.set(at);
		const ticket = await desk.perform(receive, system, {
			channel: "WEB_FORM",
			reporter: { email: "uporabnik.c@example.si" },
			subject: "Napaka 500 pri potrditvi termina",
			body: "Že od jutra poskušam potrditi termin.",
		});
		return ticket.id;
	}

	async function triaged(id: TicketId, service: keyof typeof services, facts: TriageFacts): Promise<void> {
		await go(triage, id, { type: "INCIDENT", serviceId: services[service], take: true, ...facts });
	}

	async function handedOver(at: string, service: keyof typeof services, facts: TriageFacts, receivedAt = at) {
		const id = await received(receivedAt);
		await triaged(id, service, facts);
		desk.clock.set(at);
		await go(handOver, id, { summary: "povzetek" });
		return id;
	}

	const owed = (id: TicketId) => desk.perform(clocksOfTicket, system, { ticketId: id });

	async function clockOf(id: TicketId, kind: ClockView["kind"], round = 1): Promise<ClockView> {
		const { clocks } = await owed(id);
		const found = clocks.find((clock) => clock.kind === kind && clock.round === round);
		assert.ok(found, `${kind} ${round}`);
		return found;
	}

	/** Sweeps until there is nothing left to say; gives what was said in all. */
	async function swept() {
		const said = { warned: 0, breached: 0, moved: 0, escalated: 0 };
		for (;;) {
			try {
				const round = await desk.perform(sweep, system, {});
				for (const key of Object.keys(said) as (keyof typeof said)[]) said[key] += round[key];
			} catch (refusal) {
				if ((refusal as { code?: string }).code !== "nothing-due") throw refusal;
				return said;
			}
		}
	}

	const factsOf = (name: string) =>
		desk.database.read((tx) =>
			tx.selectFrom("fact").select("payload").where("name", "=", name).orderBy("ordinal").execute(),
		);

	return {
		desk,
		services,
		go,
		received,
		triaged,
		handedOver,
		owed,
		clockOf,
		swept,
		factsOf,
		close: () => desk.close(),
	};
}
export type TicketLife = Awaited<ReturnType<typeof openTicketLife>> & { readonly desk: TestDesk };

/** Wall time in Ljubljana, to the minute: `2026-03-12T15:05`. */
export const local = (instant: string | null): string | null =>
	instant === null
		? null
		: Temporal.Instant.from(instant)
				.toZonedDateTimeISO("Europe/Ljubljana")
				.toPlainDateTime()
				.toString({ smallestUnit: "minute" });
