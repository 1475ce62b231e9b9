import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import { keptAnswer } from "../kernel/contract.ts";
import type { Fact } from "../kernel/fact.ts";
import { type Obstacle, Refusal, refuseIf } from "../kernel/refusal.ts";
import { type Clock, dayOf } from "../platform/clock.ts";
import type { Settings } from "../platform/config/settings.ts";
import type { Database } from "../platform/db/database.ts";
import { JsonText } from "../platform/json-text.ts";
import { prepared } from "../platform/db/prepared.ts";
import type { Tx } from "../platform/db/tx.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { newId } from "../platform/ids.ts";
import { actorId, appendFacts } from "../platform/journal/append.ts";
import type { Context, Operation, Reaction, ToAll, ToEach } from "../platform/operation.ts";

export type Desk = {
	readonly database: Database;
	readonly clock: Clock;
	readonly settings: Settings;
	readonly store: FileStore;
	readonly reactions: readonly Reaction[];
	/** Told after each committed act; the sequencer wakes up on it. */
	readonly committed: (facts: readonly Fact[]) => void;
};

type Options = { readonly idempotencyKey?: string | undefined };

export type Perform = {
	/** The answer as JSON text, for doors that only pass it on. */
	<Input extends z.ZodType, Output extends z.ZodType, Subject>(
		operation: Operation<Input, Output, Subject>,
		actor: Actor,
		input: unknown,
		options: Options & { readonly as: "json" },
	): Promise<string>;
	<Input extends z.ZodType, Output extends z.ZodType, Subject>(
		operation: Operation<Input, Output, Subject>,
		actor: Actor,
		input: unknown,
		options?: Options,
	): Promise<z.output<Output>>;
};

const REACTIONS_MOST = 1000;

/**
 * The only way in: validate → transaction → may? → run → facts → reactions → commit → present (architecture §4).
 *
 * Throws `Refusal` for everything expected; anything else is a fault. Never nested: a reaction works in the same
 * transaction, a follower performs an operation of its own.
 */
export function performer(desk: Desk): Perform {
	const reactions = sorted(desk.reactions);

	return async (
		operation: Operation,
		actor: Actor,
		rawInput: unknown,
		options: Options & { readonly as?: "json" } = {},
	) => {
		const isText = options.as === "json";
		const input = parseInput(operation.contract.input, rawInput);
		const isAct = operation.contract.kind === "act";
		const facts: Fact[] = [];
		const work = async (tx: Tx) => {
			const context = contextOf(desk, tx, actor, isAct ? facts : null);
			const repeat =
				isAct && options.idempotencyKey !== undefined
					? new Repeat(context, operation.contract.name, options.idempotencyKey, input)
					: null;
			const before = await repeat?.begin();
			if (before) return isText ? JSON.stringify(before.answer) : before.answer;
			const subject = operation.load ? await operation.load(context, input) : undefined;
			refuseIf(operation.may(actor, subject, input));
			const result = await operation.run(context, input, subject);
			if (isAct) await settle(context, operation.contract, facts, reactions);
			if (isText && result instanceof JsonText) return result.text;
			const answer = operation.contract.output.parse(result instanceof JsonText ? JSON.parse(result.text) : result);
			repeat?.finish(keptAnswer(operation.contract.output, answer));
			return isText ? JSON.stringify(answer) : answer;
		};
		const answer = await (isAct ? desk.database.write(work) : desk.database.read(work));
		if (facts.length > 0) desk.committed(facts);
		return answer as never;
	};
}

function parseInput<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
	const parsed = schema.safeParse(raw ?? {}, { reportInput: true });
	if (parsed.success) return parsed.data;
	const obstacles = parsed.error.issues.flatMap((issue): Obstacle[] => {
		const path = issue.path.join(".");
		if (issue.code === "unrecognized_keys") {
			return issue.keys.map((key) => ({ code: "unknown-field", at: [path, key].filter(Boolean).join(".") }));
		}
		const code = issue.input === undefined && issue.code === "invalid_type" ? "required" : issueCode(issue);
		return [{ code, at: path, ...limits(issue) }];
	});
	throw new Refusal("invalid", "invalid-input", { obstacles });
}

const issueCode = (issue: z.core.$ZodIssue): string => {
	if (issue.code === "too_small") return issue.input === "" ? "required" : "too-small";
	if (issue.code === "too_big") return "too-big";
	return issue.code === "custom" || issue.code === "invalid_format"
		? (wordOf(issue.message) ?? "invalid-value")
		: "invalid-value";
};
const wordOf = (message: string): string | null => (/^[a-z][a-z-]*$/.test(message) ? message : null);

