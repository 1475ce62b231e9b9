import type { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Contract } from "../kernel/contract.ts";
import type { Fact, FactKind, FactPayload } from "../kernel/fact.ts";
import type { Obstacle } from "../kernel/refusal.ts";
import type { Settings } from "./config/settings.ts";
import type { JsonText } from "./json-text.ts";
import type { Tx } from "./db/tx.ts";
import type { FileStore } from "./files/file-store.ts";

/** All that an operation may know or use; nothing is ambient. `today` is the desk's calendar day at `now`. */
export type Context = {
	readonly tx: Tx;
	readonly actor: Actor;
	readonly now: Temporal.Instant;
	readonly today: Temporal.PlainDate;
	readonly settings: Settings;
	readonly store: FileStore;
	/** A new identifier (UUID version 7, RFC 9562: ordered by time). */
	newId(): string;
	/** Appends a fact to this act; reactions to it run in the same transaction. Refused in a question. */
	record(fact: Fact): void;
};

export type Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, Subject = unknown> = {
	readonly contract: Contract<Input, Output>;
	/** The object the act is about, looked up in the actor's scope; throws `notFound` outside it. */
	readonly load?: (context: Context, input: z.output<Input>) => Promise<Subject>;
	/** Obstacles; none = allowed. Required: an operation without rights does not type-check. */
	readonly may: (actor: Actor, subject: Subject, input: z.output<Input>) => readonly Obstacle[];
	readonly run: (
		context: Context,
		input: z.output<Input>,
		subject: Subject,
	) => Promise<z.input<Output> | JsonText<z.input<Output>>>;
};

/** Two steps, so that TypeScript keeps literal types: `operation(contract)({ load, may, run })`. */
export const operation =
	<Input extends z.ZodType, Output extends z.ZodType>(contract: Contract<Input, Output>) =>
	<Subject = undefined>(
		parts: Omit<Operation<Input, Output, Subject>, "contract">,
	): Operation<Input, Output, Subject> => ({
		contract,
		...parts,
	});

/** Work done in the transaction of the act that recorded a fact: start clocks, keep the queue row, write the outbox. */
export type Reaction = ToEach | ToAll;

export type ToEach = {
	readonly to: string;
	readonly run: (context: Context, fact: Fact) => Promise<void>;
};

/**
 * Runs once an act, over all its facts of these kinds, after the reactions to each: what a batch of a hundred tickets would
 * otherwise ask and write a hundred times.
 */
export type ToAll = {
	readonly toAll: readonly string[];
	readonly run: (context: Context, facts: readonly Fact[]) => Promise<void>;
};

export const on = <Name extends string, Payload extends FactPayload>(
	kind: FactKind<Name, Payload>,
	run: (context: Context, fact: Fact<Name, Payload>) => Promise<void>,
): Reaction => ({ to: kind.name, run: run as ToEach["run"] });

export const onAll = (
	kinds: readonly { readonly name: string }[],
	run: (context: Context, facts: readonly Fact[]) => Promise<void>,
): Reaction => ({ toAll: kinds.map(({ name }) => name), run });
