import type { z } from "zod";
import { actorOfPerson } from "../../desk/identity/read.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Contract } from "../../kernel/contract.ts";
import type { OrganisationId, PersonId, ServiceId, TicketId } from "../../kernel/id.ts";
import { dayOf } from "../../platform/clock.ts";
import { sinkTransport } from "../../platform/mail/transport.ts";
import { operations } from "../operations.ts";
import { type Desk, type Perform, performer } from "../perform.ts";
import { sendMail } from "../worker/send-mail.ts";
import type { Moved } from "./moved.ts";

/** What a story is played on: a desk whose clock only the story moves, and the names it has given so far. */
export type Stage = {
	readonly desk: Desk;
	readonly moved: Moved;
	readonly organisations: Map<string, OrganisationId>;
	readonly people: Map<string, PersonId>;
	readonly services: Map<string, ServiceId>;
	readonly tickets: Map<string, { id: TicketId; version: number }>;
	/** UTC milliseconds of the story's clock. */
	now(): number;
	/** Moves the clock; a story does not go back. */
	moveTo(at: number): void;
	/** Performs the operation of a contract as a person (by handle) or as another actor. */
	perform<Input extends z.ZodType, Output extends z.ZodType>(
		contract: Contract<Input, Output>,
		by: string | Actor,
		input: z.input<Input>,
	): Promise<z.output<Output>>;
	/** The same for an operation that no door knows. */
	readonly performOperation: Perform;
	/** Puts a batch from the outbox into the sink, as the worker would have done at this time. */
	sendMail(): Promise<void>;
};

export const narrator = { kind: "system", name: "story" } as const;

/** Sets up a stage; the story begins at `from` (UTC ms). */
export function openStage(real: Desk, moved: Moved, from: number): Stage {
	let now = Temporal.Instant.fromEpochMilliseconds(from);
	const desk: Desk = { ...real, clock: { now: () => now } };
	const perform = performer(desk);
	const byName = new Map(operations.map((operation) => [operation.contract.name, operation]));
	const transport = sinkTransport(desk.database);
	const people: Stage["people"] = new Map();
	const actors = new Map<string, Actor>();

	/** Offices do not change after the cast has come on, but they begin on a day: kept per person and day. */
	const actorOf = async (handle: string): Promise<Actor> => {
		const personId = people.get(handle);
		if (!personId) throw new Error(`nobody in the story is called ${handle}`);
		const key = `${handle} ${dayOf(now)}`;
		const known = actors.get(key);
		if (known) return known;
		const actor = await desk.database.read((tx) => actorOfPerson(tx, personId, dayOf(now)));
		if (actor.holdings.length > 0) actors.set(key, actor);
		return actor;
	};

	return {
		desk,
		moved,
		organisations: new Map(),
		people,
		services: new Map(),
		tickets: new Map(),
		now: () => now.epochMilliseconds,
		moveTo(at) {
			if (at < now.epochMilliseconds) throw new Error("the story does not go back");
			now = Temporal.Instant.fromEpochMilliseconds(at);
		},
		async perform(contract, by, input) {
			const operation = byName.get(contract.name);
			if (!operation) throw new Error(`no such operation: ${contract.name}`);
			const answer = await perform(operation, typeof by === "string" ? await actorOf(by) : by, input);
			return answer as z.output<(typeof contract)["output"]>;
		},
		performOperation: perform,
		async sendMail() {
			await sendMail(desk, perform, transport);
		},
	};
}
