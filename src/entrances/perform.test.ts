import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { act, question } from "../kernel/contract.ts";
import { type Fact, factKind } from "../kernel/fact.ts";
import { notAllowed, Refusal } from "../kernel/refusal.ts";
import { Line } from "../kernel/values.ts";
import { JsonText } from "../platform/json-text.ts";
import { type Context, on, operation, type Reaction } from "../platform/operation.ts";
import { openTestDesk, publicActor, system, type TestDesk } from "../../test/support/desk.ts";
import { type Perform, performer } from "./perform.ts";

const kept = factKind<{ size: number }>()("word-kept", "word");
const echoed = factKind<Record<never, never>>()("word-echoed", "word");

const keepContract = act({
	name: "words.keep",
	summary: "Keep a word",
	input: z.strictObject({ name: Line(1, 20), size: z.int().min(1).max(9), tail: z.array(Line(1, 5)).default([]) }),
	output: z.strictObject({ name: z.string() }),
	doors: {},
});
const write = (context: Context, name: string, value: string) =>
	context.tx.insertInto("desk_setting").values({ name, value }).execute();

const keep = operation(keepContract)({
	may: (actor, _subject, input) => {
		if (actor.kind === "public") return [notAllowed];
		const obstacles = [];
		if (input.name === "taken") obstacles.push({ code: "word-taken", at: "name" });
		if (input.size === 9) obstacles.push({ code: "word-too-heavy", at: "size" });
		return obstacles;
	},
	async run(context, input) {
		await write(context, input.name, String(input.size));
		if (input.name === "fault") throw new TypeError("a bug");
		if (input.name === "mute") return { name: input.name };
		context.record(kept.of(input.name, 1, { size: input.size }));
		if (input.name === "chatty") return { name: input.name, secret: "not promised" } as { name: string };
		return { name: input.name };
	},
});

const jot = operation(
	act({
		name: "words.jot",
		summary: "Keep a word for oneself",
		input: z.strictObject({ name: Line(1, 20), isTold: z.boolean() }),
		output: z.strictObject({}),
		doors: {},
		isPrivate: true,
	}),
)({
	may: () => [],
	async run(context, { name, isTold }) {
		await write(context, name, "1");
		if (isTold) context.record(kept.of(name, 1, { size: 1 }));
		return {};
	},
});

const asking = operation(
	question({
		name: "words.ask",
		summary: "Ask",
		input: z.strictObject({ how: z.enum(["record", "write", "read", "written", "written wrongly"]) }),
		output: z.strictObject({ words: z.int() }),
		doors: {},
	}),
)({
	may: () => [],
	async run(context, { how }) {
		if (how === "record") context.record(kept.of("x", 1, { size: 1 }));
		if (how === "write") await write(context, "from-a-question", "1");
		const rows = await context.tx.selectFrom("desk_setting").select("name").execute();
		if (how === "written") return new JsonText('{"words":7}');
		if (how === "written wrongly") return new JsonText('{"words":7,"secret":"not promised"}');
		return { words: rows.length };
	},
});

const echo: Reaction = on(kept, async (context, fact) => {
	await write(context, `echo-of-${fact.id}`, String(fact.payload.size));
	if (fact.id === "refused-by-reaction") throw new Refusal("conflict", "reaction-says-no");
	context.record(echoed.of(fact.id, 2, {}));
});

const refusal = async (attempt: Promise<unknown>): Promise<Refusal> => {
	try {
		await attempt;
	} catch (error) {
		assert.ok(error instanceof Refusal, String(error));
		return error;
	}
	assert.fail("nothing was refused");
};