const limits = (issue: z.core.$ZodIssue): { details?: Obstacle["details"] } => {
	if (issue.code === "too_small") return { details: { least: Number(issue.minimum) } };
	if (issue.code === "too_big") return { details: { most: Number(issue.maximum) } };
	return {};
};

function contextOf(desk: Desk, tx: Tx, actor: Actor, facts: Fact[] | null): Context {
	const now = desk.clock.now();
	return {
		tx,
		actor,
		now,
		today: dayOf(now),
		settings: desk.settings,
		store: desk.store,
		newId: () => newId(now),
		record(fact) {
			if (!facts) throw new Error(`a question records no fact: ${fact.name}`);
			facts.push(fact);
		},
	};
}

/**
 * Runs the reactions to each fact, also to those that reactions record, then those to all facts of a kind together; appends
 * all facts in one statement.
 */
async function settle(
	context: Context,
	{ name, isPrivate = false }: Pick<Operation["contract"], "name" | "isPrivate">,
	facts: readonly Fact[],
	reactions: Reactions,
): Promise<void> {
	if (isPrivate && facts.length > 0) throw new Error(`a private act records no fact: ${name}`);
	if (isPrivate) return;
	if (facts.length === 0) throw new Error(`an act records at least one fact: ${name}`);
	const most = facts.length + REACTIONS_MOST;
	let [settled, next] = [0, 0];
	while (settled < facts.length) {
		for (; next < facts.length; next += 1) {
			if (next > most) throw new Error(`reactions to ${name} do not come to an end`);
			const fact = facts[next]!;
			for (const reaction of reactions.toEach.get(fact.name) ?? []) await reaction.run(context, fact);
		}
		const together = facts.slice(settled);
		settled = facts.length;
		for (const { toAll, run } of reactions.toAll) {
			const ofKinds = together.filter((fact) => toAll.includes(fact.name));
			if (ofKinds.length > 0) await run(context, ofKinds);
		}
	}
	appendFacts(context.tx, context.actor, context.now, facts);
}

type Reactions = { readonly toEach: ReadonlyMap<string, readonly ToEach[]>; readonly toAll: readonly ToAll[] };

const sorted = (reactions: readonly Reaction[]): Reactions => ({
	toEach: Map.groupBy(
		reactions.filter((reaction) => "to" in reaction),
		({ to }) => to,
	),
	toAll: reactions.filter((reaction) => "toAll" in reaction),
});

/**
 * An act sent again with its key gives the first answer, without what is shown once; the same key with another input is
 * refused.
 */
class Repeat {
	readonly #context: Context;
	readonly #where: Where;
	readonly #hash: Buffer;

	constructor(context: Context, operation: string, key: string, input: unknown) {
		this.#context = context;
		this.#where = { actor: `${context.actor.kind}:${actorId(context.actor) ?? ""}`, operation, key };
		this.#hash = createHash("sha256")
			.update(canonicalize(input) ?? "")
			.digest();
	}

	async begin(): Promise<{ answer: unknown } | null> {
		const { tx, now } = this.#context;
		const [inserted] = await begun(tx, { ...this.#where, input_hash: this.#hash, at: now });
		if (inserted) return null;
		const kept = await tx
			.selectFrom("idempotency")
			.select(["input_hash", "answer"])
			.where("actor", "=", this.#where.actor)
			.where("operation", "=", this.#where.operation)
			.where("key", "=", this.#where.key)
			.executeTakeFirstOrThrow();
		if (!kept.input_hash.equals(this.#hash)) throw new Refusal("conflict", "idempotency-key-reused");
		return { answer: kept.answer };
	}

	finish(answer: unknown): void {
		finished.ahead(this.#context.tx, { where: this.#where, answer: JSON.stringify(answer) });
	}
}

type Where = { readonly actor: string; readonly operation: string; readonly key: string };

const begun = prepared((db, row: Where & { readonly input_hash: Buffer; readonly at: Temporal.Instant }) =>
	db
		.insertInto("idempotency")
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.returning("key"),
);

const finished = prepared((db, { where, answer }: { readonly where: Where; readonly answer: string }) =>
	db
		.updateTable("idempotency")
		.set({ answer: sql`${answer}::jsonb` })
		.where("actor", "=", where.actor)
		.where("operation", "=", where.operation)
		.where("key", "=", where.key),
);
