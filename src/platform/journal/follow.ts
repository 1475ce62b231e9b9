import type { Database } from "../db/database.ts";
import { batchMost, type JournalRow, journalAfter, journalHead } from "./sequencer.ts";

export type NumberedFact = JournalRow & { readonly hash: Buffer };

/**
 * Reads the journal by position after the commit and acts on what it reads. It gets its facts in order, a batch at a time
 * and at least once: what it does must stand a repetition.
 */
export type Follower = {
	readonly facts: readonly string[] | "all";
	readonly place: Place;
	readonly run: (facts: readonly NumberedFact[]) => Promise<void>;
};

/** Up to which position a follower has read. */
export type Place = { read(): Promise<number>; moveOn(from: number, to: number): Promise<void> };

/** Gives a follower its next facts; gives whether there may be more. Its place moves on after it has run. */
export async function follow(database: Database, { facts, place, run }: Follower): Promise<boolean> {
	const position = await place.read();
	const rows = await database.read((tx) => journalAfter(tx, position));
	const last = rows.at(-1);
	if (!last) return false;
	const own = facts === "all" ? rows : rows.filter((row) => facts.includes(row.name));
	if (own.length > 0) await run(own);
	await place.moveOn(position, last.position);
	return rows.length >= batchMost;
}

/** Kept in the database under a name: a restart goes on where it stood. New, it begins at the head of the journal. */
export const keptPlace = (database: Database, name: string): Place => ({
	read: () =>
		database.write(async (tx) => {
			const known = await tx.selectFrom("follower").select("position").where("name", "=", name).executeTakeFirst();
			if (known) return known.position;
			const { position } = await journalHead(tx);
			await tx
				.insertInto("follower")
				.values({ name, position })
				.onConflict((conflict) => conflict.doNothing())
				.execute();
			return position;
		}),
	moveOn: (from, to) =>
		database.write(async (tx) => {
			await tx
				.updateTable("follower")
				.set({ position: to })
				.where("name", "=", name)
				.where("position", "=", from)
				.execute();
		}),
});

/** Kept in this process: from the head of the journal at the first reading on. */
export function placeFromNow(database: Database): Place {
	let position: number | null = null;
	return {
		async read() {
			position ??= (await database.read(journalHead)).position;
			return position;
		},
		async moveOn(_from, to) {
			position = to;
		},
	};
}
