import { hashPassword } from "better-auth/crypto";
import type { PersonId } from "../../kernel/id.ts";
import { refusing } from "../../platform/db/stale.ts";
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
	await refusing(addressTaken, () =>
		tx
			.insertInto("auth_user")
			.values({ id: person.id, name: person.name, email: person.email, emailVerified: true })
			.onConflict((conflict) =>
				conflict.column("id").doUpdateSet({ email: person.email, name: person.name, updatedAt: now }),
			)
			.execute(),
	);
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

/** Two people may share a mailbox, but an address signs one of them in. */
const addressTaken = { auth_user_email_key: "mail-address-taken" };

/** Carries a changed name or address over to the account, if there is one: the address is what its person signs in by. */
export async function renameAccount(
	{ tx, now }: Context,
	{ id, name, email }: { id: PersonId; name: string; email: string },
): Promise<void> {
	await refusing(addressTaken, () =>
		tx.updateTable("auth_user").set({ name, email, updatedAt: now }).where("id", "=", id).execute(),
	);
}

/** Links sent before no longer open anything: another was sent, or the address was not the person's. */
export const withdrawInvitations = async ({ tx, now }: Context, personId: PersonId): Promise<void> => {
	await tx
		.updateTable("invitation")
		.set({ used_at: now })
		.where("person_id", "=", personId)
		.where("used_at", "is", null)
		.execute();
};

export const endSessions = async (context: Context, personId: PersonId): Promise<void> => {
	await context.tx.deleteFrom("auth_session").where("userId", "=", personId).execute();
};
