import type { Database } from "../db/database.ts";
import { type JournalRow, journalAfter, journalHead } from "./sequencer.ts";

/**
 * Reads the journal by position after the commit and acts on what it reads, by performing operations of its own. At least
 * once: an operation it performs must stand a repetition.
 */
export type Follower = {
	readonly name: string;
	readonly facts: readonly string[];
	readonly run: (fact: JournalRow) => Promise<void>;
};

/** Gives a follower the next facts; gives whether there may be more. Its position moves on after each batch. */
export async function follow(database: Database, follower: Follower): Promise<boolean> {
	const position = await positionOf(database, follower.name);
	const rows = await database.read((tx) => journalAfter(tx, position));
	for (const row of rows) if (follower.facts.includes(row.name)) await follower.run(row);
	const last = rows.at(-1);
	if (!last) return false;
	await database.write((tx) =>
		tx
			.updateTable("follower")
			.set({ position: last.position })
			.where("name", "=", follower.name)
			.where("position", "=", position)
			.execute(),
	);
	return true;
}

/** Where it stands; a new follower begins at the head of the journal, not at the beginning of time. */
async function positionOf(database: Database, name: string): Promise<number> {
	return database.write(async (tx) => {
		const known = await tx.selectFrom("follower").select("position").where("name", "=", name).executeTakeFirst();
		if (known) return known.position;
		const { position } = await journalHead(tx);
		await tx
			.insertInto("follower")
			.values({ name, position })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		return position;
	});
}
