import { type Actor, holds } from "../../../kernel/actor.ts";
import type { PersonId } from "../../../kernel/id.ts";
import type { Context } from "../../../platform/operation.ts";
import { actorOfPerson } from "../../identity/read.ts";
import { ownerRoles } from "../policy.ts";

/** Whether somebody may have a restricted ticket as one's own (§2.2). */
export const mayOwnRestricted = (actor: Actor): boolean => actor.kind === "system" || holds(actor, ownerRoles(true));

/** Whose a ticket is once it is restricted: who no longer sees it cannot have it, so that it is nobody's then. */
export async function ownerOnceRestricted(context: Context, ownerId: string | null): Promise<string | null> {
	if (ownerId === null) return null;
	return mayOwnRestricted(await actorOfPerson(context.tx, ownerId as PersonId, context.today)) ? ownerId : null;
}
