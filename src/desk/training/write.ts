import { type Selectable, type Updateable } from "kysely";
import { refuseStale } from "../../platform/db/stale.ts";
import type { DB } from "../../platform/db/tx.ts";
import type { Context } from "../../platform/operation.ts";
import { type Session, sessionInScope, sessionViews } from "./read.ts";

type SessionTable = DB["training_session"];

/** A session for an act against the version its actor saw; refuses an older one as `stale`. */
export async function sessionForAct(context: Context, input: { id: string; version: number }): Promise<Session> {
	const session = await sessionInScope(context.tx, context.actor, input.id);
	await refuseStale(context.tx, "training-session", session.id, input.version, session.version);
	return session;
}

/** Writes the change of one act and gives the version the session has after it. */
export async function writeSession(
	{ tx }: Context,
	session: Pick<Selectable<SessionTable>, "id" | "version">,
	change: Omit<Updateable<SessionTable>, "id" | "version">,
): Promise<number> {
	const version = session.version + 1;
	await tx
		.updateTable("training_session")
		.set({ ...change, version })
		.where("id", "=", session.id)
		.execute();
	return version;
}

/** The session as it is after the act, for its actor. */
export async function answerWith(context: Context, id: string) {
	const [view] = await sessionViews(context.tx, context.actor, [await sessionInScope(context.tx, context.actor, id)]);
	return view!;
}
