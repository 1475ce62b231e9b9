import { randomBytes } from "node:crypto";
import { newSecret, secretHash } from "../desk/identity/secrets.ts";
import type { Database } from "../platform/db/database.ts";

/** The desk's key: the given one, or one made on the first start and kept in the database. */
export async function deskSecret(database: Database, given: string | null): Promise<string> {
	if (given !== null) return given;
	return database.write(async (tx) => {
		await tx
			.insertInto("desk_setting")
			.values({ name: "secret", value: randomBytes(32).toString("base64url") })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const row = await tx
			.selectFrom("desk_setting")
			.select("value")
			.where("name", "=", "secret")
			.executeTakeFirstOrThrow();
		return row.value;
	});
}

/**
 * A desk that nobody administers gets a new one-time token, of which it keeps the hash; null when there is an
 * administrator. Each start makes a new one, so that a token in an old log opens nothing.
 */
export async function setUpToken(database: Database): Promise<string | null> {
	return database.write(async (tx) => {
		const admin = await tx
			.selectFrom("role_holding")
			.select("id")
			.where("role", "=", "platform_admin")
			.limit(1)
			.executeTakeFirst();
		if (admin) return null;
		const token = newSecret("setUp");
		const value = secretHash(token).toString("hex");
		await tx
			.insertInto("desk_setting")
			.values({ name: "set-up-token", value })
			.onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
			.execute();
		return token;
	});
}
