import { Refusal } from "../../kernel/refusal.ts";
import { type Tx, violatedConstraint } from "./tx.ts";

type Since = { readonly name: string; readonly payload: unknown };

/**
 * Refuses a change against an older version (`stale`); `changes` names what happened since, as far as `isShown` to the
 * actor, so that the screen can say it.
 */
export async function refuseStale(
	tx: Tx,
	aggregate: string,
	id: string,
	seen: number,
	current: number,
	isShown: (fact: Since) => boolean = () => true,
): Promise<void> {
	if (seen === current) return;
	const since = await tx
		.selectFrom("fact")
		.select(["name", "payload"])
		.where("aggregate", "=", aggregate)
		.where("aggregate_id", "=", id)
		.where("aggregate_version", ">", seen)
		.orderBy("ordinal")
		.execute();
	throw new Refusal("conflict", "stale", {
		details: { current, changes: since.filter(isShown).map((fact) => fact.name) },
	});
}

/** Runs a write and turns the named constraints it may break into refusals by code. */
export async function refusing<Result>(
	codes: Readonly<Record<string, string>>,
	write: () => Promise<Result>,
): Promise<Result> {
	try {
		return await write();
	} catch (error) {
		const code = codes[violatedConstraint(error) ?? ""];
		if (code) throw new Refusal("conflict", code, { cause: error });
		throw error;
	}
}