describe("perform", () => {
	let desk: TestDesk;
	let perform: Perform;
	let told: string[];
	const committed = (facts: readonly Fact[]) => told.push(...facts.map((fact) => `${fact.name} ${fact.id}`));
	const setting = (name: string) =>
		desk.database.read((tx) =>
			tx.selectFrom("desk_setting").select("value").where("name", "=", name).executeTakeFirst(),
		);
	const factsOf = (id: string) =>
		desk.database.read((tx) =>
			tx
				.selectFrom("fact")
				.select(["name", "at", "actor_id"])
				.where("aggregate_id", "=", id)
				.orderBy("ordinal")
				.execute(),
		);

	before(async () => {
		desk = await openTestDesk();
		told = [];
		perform = performer({ ...desk.desk, reactions: [echo], committed });
	});
	after(() => desk.close());

	const inputs: [name: string, input: unknown, obstacles: unknown[]][] = [
		[
			"nothing at all",
			undefined,
			[
				{ code: "required", at: "name" },
				{ code: "required", at: "size" },
			],
		],
		["empty text", { name: "  ", size: 1 }, [{ code: "required", at: "name", details: { least: 1 } }]],
		["a number too big", { name: "a", size: 10 }, [{ code: "too-big", at: "size", details: { most: 9 } }]],
		["a control character", { name: "a\nb", size: 1 }, [{ code: "control-character", at: "name" }]],
		["an unknown field", { name: "a", size: 1, color: "red" }, [{ code: "unknown-field", at: "color" }]],
		["a field in a list", { name: "a", size: 1, tail: ["b", 7] }, [{ code: "invalid-value", at: "tail.1" }]],
	];
	for (const [name, input, obstacles] of inputs) {
		test(`invalid input names every field: ${name}`, async () => {
			const refused = await refusal(perform(keep, system, input));
			assert.deepEqual([refused.kind, refused.code, refused.obstacles], ["invalid", "invalid-input", obstacles]);
		});
	}

	test("an act commits what it wrote, its facts and what its reactions did, then tells", async () => {
		assert.deepEqual(await perform(keep, system, { name: "first", size: 3 }), { name: "first" });
		assert.equal((await setting("echo-of-first"))?.value, "3");
		const facts = await factsOf("first");
		assert.deepEqual(
			facts.map((fact) => [fact.name, fact.actor_id]),
			[
				["word-kept", "test"],
				["word-echoed", "test"],
			],
		);
		assert.ok(facts.every((fact) => fact.at.equals(desk.clock.now())));
		assert.deepEqual(told.splice(0), ["word-kept first", "word-echoed first"]);
	});

	test("no right is one refusal, obstacles are all told at once", async () => {
		const forbidden = await refusal(perform(keep, publicActor, { name: "a", size: 1 }));
		assert.deepEqual([forbidden.kind, forbidden.code], ["forbidden", "not-allowed"]);
		const blocked = await refusal(perform(keep, system, { name: "taken", size: 9 }));
		assert.equal(blocked.code, "obstacles");
		assert.deepEqual(
			blocked.obstacles.map((obstacle) => obstacle.code),
			["word-taken", "word-too-heavy"],
		);
	});

	for (const [name, why] of [
		["refused-by-reaction", "a reaction refuses"],
		["fault", "the act fails"],
		["mute", "the act records no fact"],
		["chatty", "the answer is not what the contract promises"],
	] as const) {
		test(`nothing stays and nobody is told when ${why}`, async () => {
			await assert.rejects(perform(keep, system, { name, size: 1 }));
			assert.equal(await setting(name), undefined);
			assert.equal(await setting(`echo-of-${name}`), undefined);
			assert.deepEqual([await factsOf(name), told], [[], []]);
		});
	}

	test("a private act is kept without a fact and tells nobody; one that records is a fault", async () => {
		await perform(jot, system, { name: "jotted", isTold: false });
		assert.equal((await setting("jotted"))?.value, "1");
		await assert.rejects(perform(jot, system, { name: "told", isTold: true }), (error) => !(error instanceof Refusal));
		assert.equal(await setting("told"), undefined);
		assert.deepEqual(told, []);
	});

	test("a question neither records nor writes", async () => {
		await assert.rejects(perform(asking, system, { how: "record" }), (error) => !(error instanceof Refusal));
		await assert.rejects(perform(asking, system, { how: "write" }), { code: "25006" });
		assert.ok((await perform(asking, system, { how: "read" })).words > 0);
	});

	test("an answer as JSON is the same answer, held to its contract", async () => {
		const { words } = await perform(asking, system, { how: "read" });
		assert.equal(await perform(asking, system, { how: "read" }, { as: "json" }), JSON.stringify({ words }));
		await assert.rejects(perform(keep, system, { name: "chatty", size: 1 }, { as: "json" }), { name: "ZodError" });
		const again = { as: "json", idempotencyKey: "written" } as const;
		const first = await perform(keep, system, { name: "written", size: 1 }, again);
		assert.equal(first, '{"name":"written"}');
		assert.equal(await perform(keep, system, { name: "written", size: 1 }, again), first);
		told.length = 0;
	});

	test("an answer written as JSON already is passed on; where it is read, it is held to its contract", async () => {
		assert.equal(await perform(asking, system, { how: "written" }, { as: "json" }), '{"words":7}');
		assert.deepEqual(await perform(asking, system, { how: "written" }), { words: 7 });
		await assert.rejects(perform(asking, system, { how: "written wrongly" }), { name: "ZodError" });
	});

	test("an act sent twice with one key is done once and answers alike", async () => {
		const options = { idempotencyKey: "form-1" };
		const input = { name: "once", size: 2 };
		const first = await perform(keep, system, input, options);
		assert.deepEqual(await perform(keep, system, input, options), first);
		assert.equal((await factsOf("once")).length, 2);
		const reused = await refusal(perform(keep, system, { ...input, size: 4 }, options));
		assert.deepEqual([reused.kind, reused.code], ["conflict", "idempotency-key-reused"]);
	});

	test("two at once with one key are done once", async () => {
		const input = { name: "raced", size: 2 };
		const answers = await Promise.all([1, 2, 3].map(() => perform(keep, system, input, { idempotencyKey: "form-2" })));
		assert.deepEqual(
			answers,
			Array.from({ length: 3 }, () => ({ name: "raced" })),
		);
		assert.equal((await factsOf("raced")).length, 2);
	});

	test("a key belongs to its actor, and a refused act leaves it free", async () => {
		const options = { idempotencyKey: "form-1" };
		const other = { kind: "system", name: "other" } as const;
		assert.deepEqual(await perform(keep, other, { name: "theirs", size: 1 }, options), { name: "theirs" });
		const third = { kind: "system", name: "third" } as const;
		await refusal(perform(keep, third, { name: "taken", size: 1 }, options));
		assert.deepEqual(await perform(keep, third, { name: "after-all", size: 1 }, options), { name: "after-all" });
	});

	test("reactions that call each other without end are a fault", async () => {
		const endless = performer({
			...desk.desk,
			reactions: [on(kept, async (context, fact) => context.record(kept.of(fact.id, fact.version, fact.payload)))],
		});
		await assert.rejects(endless(keep, system, { name: "endless", size: 1 }), (error) => !(error instanceof Refusal));
		assert.equal(await setting("endless"), undefined);
	});
});
