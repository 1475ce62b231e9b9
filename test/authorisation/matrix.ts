import { performer } from "../../src/entrances/perform.ts";
import { Refusal } from "../../src/kernel/refusal.ts";
import type { Operation } from "../../src/platform/operation.ts";
import type { TestDesk } from "../support/desk.ts";
import { samples } from "./samples.ts";
import type { Objects, World } from "./world.ts";

export const sides = ["own", "foreign", "hidden", "unknown"] as const;
export type Side = (typeof sides)[number];

/** What came of one attempt: `answer` where it was performed, `refusal` or `fault` where it was not. */
export type Attempt = { readonly answer?: unknown; readonly refusal?: Refusal; readonly fault?: unknown };
export type Row = {
	readonly operation: Operation;
	readonly side: Side | "any";
	readonly attempts: ReadonlyMap<string, Attempt>;
};

/** The right is there though the state of the object stands against the act: what a person may do is no matter of the hour. */
export const mark = ({ refusal, fault }: Attempt): "yes" | "no" | "404" | "fault" => {
	if (fault) return "fault";
	if (!refusal || refusal.kind === "conflict" || refusal.kind === "too-soon") return "yes";
	if (refusal.kind === "forbidden") return "no";
	return refusal.kind === "not-found" || refusal.code.startsWith("unknown-") ? "404" : "fault";
};

/** Every operation by everybody on every side, through `perform`; whatever an act does is rolled back. */
export async function attemptAll(desk: TestDesk, world: World, operations: readonly Operation[]): Promise<Row[]> {
	const perform = rollingBack(desk);
	const rows: Row[] = [];
	for (const operation of operations) {
		const sample = samples[operation.contract.name];
		if (!sample) continue;
		for (const [side, input] of inputs(sample, world)) {
			const attempts = new Map<string, Attempt>();
			for (const [who, actor] of world.actors) attempts.set(who, await attempt(() => perform(operation, actor, input)));
			rows.push({ operation, side, attempts });
		}
	}
	return rows;
}

/** The inputs that differ: an operation that names no object of a side is tried once. */
function inputs(sample: (of: Objects) => object, world: World): [Side | "any", object][] {
	const own = JSON.stringify(sample(world.own));
	const differing = sides.filter((side) => side === "own" || JSON.stringify(sample(world[side])) !== own);
	if (differing.length === 1) return [["any", sample(world.own)]];
	return differing.map((side) => [side, sample(world[side])]);
}

async function attempt(act: () => Promise<unknown>): Promise<Attempt> {
	try {
		return { answer: await act() };
	} catch (error) {
		if (error instanceof Refusal) return { refusal: error };
		return { fault: error };
	}
}

class RolledBack extends Error {}

function rollingBack({ desk, database }: TestDesk) {
	const write: typeof database.write = async (work) => {
		let done: { answer: Awaited<ReturnType<typeof work>> } | null = null;
		try {
			await database.write(async (tx) => {
				done = { answer: await work(tx) };
				throw new RolledBack();
			});
		} catch (error) {
			if (!(error instanceof RolledBack)) throw error;
		}
		return done!["answer"];
	};
	return performer({ ...desk, database: { ...database, write } });
}
