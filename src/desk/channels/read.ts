import { readCursor } from "../../kernel/page.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/db/tx.ts";

/** An arrival of whatever state, by id. */
export async function arrival(tx: Tx, id: string) {
	const row = await tx.selectFrom("inbox").selectAll().where("id", "=", id).executeTakeFirst();
	if (row === undefined) throw notFound("arrival");
	return row;
}

/** An arrival that is in quarantine now; `update` locks it for a change. */
export async function quarantined(tx: Tx, id: string, purpose: "read" | "update") {
	const query = tx.selectFrom("inbox").selectAll().where("id", "=", id).where("state", "=", "QUARANTINED");
	const row = await (purpose === "update" ? query.forUpdate() : query).executeTakeFirst();
	if (row === undefined) throw notFound("arrival");
	return row;
}

/** The instant and id that a cursor of ours holds; null at the beginning. */
export function cursorOf(after: string | undefined): { at: Temporal.Instant; id: string } | null {
	if (after === undefined) return null;
	const values = readCursor(after);
	const [at, id] = values ?? [];
	try {
		if (values?.length !== 2 || typeof id !== "string") throw new RangeError();
		return { at: Temporal.Instant.from(String(at)), id };
	} catch {
		throw new Refusal("invalid", "bad-cursor");
	}
}
