import type { Ask } from "./line.ts";
import type { Tx } from "./tx.ts";

/** The edition of each table that has one (migration 0026), as it was when the transaction began. */
type Editions = ReadonlyMap<string, string>;

const known = new WeakMap<Tx, Promise<Editions> | "changing">();

/** `begin`, and in the same message to the database which editions hold. */
export async function begin(ask: Ask): Promise<Editions> {
	const [, { rows }] = await Promise.all([ask("begin"), ask("select name, value from edition")]);
	return new Map((rows as { name: string; value: string }[]).map(({ name, value }) => [name, value]));
}

export const knowEditions = (tx: Tx, editions: Promise<Editions>): void => void known.set(tx, editions);

/** An act that changes such a table says so: what it reads from then on is its own, and nobody else's to remember. */
export const changesEditions = (tx: Tx): void => void known.set(tx, "changing");

/**
 * What `read` gives of a table with editions, remembered until the table has a new one. Nearly every act asks for the same few
 * things, and a question costs more than all else that the act does for them (docs/performance.md).
 */
export function keptByEdition<Value>(
	table: "work_free_day" | "catalogue_version",
	read: (tx: Tx) => Promise<Value>,
): (tx: Tx) => Promise<Value> {
	let kept: { readonly edition: string; readonly value: Value } | null = null;
	/** Questions do not learn the editions: each asks once. */
	const ofQuestions = new WeakMap<Tx, Promise<Value>>();
	return async (tx) => {
		const editions = known.get(tx);
		if (editions === "changing") return read(tx);
		const edition = (await editions)?.get(table);
		if (edition === undefined) {
			const asked = ofQuestions.get(tx) ?? read(tx);
			ofQuestions.set(tx, asked);
			return asked;
		}
		if (kept?.edition !== edition) kept = { edition, value: await read(tx) };
		return kept.value;
	};
}
