import { hashPassword } from "better-auth/crypto";
import type { PersonId } from "../../kernel/id.ts";
import type { Context } from "../../platform/operation.ts";

/**
 * Gives a person an account with a password in the sign-in library's own tables, within the act's transaction; a second
 * time it replaces the password and ends all sessions.
 */
export async function setPassword(
	context: Context,
	person: { id: PersonId; name: string; email: string },
	password: string,
): Promise<void> {
	const { tx, now } = context;
	await tx
		.insertInto("auth_user")
		.values({ id: person.id, name: person.name, email: person.email, emailVerified: true })
		.onConflict((conflict) =>
			conflict.column("id").doUpdateSet({ email: person.email, name: person.name, updatedAt: now }),
		)
		.execute();
	await tx.deleteFrom("auth_account").where("userId", "=", person.id).where("providerId", "=", "credential").execute();
	await tx
		.insertInto("auth_account")
		.values({
			id: context.newId(),
			accountId: person.id,
			providerId: "credential",
			userId: person.id,
			password: await hashPassword(password),
			updatedAt: now,
		})
		.execute();
	await endSessions(context, person.id);
	await tx.updateTable("person").set({ has_account: true }).where("id", "=", person.id).execute();
}

export const endSessions = async (context: Context, personId: PersonId): Promise<void> => {
	await context.tx.deleteFrom("auth_session").where("userId", "=", personId).execute();
};
