import { sql } from "kysely";
import type { Tx } from "./db/tx.ts";

/** Three beats of a screen: one may be lost and nobody vanishes. */
const lastsSeconds = 30;

export type Beat = {
	/** Where: an object's id. */
	readonly place: string;
	readonly personId: string;
	/** Only people of one circle are told of each other. */
	readonly circle: string;
	readonly doing: string;
};

/** Says that a person is at a place for the next half minute, on the database's clock, and forgets whoever has gone. */
export async function beat(tx: Tx, { place, personId, circle, doing }: Beat): Promise<void> {
	const until = sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => ${lastsSeconds})`;
	await tx
		.insertInto("presence")
		.values({ place, person_id: personId, circle, doing, until })
		.onConflict((conflict) => conflict.columns(["place", "person_id"]).doUpdateSet({ circle, doing, until }))
		.execute();
	// Rows that another beat is just renewing or forgetting are left to it.
	await sql`delete from presence where ctid = any(array(
		select ctid from presence where until < clock_timestamp() for update skip locked))`.execute(tx);
}

/** Who of a circle is anywhere now. */
export const presentNow = (tx: Tx, circle: string) =>
	tx
		.selectFrom("presence")
		.select(["presence.place", "presence.person_id", "presence.doing"])
		.where("presence.circle", "=", circle)
		.where("presence.until", ">", sql<Temporal.Instant>`clock_timestamp()`);
